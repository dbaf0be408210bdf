"""The example runs as it is shipped, and tells what it says."""

from __future__ import annotations

import subprocess
import sys

import localgender as lg
from accounted import assert_accounted
from paths import ROOT, SAMPLE

SAID = """\
зареєстровано звернень 2024-9m None 690
зареєстровано звернень 2023-9m None 600
кривдників 2024-9m male 158
90 15.0
70.3 52/21
silent
parts-differ-from-total | “Працівники ради”, January–September 2024: the total is 74, its parts by sex add up to 73."""


def test_the_example_says_what_it_says() -> None:
    done = subprocess.run(
        [sys.executable, "examples/figures_by_sex.py"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf8",
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf8"},
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.startswith(SAID)


def test_nothing_of_its_document_is_lost() -> None:
    reading = lg.read(SAMPLE / "verboloz-statistics.txt")
    assert_accounted(reading)
    assert reading.unread == ()
