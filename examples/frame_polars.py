"""Printed amounts as a frame of polars."""

# %% [markdown]
# # With polars
#
# The same rows as a frame of polars: what was left of the planned money, by measure
# and year? Whole numbers are subtracted; a percent would be a float.

# %%
from pathlib import Path

import polars as pl

import localgender as lg

DATA = Path(__file__).parent / "data" / "kalynivka"
readings = [lg.read_report(DATA / f"report-{year}.txt") for year in (2023, 2024)]
rows = [row for reading in readings for row in lg.observations(reading)]
frame = lg.to_frame(rows, "polars").filter(~pl.col("stated_total"))

# %%
wide = frame.pivot("stage", index=["code", "period"], values="kopiykas", aggregate_function="sum")
wide.with_columns((pl.col("planned") - pl.col("disbursed")).alias("left")).sort("code", "period")

# %% [markdown]
# Where does a printed total differ from the rows? The frame knows what is a claim of the document.

# %%
stated = lg.to_frame(rows, "polars").filter(pl.col("stated_total")).select("stage", "period", "kopiykas")
summed = frame.group_by("stage", "period").agg(pl.col("kopiykas").sum().alias("rows"))
stated.join(summed, on=["stage", "period"]).filter(pl.col("kopiykas") != pl.col("rows"))
