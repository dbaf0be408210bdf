"""Collects folders over and over, killed each time some steps later, and prints how many steps there are.

    python killed.py SCRATCH

A step gives a file its name, or takes it away: between two of them nothing has changed that anybody reads.
Processes are forked, so that each costs little; what a killed one leaves is brought to its end and compared with a run that nobody disturbed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from pathlib import Path

import pyarrow.compute
import pyarrow.parquet
from gathered import held, left, put, report

import localgender as lg

STEPS = ("os.rename", "os.remove", "os.rmdir")


def forked(folder: Path, output: Path, *, steps: int | None, prune: bool = False) -> bool:
    """Collect in a process of its own; tell whether it was killed before the step of that number."""
    if (child := os.fork()) == 0:
        try:
            _count_down(output, steps)
            lg.collect(folder, output, workers=1, prune=prune)
        except BaseException:  # noqa: BLE001 - a child that goes on would be a second test
            traceback.print_exc()
            os._exit(2)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise SystemExit(2)
    return os.WIFSIGNALED(status)


def _count_down(output: Path, steps: int | None) -> None:
    counted, below = 0, str(output)

    def heard(event: str, given: tuple[object, ...]) -> None:
        nonlocal counted
        if event in STEPS and str(given[0]).startswith(below) and not _is_aside(event, str(given[0])):
            if counted == steps:
                os.kill(os.getpid(), signal.SIGKILL)
            counted += 1

    sys.addaudithook(heard)


def _is_aside(event: str, name: str) -> bool:
    return event == "os.remove" and name.endswith(".part")


def whole(output: Path) -> None:
    """Fail where something that has its name is torn."""
    for file in output.rglob("*"):
        if file.suffix == ".parquet" and not file.name.startswith("."):
            pyarrow.parquet.read_table(file, partitioning=None)
        if file.suffix == ".json" and not file.name.startswith("."):
            lg.loads(file.read_bytes())


def laid(folder: Path, files: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        put(folder, name, text)


def killed_at_many_steps(
    place: Path, steps: int, first: dict[str, str], then: dict[str, str], last: dict[str, str]
) -> int:
    """Kill at one step after another a run over `then`, of which an earlier one knows `first`, and end it over `last`.

    Returns:
        The number of the first step that it had not.
    """
    folder, known, output = place / "folder", place / "known", place / "output"
    laid(folder, last)
    forked(folder, place / "expected", steps=None)
    expected = held(place / "expected")
    if first:
        laid(folder, first)
        forked(folder, known, steps=None)
    while True:
        shutil.rmtree(output, ignore_errors=True)
        if first:
            shutil.copytree(known, output)
        laid(folder, then)
        if not forked(folder, output, steps=steps, prune=True):
            return steps
        whole(output)
        laid(folder, last)
        forked(folder, output, steps=None, prune=True)
        assert held(output) == expected, f"killed at step {steps} it differs"
        assert left(output) == [], f"killed at step {steps} it leaves {left(output)}"
        assert not list(output.rglob("*.part"))
        steps += STRIDE


# The three runs begin at different steps, so together they meet each stage several times.
STRIDE = 3
OLD = {"а.txt": report(1), "б.txt": report(2, year=2022)}
NEW = {"а.txt": report(1, year=2022), "в.csv": report(1).replace("\t", ";"), "г.txt": report(1), "д.docx": ""}

if __name__ == "__main__":
    scratch = Path(sys.argv[1]).resolve()
    # What a document needs is imported here, not again by every child.
    reading = lg.read_report(report().encode())
    lg.frames.records(reading), lg.dumps(reading.value)
    print(  # noqa: T201 - the answer
        killed_at_many_steps(scratch / "anew", 0, {}, NEW, NEW),
        killed_at_many_steps(scratch / "changed", 1, OLD, NEW, NEW),
        killed_at_many_steps(scratch / "back", 2, OLD, NEW, OLD),
    )
