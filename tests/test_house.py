"""The checks that hold the house, inside the one test command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sys.executable).parent

LIBRARIES_OF_READERS = (
    "openpyxl",
    "python_calamine",
    "lxml",
    "pdfplumber",
    "docx",
    "narwhals",
    "altair",
    "vl_convert",
    "hypothesis",
    "xlsxwriter",
    "rich",
    "shtab",
    "scipy",
    "numpy",
)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["mypy"], id="mypy --strict"),
        pytest.param(["ruff", "check", "."], id="ruff check"),
        pytest.param(["ruff", "format", "--check", "."], id="ruff format"),
        pytest.param(["lint-imports"], id="import contracts"),
    ],
)
def test_tool_finds_nothing(command: list[str]) -> None:
    """Types, style and the direction of imports are as agreed."""
    done = run(str(SCRIPTS / command[0]), *command[1:])
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_loads_nothing_heavy() -> None:
    """`import localgender` brings neither a reader's library nor its own model."""
    seen = run(sys.executable, "-c", "import localgender, sys; print(*sys.modules)").stdout.split()
    assert "localgender" in seen
    heavy = {
        *LIBRARIES_OF_READERS,
        "attrs",
        "attr",
        "cattrs",
        "pendulum",
        "localgender.model",
        "msgspec",
        "typing",
    }
    assert heavy.isdisjoint(seen)


def test_a_plan_made_of_values_loads_no_notation() -> None:
    """Its patterns are imported with the first term that is written in words."""
    code = (
        "import localgender as lg, sys; lg.Plan(term=lg.years(2024)); print('localgender.notation' in sys.modules);"
        "lg.Plan(term='2024'); print('localgender.notation' in sys.modules)"
    )
    assert run(sys.executable, "-c", code).stdout.split() == ["False", "True"]


def test_reading_a_text_loads_no_library_of_another_format() -> None:
    """Only the library of the format that is read is imported."""
    code = "import localgender as lg, sys; lg.read_report('examples/data/zhytomyr-report-2023.txt'); print(*sys.modules)"
    seen = run(sys.executable, "-c", code).stdout.split()
    assert "localgender.documents.readers.text" in seen
    assert set(LIBRARIES_OF_READERS).isdisjoint(seen)


def test_facade_keeps_what_it_promises() -> None:
    """Every public name is there, and dir() shows it."""
    import localgender as lg

    for name in lg.__all__:
        assert getattr(lg, name) is not None
        assert name in dir(lg)


def test_no_module_hides_a_public_function() -> None:
    """A module of the same name would take the place of the function once it is imported."""
    code = """
import pkgutil, importlib, inspect
import localgender as lg
for each in pkgutil.walk_packages(lg.__path__, "localgender."):
    if not each.name.endswith("__main__"):
        importlib.import_module(each.name)
modules = [name for name in lg.__all__ if inspect.ismodule(getattr(lg, name))]
assert modules == ["errors", "frames", "laws", "plots", "strategies", "tabulate"], modules
"""
    done = run(sys.executable, "-c", code)
    assert done.returncode == 0, done.stderr


def test_facade_tells_type_checkers_the_same_names() -> None:
    """The lazy table and the imports for type checkers do not drift apart."""
    import ast

    import localgender as lg

    tree = ast.parse(Path(lg.__file__).read_text("utf8"))
    block = next(each for each in tree.body if isinstance(each, ast.If))
    imported = {
        alias.asname for each in block.body if isinstance(each, ast.ImportFrom) for alias in each.names
    }
    assert imported == set(lg.__all__) - {"__version__"}
