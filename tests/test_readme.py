"""The README shows what the library really prints."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from paths import ROOT

SHOWN = re.compile(r"<!-- output of: (?P<arguments>[^>]+) -->\n```text\n(?P<output>.*?)```", re.DOTALL)


@pytest.mark.parametrize(
    "shown", list(SHOWN.finditer((ROOT / "README.md").read_text("utf8"))), ids=lambda m: m["arguments"]
)
def test_the_output_shown_is_the_output_printed(shown: re.Match[str]) -> None:
    command = [sys.executable, "-m", "localgender", *shown["arguments"].split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf8", check=True)
    assert done.stdout == shown["output"]


def test_the_main_command_is_one_line() -> None:
    readme = (ROOT / "README.md").read_text("utf8")
    for mark in ("<!-- main job -->", "<!-- tests -->"):
        block = readme.split(mark, 1)[1].split("```")[1]
        assert block.count("\n") == 2
        assert "python3 -m venv" in block
