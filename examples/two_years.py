"""Two years of one programme: what came, what went, what moved."""

# %% [markdown]
# # Two years of one programme
#
# The same village reported for 2023 and for 2024. Measures are matched by number and by words.

# %%
from pathlib import Path

import localgender as lg

DATA = Path(__file__).parent / "data" / "kalynivka"
before = lg.read_report(DATA / "report-2023.txt")
after = lg.read_report(DATA / "report-2024.txt")
changes = lg.compare(before, after)
changes

# %% [markdown]
# One kind of change at a time: whose term was moved?

# %%
for change in changes.of("term-changed"):
    print(change.new_ref, *change.facts["old"].spans, "→", *change.facts["new"].spans)

# %% [markdown]
# What was put off, and was it done a year later?

# %%
first, second = lg.classify(before), lg.classify(after)
for ref, status in first.items():
    if status.delivery != "delivered":
        print(ref, status.delivery, "→", second[ref].delivery)

# %% [markdown]
# Both years add up, each by itself. A sum over the two is the caller's own step.

# %%
for reading in (before, after):
    print(reading.value.period, lg.total(reading, "planned"), lg.total(reading, "disbursed"))
