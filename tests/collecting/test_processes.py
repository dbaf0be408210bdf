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


SLIP = "this should not happen: ZeroDivisionError: division of a report"
LATE, DEAD = "not read within 2 seconds", "reading it ended the process"


def test_whatever_a_document_does_to_its_process_costs_that_document(folder: Path, tmp_path: Path) -> None:
    for name, data in {"а": DEADLY, "б": CLUMSY, "звіт2а": DEADLY + b" too", "я": ENDLESS, "і": ODD}.items():
        put(folder, f"{name}.bin", data)
    found = lg.collect(folder, tmp_path / "країна", workers=2, formats=DANGEROUS, seconds=2)
    assert reasons(found) == {
        "а.bin": DEAD,
        "б.bin": SLIP,
        "звіт2а.bin": DEAD,
        "я.bin": LATE,
        "і.bin": "half and half",
    }
    assert len(found.of("read")) == len(FEW)
    assert len(rows(tmp_path / "країна", "measures")) == 2 * len(FEW)
    assert left(tmp_path / "країна") == []


def test_in_one_process_too_a_slip_or_a_slow_document_costs_itself(folder: Path, tmp_path: Path) -> None:
    for name, data in {"а": ENDLESS, "б": CLUMSY, "і": ODD}.items():
        put(folder, f"{name}.bin", data)
    found = lg.collect(folder, tmp_path / "країна", workers=1, formats=DANGEROUS, seconds=2)
    assert reasons(found) == {"а.bin": LATE, "б.bin": SLIP, "і.bin": "half and half"}
    assert len(found.of("read")) == len(FEW)


def test_what_died_is_tried_again(folder: Path, tmp_path: Path) -> None:
    """Memory may have been short that day."""
    put(folder, "а.txt", report(9))
    dangerous, *others = DANGEROUS
    slow, quick = (attrs.evolve(dangerous, recognises=each) for each in (_is_ninth, _is_nothing))
    lg.collect(folder, tmp_path / "країна", workers=1, formats=[slow, *others], seconds=1)
    found = lg.collect(folder, tmp_path / "країна", workers=1, formats=[quick, *others])
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
