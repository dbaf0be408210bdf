"""The example on decisions prints what a reader of it expects."""

from __future__ import annotations

import runpy

import pytest

from paths import ROOT


def test_the_example_tells_what_is_followed_open_and_overdue(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(ROOT / "examples" / "follow_decisions.py"))
    told = capsys.readouterr().out.splitlines()
    assert [line.split(" | ")[0] for line in told[3:8]] == ["followed", "open", "overdue", "no day", "no day"]
    assert told[1].split(" | ")[1:3] == ["consolidates", "reports"]
    assert told[-1].startswith("Decision 4: it is not said by when")
