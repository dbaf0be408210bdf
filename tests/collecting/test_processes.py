"""What a document does to the process that reads it costs that document and no other."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import attrs
import pytest
from dying import CLUMSY, DANGEROUS, DEADLY, ENDLESS, ODD
from gathered import fill, held, left, put, report, rows

import localgender as lg
from localgender.errors import WorkerError

FEW = {f"звіт{number}": report(number) for number in range(1, 4)}


def reasons(found: lg.Collected) -> dict[str, str | None]:
    return {each.file: each.reason for each in found.of("failed")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "звіти", **FEW)


def test_a_process_that_dies_costs_one_document(folder: Path, tmp_path: Path) -> None:
    put(folder, "а.bin", DEADLY)
    put(folder, "звіт2а.bin", DEADLY + b" too")
    found = lg.collect(folder, tmp_path / "країна", workers=2, formats=DANGEROUS)
    assert reasons(found) == dict.fromkeys(("а.bin", "звіт2а.bin"), "reading it ended the process")
    assert len(found.of("read")) == len(FEW)
    assert len(rows(tmp_path / "країна", "measures")) == 2 * len(FEW)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_takes_too_long_is_given_up(workers: int, folder: Path, tmp_path: Path) -> None:
    put(folder, "а.bin", ENDLESS)
    put(folder, "я.bin", ENDLESS + b" too")
    found = lg.collect(folder, tmp_path / "країна", workers=workers, formats=DANGEROUS, seconds=1)
    assert reasons(found) == dict.fromkeys(("а.bin", "я.bin"), "not read within 1 seconds")
    assert len(found.of("read")) == len(FEW)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_slip_of_a_reader_costs_one_document(workers: int, folder: Path, tmp_path: Path) -> None:
    put(folder, "а.bin", CLUMSY)
    put(folder, "б.bin", ODD)
    found = lg.collect(folder, tmp_path / "країна", workers=workers, formats=DANGEROUS)
    assert reasons(found) == {
        "а.bin": "this should not happen: ZeroDivisionError: division of a report",
        "б.bin": "half and half",
    }
    assert len(found.of("read")) == len(FEW)


def test_what_died_is_tried_again(folder: Path, tmp_path: Path) -> None:
    """Memory may have been short that day."""
    put(folder, "а.txt", report(9))
    dangerous, *others = DANGEROUS
    slow, quick = (attrs.evolve(dangerous, recognises=each) for each in (_is_ninth, _is_nothing))
    lg.collect(folder, tmp_path / "країна", workers=2, formats=[slow, *others], seconds=1)
    found = lg.collect(folder, tmp_path / "країна", workers=2, formats=[quick, *others])
    assert [each.file for each in found.of("changed")] == ["а.txt"]
    lg.collect(folder, tmp_path / "заново", workers=1, formats=[quick, *others])
    assert held(tmp_path / "країна") == held(tmp_path / "заново")


def _is_ninth(data: bytes, name: str) -> bool:
    return "культури 9" in data.decode("utf8", "replace")


def _is_nothing(data: bytes, name: str) -> bool:
    return False


def test_a_script_without_a_guard_is_told_what_it_needs(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "скрипт.py"
    script.write_text(
        f"import localgender as lg\nlg.collect({str(folder)!r}, {str(tmp_path / 'країна')!r}, workers=2)\n",
        "utf8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, encoding="utf8")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == f"localgender.errors.WorkerError: {WorkerError()}"
    assert held(tmp_path / "країна") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_a_process_whose_master_was_killed_ends_too_whatever_it_is_at(folder: Path, tmp_path: Path) -> None:
    put(folder, "а.bin", ENDLESS)
    script = (
        "import multiprocessing, os, sys; sys.path.insert(0, sys.argv[3])\n"
        "import localgender as lg\nfrom dying import DANGEROUS\n"
        "def told(*how_far):\n"
        "    print(*(each.pid for each in multiprocessing.active_children()), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "lg.collect(sys.argv[1], sys.argv[2], workers=2, formats=DANGEROUS, progress=told)\n"
    )
    command = [
        sys.executable,
        "-c",
        script,
        str(folder),
        str(tmp_path / "країна"),
        str(Path(__file__).parent),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    children = [int(word) for word in done.stdout.split()]
    assert children
    for _ in range(300):
        if not any(map(_lives, children)):
            break
        time.sleep(0.1)
    assert not any(map(_lives, children))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def test_nothing_is_left_of_what_was_not_finished(folder: Path, tmp_path: Path) -> None:
    lg.collect(folder, tmp_path / "країна", workers=2)
    assert left(tmp_path / "країна") == []
