"""Words that a shell completes, asked of a real shell where there is one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from programs import run

from localgender import cli
from localgender.cli.commands import COMMANDS, SHELLS

bash = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="there is no bash here"
)


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("completion") / "localgender.bash"
    assert run("completion", "bash", "-o", str(place)).returncode == 0
    return place


def completed(script: Path, words: list[str], folder: Path) -> set[str]:
    """Ask bash what it would offer for the last word of a call."""
    typed = " ".join(f"'{word}'" for word in words)
    asked = (
        f"source '{script}'\n"
        f"COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}\n"
        "name=$(complete -p localgender | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n"
        '"$name" localgender "${COMP_WORDS[COMP_CWORD]}"\n'
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash", "-c", asked], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return set(done.stdout.split("\n")) - {""}


@bash
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ([""], {each.name for each in COMMANDS}),
        (["co"], {"coverage", "council", "collect", "compare", "consolidate", "completion"}),
        (["audit", "--st"], {"--strict"}),
        (["audit", "--format", ""], {"text", "json", "markdown", "html"}),
        (["totals", "--by", "e"], {"executor"}),
        (["totals", "звіт.docx", "--amount", ""], {"planned", "allocated", "disbursed"}),
        (["completion", ""], set(SHELLS)),
        (["audit", "зв"], {"звіт.docx", "звіти"}),
        (["audit", "звіт.docx", "пл"], {"план.docx"}),
    ],
)
def test_bash_completes(words: list[str], offered: set[str], script: Path, tmp_path: Path) -> None:
    for name in ("звіт.docx", "план.docx"):
        (tmp_path / name).touch()
    (tmp_path / "звіти").mkdir()
    assert completed(script, ["localgender", *words], tmp_path) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script_of_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", shell]) == 0
    told = capsys.readouterr().out
    assert [each.name for each in COMMANDS if each.name not in told] == []


def test_the_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert cli.main(["completion", "bash", "--lang", "en"]) == 2
    assert capsys.readouterr().err == (
        "localgender: completing words in a shell needs an extra: pip install 'localgender[cli]'\n"
    )
