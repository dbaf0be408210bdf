"""How long hiding takes, and what it costs, on tables of places, groups and quarters.

    python benchmarks/suppression.py [DATE]

Counts are drawn with a long tail, so that most cells are near nothing and some are large; every table has
totals of rows, of columns, of quarters and of all.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from itertools import product
from random import Random

import localgender as lg
from localgender.questions.suppression import Why

SHAPES = (
    (10, 6, 1, 9),
    (30, 8, 1, 9),
    (30, 8, 1, 60),
    (12, 6, 4, 20),
    (30, 8, 4, 60),
    (30, 8, 4, 20),
    (30, 8, 4, 9),
)
ALL = "all"


def ledger(sizes: tuple[int, ...], mean: int, seed: int = 1325) -> lg.Ledger:
    """Draw a table on some axes, with the total of each axis beside its parts."""
    random = Random(seed)  # noqa: S311 - figures, not secrets
    axes = [range(size) for size in sizes if size > 1]
    counts = {key: int(random.expovariate(1 / mean)) for key in product(*axes)}
    sums = []
    for place, axis in enumerate(axes):
        others = {(*key[:place], ALL, *key[place + 1 :]) for key in counts}
        for total in sorted(others, key=str):
            parts = [(*total[:place], each, *total[place + 1 :]) for each in axis]
            counts[total] = sum(counts[part] for part in parts)
            sums.append(lg.Sum(total, parts))
    return lg.Ledger(counts, sums)


def main(day: str = "no date given") -> None:
    """Print one line for each shape."""
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    print(f"{machine}, {platform.machine()}; {day}")
    print(f"{'shape':<28}{'mean':>5}{'cells':>7}{'small':>7}{'hidden':>8}{'bits lost':>11}{'s':>8}")
    for *sizes, mean in SHAPES:
        table = ledger(tuple(sizes), mean)
        began = time.process_time()
        reasons = lg.suppress(table).reasons
        spent = time.process_time() - began
        bits = [table[key].bit_length() for key, _ in table.counts]
        lost = sum(table[key].bit_length() for key in reasons) / sum(bits)
        small = sum(why is Why.SMALL for why in reasons.values())
        shape = " x ".join(map(str, sizes))
        print(
            f"{shape:<28}{mean:>5}{len(table.counts):>7}{small:>7}{len(reasons):>8}{lost:>11.1%}{spent:>8.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
