"""What a public name promises: documentation that leaves nothing out, types, and a package that holds it all."""

from __future__ import annotations

import importlib.util
import inspect
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs
import name_pages
import pytest

import localgender as lg
from localgender.values.words import one_of
from paths import ROOT, SAMPLE
from raised import leaving

SCRIPTS = Path(sys.executable).parent
DOWNSTREAM = ROOT / "tests" / "downstream" / "sample.py"


PUBLIC = name_pages.public()
CLASSES = {name: value for name, value in PUBLIC.items() if inspect.isclass(value)}
FUNCTIONS = {name: value for name, value in PUBLIC.items() if inspect.isroutine(value)}


def methods() -> Iterator[tuple[str, Any]]:
    """Every function, and every method and property of a class by `Class.method`."""
    yield from FUNCTIONS.items()
    for name, kind in CLASSES.items():
        for own, held in vars(kind).items():
            function = getattr(held, "fget", None) or getattr(held, "func", None) or inspect.unwrap(held)
            if not own.startswith("_") and inspect.isfunction(getattr(function, "__func__", function)):
                yield f"{name}.{own}", getattr(function, "__func__", function)


METHODS_OF = dict(methods())


def told(value: Any) -> str:
    return inspect.getdoc(value) or ""


def missing(value: Any, names: list[str]) -> list[str]:
    return [name for name in names if not re.search(rf"^ +\*{{0,2}}{name}: ", told(value), re.MULTILINE)]


def test_the_facade_is_in_order_and_names_each_thing_once() -> None:
    assert lg.__all__[0] == "__version__"
    assert list(lg.__all__[1:]) == sorted(set(lg.__all__[1:]))


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_begins_with_a_sentence(name: str) -> None:
    first = told(PUBLIC[name]).split("\n\n")[0]
    assert re.search(r"[.:;]$", first), f"{name}: {first!r}"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_is_told(name: str) -> None:
    """What it is, in which unit, and what silence means there."""
    given = list(inspect.signature(FUNCTIONS[name]).parameters)
    assert missing(FUNCTIONS[name], given) == []


@pytest.mark.parametrize("name", [n for n, kind in CLASSES.items() if attrs.has(kind)])
def test_every_field_is_told(name: str) -> None:
    fields = [each.name for each in attrs.fields(CLASSES[name]) if not each.name.startswith("_")]
    assert missing(CLASSES[name], fields) == []


MET = {kind.__qualname__: kind for kind in name_pages.met_kinds()}


@pytest.mark.parametrize("name", [name for name, kind in MET.items() if attrs.has(kind)])
def test_every_field_of_what_public_names_hold_and_give_is_told(name: str) -> None:
    fields = [each.name for each in attrs.fields(MET[name]) if not each.name.startswith("_")]
    assert missing(MET[name], fields) == []


def test_what_public_names_give_is_found() -> None:
    """Directly, such as answers of functions, and below them."""
    assert {"Checked", "ExplainedTotal", "Addend", "Needs", "ByRef"} <= set(MET)


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_method_is_told(name: str) -> None:
    silent = [
        each for each, held in vars(CLASSES[name]).items()
        if not each.startswith("_") and isinstance(held, METHODS) and not told(held)
    ]  # fmt: skip
    assert silent == []


@pytest.mark.parametrize("name", PUBLIC)
def test_no_result_is_taken_for_the_name_of_a_type(name: str) -> None:
    """What stands before a colon in the first line under Returns, or of a property, is shown as a type."""
    held = vars(PUBLIC[name]).values() if inspect.isclass(PUBLIC[name]) else []
    properties = [told(each) for each in held if isinstance(each, property | cached_property)]
    results = re.findall(r"^Returns:\n +(.*)", told(PUBLIC[name]), re.MULTILINE)
    assert [text for text in [*results, *properties] if re.match(r"[^`\n]*: ", text)] == []


METHODS = (type(told), classmethod, staticmethod, property, cached_property)


# What Hypothesis composes has no source of its own; a law raises AssertionError by its nature.
ANSWERING = {
    name: value for name, value in FUNCTIONS.items() if not name.startswith(("strategies.", "laws."))
}
# Errors of helpers that cannot come from here, each with the reason.
UNREACHABLE = {
    ("suppress", lg.errors.CodeError): "addresses come from the statistics themselves",
    ("tabulate.by_unit", TypeError): "what was consolidated holds a report",
    ("report_page", TypeError): "NoMeasuresError comes first",
}


@pytest.mark.parametrize("name", ANSWERING)
def test_every_error_is_told(name: str) -> None:
    """Those that a function raises itself and those of its helpers, or a kind that they belong to."""
    untold = [
        kind.__name__ for kind in leaving(ANSWERING[name])
        if (name, kind) not in UNREACHABLE and not any(is_told(base, name) for base in kind.__mro__)
    ]  # fmt: skip
    assert untold == []


