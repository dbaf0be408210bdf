"""Decisions and recommendations of one city, and what became of them."""

# %% [markdown]
# # What a council decided, and what became of it
#
# Two texts of one invented city: an account of who steers its policy, and the minutes of its council.

# %%
from pathlib import Path

import localgender as lg

DATA = Path(__file__).parent / "data"
city = lg.read_council(DATA / "council-city.txt")
minutes = lg.read_council(DATA / "council-minutes.txt")

# %% [markdown]
# Who is charged with what, and who reports to whom?

# %%
for body in city.value.bodies:
    for duty in body.duties:
        print(body.name, *duty.kinds, duty.reports_from, duty.reports_to, sep=" | ")

# %% [markdown]
# Which recommendations of the forum did a later act take up? A recommended programme is not an adopted one.

# %%
recommended = city.value.conferences[0].recommendations
for each, follow in zip(recommended, lg.followed_up(city), strict=True):
    print("followed" if follow.by else "open", "|", each.text)

# %% [markdown]
# What did the council decide, who is to do it, and what is overdue at the end of the year?

# %%
for still in lg.decisions_open(minutes, on="2024-12-31"):
    late = {True: "overdue", False: "in time", None: "no day"}[still.overdue]
    print(late, "|", ", ".join(still.decision.assignees), "|", still.decision.text)

# %% [markdown]
# What would an auditor note?

# %%
for finding in lg.audit(minutes).where(lambda each: each.kind != "unread-text"):
    print(lg.describe(finding, "en", minutes.places))
