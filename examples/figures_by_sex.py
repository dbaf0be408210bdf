"""Figures by sex: changes, shares, parity, and what contradicts itself."""

# %% [markdown]
# # Statistics: what they say, and what they cannot say
#
# A community tells figures by sex, in sentences and in a table.

# %%
from pathlib import Path

import localgender as lg

reading = lg.read_statistics(Path(__file__).parent / "data" / "verboloz-statistics.txt")
told = reading.value
for figure in told.observations[:3]:
    print(figure.indicator.name, figure.period, figure.sex, figure.value)

# %% [markdown]
# ## What became of it
#
# Nine months are compared with nine months, never with a year.

# %%
reports = told.of("зареєстровано звернень")
shift = lg.change(reports[0], reports[1])
print(shift.difference, shift.relation.percent(1))

# %% [markdown]
# ## Shares and parity

# %%
workers = {figure.sex: figure for figure in told.of("Працівники ради")}
women, men, everybody = workers["female"], workers["male"], workers["total"]
print(lg.share(women, everybody).percent(1), lg.parity_index(women, men).value)

pupils = {figure.sex: figure for figure in told.of("Учні з інвалідністю")}
print(lg.share(pupils["female"], pupils["total"]).reason)

# %% [markdown]
# ## What contradicts itself
#
# 52 women and 21 men are not 74 workers. Offenders stand beside reports and are no part of them, so nobody
# adds them up.

# %%
for finding in lg.audit(reading):
    print(finding.kind, "|", lg.describe(finding, "en", reading.places))

# %% [markdown]
# ## What was asked by sex

# %%
print(lg.disaggregation(told).score)

# %% [markdown]
# ## For a statistical office

# %%
print(lg.sdmx_csv(told).splitlines()[1])
