"""An invented country of any size, with answers that are known beforehand."""

# %% [markdown]
# # An invented country
#
# To try a tool on thousands of documents one needs documents, and answers nobody asked the tool for. An
# invented country follows from its size and a seed: communities with a plan each, reports on every year, and
# on nine months of it by every third community; silence and printed zeros, several sources, shared executors.
# No real community has these names, and no real oblast codes that begin with 90 or more.
#
# From the command line, columns by the million rows or documents by the thousand:
#
# ```console
# python examples/make_country.py --communities 1470 --years 6 --measures 60 --seed 1 -o country/
# python examples/make_country.py --communities 12 --years 2 --measures 9 --documents -o papers/
# ```

# %%
import argparse
from pathlib import Path

import localgender as lg
from localgender.strategies import invented

country = invented.Country(communities=3, years=2, measures=12, seed=1)
reports = list(invented.reports(country))
[(report.plan.community.katottg, str(report.period)) for report in reports]

# %% [markdown]
# What was planned and spent is known from plain integers, and the library answers the same.

# %%
known = invented.known(country, by=["katottg", "year", "part"])
known.totals[("UA90000000000000001", 2021, "9m"), "planned"], lg.total(reports[0], "planned")

# %% [markdown]
# Also what became of the measures.

# %%
lg.classify(reports[0])

# %% [markdown]
# A dirty country has communities with habits: some do not say whose report it is, some print nine months
# beside the year in each row, repeat codes, name no period, or claim a total that the rows contradict.

# %%
dirty = invented.Country(communities=12, years=1, measures=6, dirty=True)
[dirty.habit(each) for each in range(12)]


# %% [markdown]
# The same from the command line. Columns come year by year as Parquet, as a collected folder has them;
# documents come with a list of the communities, for the papers themselves tell neither region nor code.


# %%
def main() -> None:
    """Make the country that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in {"communities": 1470, "years": 6, "measures": 60, "seed": 1}.items():
        parser.add_argument(f"--{name}", type=int, default=usual, help=f"{usual} when left out")
    parser.add_argument("--dirty", action="store_true", help="some communities have odd habits")
    parser.add_argument("--documents", action="store_true", help="docx, html, txt and csv instead of columns")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder to fill")
    told = vars(parser.parse_args())
    output, documents = told.pop("output"), told.pop("documents")
    made = invented.Country(**told)
    output.mkdir(parents=True, exist_ok=True)
    print(invented.write_documents(made, output) if documents else invented.write_columns(made, output))


if __name__ == "__main__":
    main()
