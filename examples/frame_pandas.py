"""Printed amounts as a frame of pandas."""

# %% [markdown]
# # With pandas
#
# Each printed amount is one row, in whole kopiykas. What is silent is missing, and is no zero.

# %%
from pathlib import Path

import localgender as lg

DATA = Path(__file__).parent / "data" / "kalynivka"
readings = [lg.read_report(DATA / f"report-{year}.txt") for year in (2023, 2024)]
rows = [row for reading in readings for row in lg.observations(reading)]
frame = lg.to_frame(rows, "pandas")
frame[["code", "stage", "kopiykas", "period", "row", "column"]].head()

# %% [markdown]
# Stated totals are rows too, marked as such. Leave them out before adding up.

# %%
amounts = frame[~frame["stated_total"]]
amounts.pivot_table("kopiykas", "title", ["period", "stage"], aggfunc="sum", sort=False)

# %% [markdown]
# The sum of a frame is the sum that the library gives.

# %%
paid = amounts.query("stage == 'disbursed' and period == '2024'")["kopiykas"].sum()
assert paid == lg.total(readings[1], "disbursed").kopiykas
print(paid)
