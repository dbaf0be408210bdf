"""Pages that show the command line show what it prints."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from programs import FEW, PROGRAM, unit_report

from paths import ROOT, SAMPLE

PAGES = (
    "audit-a-folder",
    "complete-words",
    "publish-small-counts",
    "consolidate-reports",
    "collect-a-country",
)
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(SAMPLE / "zhytomyr-report-2023.txt", tmp_path / "звіт.docx")
    shutil.copy(SAMPLE / "zhytomyr-plan-1325.txt", tmp_path / "план.docx")
    (tmp_path / "дані.docx").write_text(FEW, "utf8")
    for number, unit in enumerate(("Відділ освіти", "Відділ культури"), 1):
        (tmp_path / f"звіт-{number}.docx").write_text(unit_report(unit, "10,0"), "utf8")
    (tmp_path / "чернетка.docx").write_text("Сесія міської ради відбулася.\n", "utf8")
    return tmp_path


def sessions(page: str) -> list[tuple[str, str]]:
    """Return every call of a page with what it shows below it."""
    text = (ROOT / "docs" / "how-to" / f"{page}.md").read_text("utf8")
    calls: list[tuple[str, str]] = []
    for block in BLOCK.findall(text):
        for part in block.split("$ ")[1:]:
            call, shown = re.fullmatch(r"(.*?<< 'END'\n.*?END\n|[^\n]*\n)(.*)", part, re.DOTALL).groups()
            calls.append((call, shown))
    return calls


@posix
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_is_printed(page: str, folder: Path) -> None:
    """Each call after the one before it, in one folder, as whoever follows the page would type them."""
    program = " ".join(f"'{word}'" for word in PROGRAM)
    assert sessions(page)
    for call, shown in sessions(page):
        if not call.startswith("pip "):
            script = f'HOME=$PWD; localgender() {{ {program} "$@"; }}; {call}'
            done = subprocess.run(
                ["sh", "-c", script], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            printed = done.stdout.decode("utf8").replace("\u00a0", " ")
            # What writes a script tells where to, which is a folder of its own here.
            assert (printed.replace(str(folder), "~") if "completion" in call else printed) == shown
