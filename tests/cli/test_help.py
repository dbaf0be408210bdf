"""What the program says of itself, and what it thinks was meant."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from programs import FIGURES, MINUTES, PROGRAM, run, unit_report

from localgender import cli
from localgender.cli import commands, options, parser
from localgender.errors import NotationError
from localgender.model.funding import Stage
from localgender.questions.aggregate import GROUPINGS
from localgender.questions.codelists import NAMES
from localgender.questions.consolidation.calendars import reporting_calendar
from paths import SAMPLE

EXAMPLES = [(each.name, example) for each in commands.COMMANDS for example in each.examples]


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def call(*arguments: str) -> str:
        assert cli.main(arguments) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        return str(err)

    return call


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_examples_of_the_help_work_as_they_stand(command: str, example: str, tmp_path: Path) -> None:
    shutil.copy(SAMPLE / "zhytomyr-report-2023.txt", tmp_path / "звіт.docx")
    shutil.copy(SAMPLE / "zhytomyr-plan-1325.txt", tmp_path / "план.docx")
    (tmp_path / "протокол.docx").write_text(MINUTES, "utf8")
    (tmp_path / "дані.docx").write_text(FIGURES, "utf8")
    (tmp_path / "звіти").mkdir()
    shutil.copy(SAMPLE / "zhytomyr-report-2023.txt", tmp_path / "звіти")
    (tmp_path / "громади.csv").write_text("громада;область\nЗорянська громада;Сумська\n", "utf8")
    for number, unit in enumerate(("Відділ освіти", "Відділ культури"), 1):
        (tmp_path / f"звіт-{number}.docx").write_text(unit_report(unit, "10,0"), "utf8")
    assert example.startswith(f"localgender {command} ")
    program = " ".join(f"'{word}'" for word in PROGRAM)
    script = f'localgender() {{ {program} "$@"; }}; {example}'
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip()


@pytest.mark.parametrize("language", ["uk", "en"])
def test_help_lists_every_command_in_its_group(language: str) -> None:
    told = run("--help", "--lang", language).stdout.decode("utf8")
    lines = [line.split() for line in told.splitlines()]
    for each in commands.COMMANDS:
        assert [each.name, *each.purpose.said(language).split()] in lines
        assert f"\n{each.group.said(language)}:\n" in told


def test_help_is_of_one_language() -> None:
    """What explains a command and its options has no word of the other language, but those that are typed."""
    for language, foreign in (("uk", r"\b[a-z]{3,}\b"), ("en", r"[а-яіїєґ]{3,}")):
        for name, each in parser.commands(language).items():
            told = [each.description or "", *(str(action.help) for action in each._actions)]
            assert set(re.findall(foreign, " ".join(told))) <= {"auto", "docx", "zip"}, name


def test_the_words_of_options_are_those_of_the_questions() -> None:
    assert options.GROUPINGS == GROUPINGS
    assert tuple(map(str, Stage)) == options.STAGES
    assert options.CODE_LISTS == NAMES
    with pytest.raises(NotationError, match=f"one of {', '.join(options.CALENDARS)};"):
        reporting_calendar("")


def test_help_and_refusals_load_no_model() -> None:
    code = (
        "import sys; from localgender.cli import main\n"
        "main(['--version']); main(['audit', '--help']); main(['audits']); main(['audit', '--by'])\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seen = done.stderr.splitlines()[-1].split()
    assert "localgender.cli.parser" in seen
    assert {"pendulum", "cattrs", "localgender.model", "localgender.documents", "shtab", "rich"}.isdisjoint(
        seen
    )


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["audti", "x"], "audit"),
        (["reports", "x"], "report"),
        (["audit", "x", "--langg", "en"], "--lang"),
        (["audit", "x", "--outptu=y"], "--output"),
        (["audit", "x", "--format", "htm"], "html"),
        (["totals", "x", "--by", "goals", "--amount", "planned"], "goal"),
        (["totals", "x", "--by", "goal", "--amount", "plan"], "planned"),
        (["coverage", "x", "--list", "sdg5"], "sdg-5"),
    ],
)
def test_the_nearest_right_word_is_offered(
    arguments: list[str], meant: str, refused: Callable[..., str]
) -> None:
    assert f"; можливо, {meant}? (див. localgender" in refused(*arguments)
    assert f"; did you mean {meant}? (see localgender" in refused(*arguments, "--lang=en")


def test_nothing_is_offered_when_nothing_is_near(refused: Callable[..., str]) -> None:
    assert "можливо" not in refused("qqqq", "x")
    assert "можливо" not in refused("audit", "x", "--zzzzzz")


@pytest.mark.parametrize(
    ("arguments", "uk", "en"),
    [
        ([], "ще потрібно: COMMAND", "still needed: COMMAND"),
        (["audit"], "ще потрібно: FILE", "still needed: FILE"),
        (["compare", "x"], "ще потрібно: NEW", "still needed: NEW"),
        (["compare", "x", "y", "z"], "зайве слово: 'z'", "one word too many: 'z'"),
        (["totals", "x"], "ще потрібно: --by, --amount", "still needed: --by, --amount"),
        (["report", "x"], "ще потрібно: -o/--output", "still needed: -o/--output"),
        (["audit", "x", "--format"], "після --format має стояти", "--format needs a value"),
        (["audit", "x", "--strict=yes"], "--strict не має значення", "--strict takes no value, not 'yes'"),
    ],
)
def test_a_wrong_call_is_told_in_the_language_of_the_call(
    arguments: list[str], uk: str, en: str, refused: Callable[..., str]
) -> None:
    assert refused("--lang", "en", *arguments).startswith(f"localgender: {en}")
    assert refused(*arguments).startswith(f"localgender: {uk}")


def test_a_missing_file_names_the_one_beside_it(tmp_path: Path, refused: Callable[..., str]) -> None:
    for name in ("звіт-2023.docx", "план.docx", "нотатки.docx"):
        (tmp_path / name).touch()
    for wrong, right in (("звіт2023.docx", "звіт-2023.docx"), ("план.doc", "план.docx")):
        assert f"; можливо, {tmp_path / right}?\n" in refused("read", str(tmp_path / wrong))
    assert "можливо" not in refused("read", str(tmp_path / "паспорт.docx"))
    assert "можливо" not in refused("read", str(tmp_path / "нема" / "план.docx"))


def test_a_wrong_layout_is_told_by_its_file(tmp_path: Path, refused: Callable[..., str]) -> None:
    layout = tmp_path / "опис.toml"
    layout.write_text('extends = "programe"\n', "utf8")
    told = refused("read", str(SAMPLE / "zhytomyr-plan-1325.txt"), "--layout", str(layout))
    assert told.startswith(f"localgender: {layout}: $.extends: немає родини 'programe'; ")
