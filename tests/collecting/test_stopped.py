"""A run that is killed, at whatever moment, leaves nothing torn, and the next one ends where none was killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet
import pytest
from gathered import held, left, put, report, rows

import localgender as lg

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
DOCUMENTS = 16

Moment = Callable[[Path], bool]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("звіти")
    for number in range(DOCUMENTS):
        put(place, f"область {number % 4}/звіт {number}.txt", report(number, year=2020 + number % 3))
    return place


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    output = tmp_path_factory.mktemp("ціле") / "країна"
    lg.collect(folder, output, workers=1)
    return held(output)


def begin(folder: Path, output: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "localgender", "collect", str(folder), "-o", str(output), *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def pieces(number: int) -> Moment:
    return lambda output: len(list((output / ".localgender" / "pieces").glob("*.piece"))) >= number


def decided(output: Path) -> bool:
    return (output / ".localgender" / "decided.parquet").exists()


def values(number: int) -> Moment:
    return lambda output: len(list((output / "values").glob("*.json"))) >= number


def table(name: str) -> Moment:
    return lambda output: any(output.glob(f"{name}*"))


def kill_when(moment: Moment, folder: Path, output: Path, *words: str) -> bool:
    """Kill a run with all that belongs to it as soon as something is seen; False when it was faster."""
    run = begin(folder, output, *words)
    while run.poll() is None and not moment(output):
        time.sleep(0.0005)
    was_faster = run.poll() is not None
    if not was_faster:
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    return not was_faster


def whole(output: Path) -> None:
    """Expect that whatever has its name is whole."""
    for file in output.rglob("*"):
        if file.suffix == ".parquet" and not file.name.startswith("."):
            pyarrow.parquet.read_table(file, partitioning=None)
        if file.suffix == ".json" and not file.name.startswith("."):
            lg.loads(file.read_bytes())


MOMENTS = {
    "the first is finished": pieces(1),
    "half is finished": pieces(DOCUMENTS // 2),
    "all is decided": decided,
    "values are written": values(DOCUMENTS // 2),
    "a year is written": table("observations/year=2021"),
    "the second table is begun": table("measures/year=2020"),
    "the last table is written": table("documents.parquet"),
}


def test_killed_at_every_stage_it_ends_as_if_it_had_not_been(
    folder: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    output = tmp_path / "країна"
    killed = []
    for name, moment in MOMENTS.items():
        if kill_when(moment, folder, output, "--workers", "2"):
            killed.append(name)
        whole(output)
    # The disk may be faster than the eye, but not at every stage.
    assert len(killed) > 1
    last = begin(folder, output, "--workers", "1")
    last.communicate()
    assert last.returncode == 0
    assert held(output) == undisturbed
    assert left(output) == []
    assert not list(output.rglob("*.part"))


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_time_it_ends_as_if_it_had_not_been(
    seed: int, folder: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    output, chance = tmp_path / "країна", random.Random(seed)
    for _ in range(3):
        run = begin(folder, output, "--workers", "2")
        time.sleep(chance.uniform(0.3, 4))
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        whole(output)
    lg.collect(folder, output, workers=1)
    assert held(output) == undisturbed


def test_what_was_finished_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "країна"
    assert kill_when(pieces(DOCUMENTS // 2), folder, output, "--workers", "1")
    finished = {
        each.name: each.stat().st_mtime_ns for each in (output / ".localgender/pieces").glob("*.piece")
    }
    seen: dict[str, int] = {}

    def told(done: int, whole: int, file: str) -> None:
        if done == whole:
            seen.update(
                {
                    each.name: each.stat().st_mtime_ns
                    for each in (output / ".localgender/pieces").glob("*.piece")
                }
            )

    lg.collect(folder, output, workers=1, progress=told)
    assert len(seen) == DOCUMENTS
    assert finished.items() <= seen.items()


def test_a_run_stopped_while_it_forgets_is_brought_to_its_end(folder: Path, tmp_path: Path) -> None:
    """A file that comes back is read anew, never taken for one whose rows are all there."""
    own = tmp_path / "звіти"
    for number in range(6):
        put(own, f"{number}.txt", report(number))
    output = tmp_path / "країна"
    lg.collect(own, output, workers=1)
    before = held(output)
    gone = [own / f"{number}.txt" for number in range(5)]
    for each in gone:
        each.rename(each.with_suffix(".away"))
    for each in gone:
        each.with_suffix(".away").rename(tmp_path / each.with_suffix(".away").name)
    kill_when(decided, own, output, "--prune", "--workers", "1")
    for each in gone:
        (tmp_path / each.with_suffix(".away").name).rename(each)
    lg.collect(own, output, workers=1)
    assert held(output) == before


def test_an_interrupted_run_says_so_and_keeps_what_it_has(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "країна"
    run = begin(folder, output, "--workers", "2", "--lang", "en")
    while run.poll() is None and not pieces(3)(output):
        time.sleep(0.001)
    # As a terminal does it: to the whole group.
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate()
    assert (run.returncode, out) == (130, b"")
    assert err.decode() == (
        "localgender: interrupted; what was read is kept, and the same call goes on from there\n"
    )
    assert pieces(3)(output)
    assert not (output / "documents.parquet").exists()


def test_the_lock_of_a_dead_process_is_no_lock(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "країна"
    assert kill_when(pieces(1), folder, output, "--workers", "1")
    lg.collect(folder, output, workers=1)
    assert len(rows(output, "documents")) == DOCUMENTS


def test_two_at_once_are_refused_in_one_line(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "країна"
    first = begin(folder, output, "--workers", "1")
    while first.poll() is None and not pieces(1)(output):
        time.sleep(0.001)
    # Held where it is, so that it cannot be done before the other one looks.
    os.killpg(first.pid, signal.SIGSTOP)
    second = begin(folder, output, "--lang", "en")
    out, err = second.communicate()
    os.killpg(first.pid, signal.SIGCONT)
    assert (second.returncode, out) == (2, b"")
    assert err.decode() == f"localgender: {output}: another process is collecting into this folder\n"
    first.communicate()
    assert first.returncode == 0
