"""A table whose header says it in other words."""

# %% [markdown]
# # A table with a header of its own
#
# The village keeps its intentions in a table of five columns, headed in words that no layout knows.

# %%
from pathlib import Path

import localgender as lg

document = lg.scan(Path(__file__).parent / "data" / "kalynivka" / "purposes.md")
try:
    lg.read_plan(document)
except lg.errors.LayoutError as error:
    print(error)

# %% [markdown]
# Say which words head which column. A word stands for all its forms.

# %%
INTENTIONS = lg.Layout(
    "intentions",
    "plan",
    {
        "goal": "напрям",
        "measure": "намір",
        "executors": "хто береться",
        "term": "до якого часу",
        "planned": "скільки треба",
    },
)
reading = lg.read_plan(document, layouts=[INTENTIONS])
for goal in reading.value.goals:
    print(goal.title, *(measure.title for measure in goal.measures), sep=" | ")

# %% [markdown]
# From here on it is a plan like any other: an empty cell is silent, and no zero.

# %%
for ref, money in lg.totals_by(reading, "measure", "planned").items():
    print(ref, money)

# %%
for finding in lg.audit(reading):
    print(lg.describe(finding, "en", reading.places))