def is_told(kind: type, name: str) -> bool:
    return bool(re.search(rf"^ +{kind.__name__}: ", told(FUNCTIONS[name]), re.MULTILINE))


# Of these types a first line alone does not tell what comes back: which of several, in which order, what is silent.
OPEN = re.compile(r"\bAny\b|\||^(str|bytes)$|^(tuple|dict|Mapping|list|frozenset)\[")
SILENCE = re.compile(r"\bNone\b|silen|undefined|nothing|no value")


@pytest.mark.parametrize("name", ANSWERING)
def test_a_result_that_its_type_leaves_open_is_told(name: str) -> None:
    """Which of several it is, in which order it comes, or what the text is."""
    answer = str(inspect.signature(ANSWERING[name]).return_annotation)
    says_it = re.search(r"\AReturn |^Returns:$", told(ANSWERING[name]), re.MULTILINE)
    assert not OPEN.search(answer) or says_it


@pytest.mark.parametrize("name", METHODS_OF)
def test_a_result_that_may_be_silent_says_so(name: str) -> None:
    """A `None` in the type of an answer is explained in its text."""
    answer = str(inspect.signature(METHODS_OF[name]).return_annotation)
    assert answer == "None" or "None" not in answer or SILENCE.search(told(METHODS_OF[name]))


NOUNS = [name for room in ("values", "model") for name in name_pages.rooms()[room] if name in CLASSES]
# Made by the library; no document prints them.
OURS = {"Place", "Ref"}


@pytest.mark.parametrize("name", NOUNS)
def test_a_noun_of_the_field_has_its_ukrainian_word(name: str) -> None:
    """In the first sentence, as an officer would say it."""
    assert re.search("[а-яіїєґ]", told(CLASSES[name]).split("\n\n")[0])


@pytest.mark.parametrize("name", sorted({*NOUNS} - OURS))
def test_a_noun_of_the_field_has_its_source(name: str) -> None:
    """The law, the standard or the documents in which it is met."""
    assert re.search(r"^Source: \S", told(CLASSES[name]), re.MULTILINE)


@pytest.mark.parametrize(("name", "kind"), UNREACHABLE)
def test_what_is_excused_would_be_asked_for(name: str, kind: type) -> None:
    assert kind in leaving(FUNCTIONS[name])


def test_errors_of_helpers_are_found_and_caught_ones_are_not() -> None:
    assert leaving(one_of) == {lg.errors.NotationError}
    assert leaving(lg.uah) == {TypeError, lg.errors.NotationError}
    assert lg.errors.ProseError in leaving(lg.read_council)
    assert lg.errors.ProseError not in leaving(lg.read), "read goes on where prose tells nothing"


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_program_of_somebody_else_is_typed(checker: str) -> None:
    """What it receives has the types that it expects, none of them unknown."""
    if not (SCRIPTS / checker).exists() or (checker == "pyright" and not shutil.which("node")):
        pytest.skip(f"{checker} is not installed, or has no node to run on")
    options = {
        "mypy": ["--strict", "--config-file=", "--cache-dir", str(ROOT / ".mypy_cache")],
        "pyright": ["--pythonpath", sys.executable],
    }
    done = subprocess.run(
        [str(SCRIPTS / checker), *options[checker], str(DOWNSTREAM)],
        capture_output=True, text=True, cwd=ROOT / "src",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed")
    into = tmp_path_factory.mktemp("built")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(into)],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return into


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"localgender"}
    assert "localgender/py.typed" in names
    assert "localgender/exchange/localgender-1.schema.json" in names
    assert {".toml", ".mo", ".css"} <= {Path(name).suffix for name in names}
    inside = {
        f"localgender/{each.relative_to(ROOT / 'src' / 'localgender').as_posix()}" for each in sources()
    }
    assert inside - set(names) == set()
    assert [name for name in names if "__pycache__" in name or "test" in Path(name).name] == []


def sources() -> Iterator[Path]:
    """Every file of the package that is no leaving of Python."""
    for each in (ROOT / "src" / "localgender").rglob("*"):
        if each.is_file() and each.suffix != ".pyc":
            yield each


def test_the_source_archive_can_be_tested(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml", "LICENSE", "README.md", "CHANGELOG.md", "conftest.py", "src/localgender/py.typed",
        "tests/test_promise.py", "examples/data/zhytomyr-report-2023.txt",
    } <= names  # fmt: skip


def test_the_wheel_audits_the_sample_by_itself(built: Path, tmp_path: Path) -> None:
    """From where it was unpacked, and not from the sources beside it."""
    zipfile.ZipFile(next(built.glob("*.whl"))).extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import localgender; from localgender.cli import main;"
        f"assert localgender.__file__.startswith({str(tmp_path)!r}), localgender.__file__;"
        f"sys.exit(main(['audit', {str(SAMPLE / 'zhytomyr-report-2023.txt')!r}, '--lang', 'en']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "4.1" in done.stdout
