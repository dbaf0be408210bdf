"""One report: what was paid, what was done, what contradicts itself."""

# %% [markdown]
# # One report
#
# A village of our invention reports on its programme for 2024. Reading gives the report, and where each of
# its figures stands.

# %%
from pathlib import Path

import localgender as lg

DATA = Path(__file__).parent / "data" / "kalynivka"
reading = lg.read_report(DATA / "report-2024.txt")
report = reading.value
print(report.plan.title, report.period, sep=", ")

# %% [markdown]
# What was planned and paid, exact to the kopiyka?

# %%
for stage in ("planned", "allocated", "disbursed"):
    print(stage, lg.total(report, stage))

# %% [markdown]
# What became of each measure? The words and figures that say so stand beside the answer.

# %%
for ref, status in lg.classify(report).items():
    print(ref, status.delivery, status.funding, sep=" | ")

# %%
lg.plots.money_by_goal(reading, language="en")

# %% [markdown]
# What would an auditor ask about? Each finding names the cell it is about.

# %%
found = lg.audit(reading)
for finding in found:
    print(finding.severity, "|", lg.describe(finding, "en", reading.places))

# %% [markdown]
# A notebook shows the findings as a table of its own. The reading is written as JSON and reads back equal.

# %%
assert lg.loads(lg.dumps(reading)) == reading
found
