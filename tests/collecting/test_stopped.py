"""A run that is killed, at whatever moment, leaves nothing torn, and the next one ends where none was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from gathered import held, left, put, report

import localgender as lg

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
DOCUMENTS = 12

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


def test_killed_at_every_stage_it_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    """At the first run, at one over what has changed, and where files come back before the next one."""
    killer = Path(__file__).with_name("killed.py")
    done = subprocess.run(
        [sys.executable, str(killer), str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    steps = [int(word) for word in done.stdout.split()]
    assert len(steps) == 3
    assert min(steps) > 10


def test_killed_with_its_processes_it_goes_on_from_what_was_finished(
    folder: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    """The lock of the dead process is no lock, and what was finished is not read again."""
    output = tmp_path / "країна"
    assert kill_when(pieces(DOCUMENTS // 2), folder, output, "--workers", "2")
    assert not (output / "documents.parquet").exists()
    finished = times(output)
    seen: dict[str, int] = {}

    def told(done: int, whole: int, file: str) -> None:
        if done == whole:
            seen.update(times(output))

    lg.collect(folder, output, workers=1, progress=told)
    assert len(seen) == DOCUMENTS
    assert finished.items() <= seen.items()
    assert held(output) == undisturbed
    assert left(output) == []


def times(output: Path) -> dict[str, int]:
    return {each.name: each.stat().st_mtime_ns for each in (output / ".localgender/pieces").glob("*.piece")}


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
