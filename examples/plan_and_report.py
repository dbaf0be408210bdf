"""A plan and the report on it: what was promised, and what is told of it."""

# %% [markdown]
# # A plan and its report
#
# The programme of the village was adopted in 2022. Does the report of 2024 tell of the same measures, with
# the same money?

# %%
from pathlib import Path

import localgender as lg

DATA = Path(__file__).parent / "data" / "kalynivka"
plan = lg.read_plan(DATA / "plan.txt")
report = lg.read_report(DATA / "report-2024.txt")
print(*plan.value.acts)
print(plan.value.term)

# %% [markdown]
# What was promised for each year?

# %%
for year, money in lg.totals_by(plan, "year", "planned").items():
    print(year, money)

# %% [markdown]
# What does the report tell otherwise? Money of 2023 is not compared with money of 2024.

# %%
lg.compare(plan, report)

# %% [markdown]
# Which measures of the plan were due in the year, and what became of them?

# %%
statuses = lg.classify(report)
for measure in plan.value.measures:
    due = measure.term.due_in(report.value.period, within=plan.value.term)
    print(measure.code, "due" if due else "not due", statuses[measure.code].delivery, sep=" | ")

# %%
lg.plots.timeline(plan, language="en")
