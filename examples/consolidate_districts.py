"""Reports of three districts added up, and what to ask the districts about."""

# %% [markdown]
# # One report out of the reports of three districts
#
# Three district administrations report on one programme for 2024. The city adds them up, asks about what does
# not fit, and sees of every amount where it comes from.

# %%
from pathlib import Path

import localgender as lg

DATA = Path(__file__).parent / "data"
readings = {path.stem: lg.read_report(path) for path in sorted((DATA / "districts").glob("*.txt"))}

# %% [markdown]
# The day a report came stands in no document; the register of letters tells it. The city asks for reports by
# 10 January.

# %%
calendar = lg.ReportingCalendar("Виконання програми за рік", lg.ReportingDuty("year", after=1, day=10))
received = {"zarichnyi": "2025-01-08", "lisovyi": "2025-01-13"}
districts = [
    "Зарічна районна адміністрація",
    "Лісова районна адміністрація",
    "Нагірна районна адміністрація",
    "Південна районна адміністрація",
]

reports = [lg.UnitReport.of(reading, received=received.get(name)) for name, reading in readings.items()]
whole = lg.consolidate(reports, calendar, expected=districts, community="Громада Світанок")

# %% [markdown]
# Who handed in what, and the money that was spent, by measure and district.

# %%
print(lg.render(lg.tabulate.units(whole), "text"))
print(lg.render(lg.tabulate.by_unit(whole, "disbursed"), "text"))

# %% [markdown]
# What to ask the districts about. The shelter is one for two districts, and both tell all of its money: it is
# counted once.

# %%
for finding in whole.findings:
    print(lg.describe(finding))

# %% [markdown]
# Each amount of a sum, with the figure and the place in the district's report.

# %%
print(lg.render(lg.tabulate.origins(whole, "measure", "disbursed"), "text"))

# %% [markdown]
# The consolidated report is a report: it can be audited, compared and written as JSON.
# Do districts repeat the plan of a whole measure instead of telling a share?
# Then `unit_planned="whole"` counts it once, and plans that differ are an error.

# %%
total = lg.total(whole.report, "disbursed")
repeated = lg.consolidate(reports, policy=lg.Policy(unit_planned="whole"))
print(total, lg.audit(whole.report).kinds, lg.loads(lg.dumps(whole)) == whole)
for finding in repeated.findings.of("planned-differs"):
    print(finding.severity, lg.describe(finding, "en"))
