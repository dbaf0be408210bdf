"""Execution by region out of the columns of a country, as a table that a map takes."""

# %% [markdown]
# # A map of execution
#
# A ministry asks what share of the planned money each region spent. The columns of a collected country lie
# by year, as `localgender collect` writes them; here an invented country stands for it.

# %%
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from localgender import frames
from localgender.strategies import invented

with TemporaryDirectory() as folder:
    invented.write_columns(invented.Country(communities=40, years=2, measures=12), Path(folder))
    observations = pl.read_parquet(f"{folder}/observations")
observations.height, observations["community"].n_unique()

# %% [markdown]
# Nine months lie beside the year they belong to, in reports of their own: one of the two is asked. The sums
# are those of figures that print both stages for the same money; what is left out is counted. Shares are
# whole numbers, in hundredths of a percent.

# %%
yearly = observations.filter((pl.col("kind") == "report") & (pl.col("part") == "year"))
execution = frames.execution(yearly, by=["region", "year"])
execution

# %% [markdown]
# A map knows regions by codes: the first four signs of a community's code in the classifier of territories.
# Reports that name no region keep a row without one, which is to be told beside the map.

# %%
codes = observations.select("region", pl.col("katottg").str.slice(0, 4).alias("code")).unique().drop_nulls()
table = execution.join(codes, on="region", how="left").sort("code", "year", nulls_last=True)
print(table.select("code", "region", "year", "planned", "disbursed", "hundredths").write_csv())
