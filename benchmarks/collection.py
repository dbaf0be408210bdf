"""How many documents of a country are collected in a second on one core, anew and when little has changed.

    python benchmarks/collection.py 2026-11-22 [--communities 20] [--years 2] [--measures 40] [--workers 1 2]

Yearly reports of an invented country, in turn as docx, html, txt and csv, are collected three times: anew,
unchanged, and with one file changed. Seconds are those of the clock on a machine with nothing else to do; the
memory is the most that the process which leads, and the largest of those that read, ever held.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import localgender as lg
from localgender.strategies import invented

HEADS = (
    "workers", "documents", "first, s", "documents/s and core", "unchanged, s", "one changed, s",
    "leading, MiB", "reading, MiB",
)  # fmt: skip
# Linux tells kilobytes, macOS bytes.
_MIB = 2**20 if sys.platform == "darwin" else 2**10


def collected(folder: Path, output: Path, workers: int) -> tuple[float, lg.Collected]:
    """Return how long it takes to collect a folder, and what came of it."""
    begun = time.perf_counter()
    found = lg.collect(folder, output, workers=workers)
    return time.perf_counter() - begun, found


def measured(country: invented.Country, workers: int) -> tuple[object, ...]:
    """Return one row of the table."""
    with TemporaryDirectory() as place:
        invented.write_documents(country, Path(place))
        folder, output = Path(place, "documents"), Path(place, "collected")
        first, found = collected(folder, output, workers)
        if len(found.of("new")) != len(found.entries) or found.of("failed"):
            raise SystemExit(f"not a first run without failures: {found}")
        unchanged, found = collected(folder, output, workers)
        if len(found.of("unchanged")) != len(found.entries):
            raise SystemExit(f"something has changed: {found}")
        file = next(folder.rglob("*.txt"))
        file.write_bytes(file.read_bytes() + b"\n")
        one, found = collected(folder, output, workers)
        if len(found.of("changed")) != 1:
            raise SystemExit(f"not one file has changed: {found}")
    rate = len(found.entries) / first / min(workers, os.cpu_count() or 1)
    return workers, len(found.entries), first, rate, unchanged, one, *_peaks()


def _peaks() -> Iterator[float]:
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        yield resource.getrusage(who).ru_maxrss / _MIB


def _told(line: multiprocessing.Queue[tuple[object, ...]], country: invented.Country, workers: int) -> None:
    line.put(measured(country, workers))


def lines(country: invented.Country, numbers: list[int]) -> Iterator[str]:
    """Yield the table; each row is measured in a process of its own, as memory once held is never less."""
    yield f"| {' | '.join(HEADS)} |"
    yield "|" + "--:|" * len(HEADS)
    context = multiprocessing.get_context("spawn")
    for workers in numbers:
        line: multiprocessing.Queue[tuple[object, ...]] = context.Queue()
        process = context.Process(target=_told, args=(line, country, workers))
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(process.exitcode)
        cells = [f"{each:,.1f}" if isinstance(each, float) else str(each) for each in line.get()]
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table with the day and the machine."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("day", help="when it is measured, such as 2026-11-22")
    parser.add_argument("--communities", type=int, default=20)
    parser.add_argument("--years", type=int, default=2)
    parser.add_argument("--measures", type=int, default=40, help="of each report")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    country = invented.Country(
        communities=options.communities, years=options.years, measures=options.measures
    )
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{options.day}, {os.cpu_count()} cores, {platform.machine()}, {python}\n")
    for each in lines(country, options.workers):
        print(each, flush=True)


if __name__ == "__main__":
    main()
