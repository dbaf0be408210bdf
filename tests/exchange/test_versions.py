"""What one release writes, every later one reads."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from samples import (
    CHARTER,
    COMMITMENT,
    CONSOLIDATED,
    FINDINGS,
    MECHANISM,
    PLAN,
    READING,
    REPORT,
    STATISTICS,
)

from localgender import strategies
from localgender.errors import SerializationError
from localgender.exchange.json import dumps, loads
from localgender.exchange.versions import MIGRATIONS, VERSION, Migration, migrated
from localgender.model.plan import Plan

# One folder for each version that was ever released; a file in it is never written again.
STORED = Path(__file__).parent / "versions"
VALUES = {
    "plan": PLAN,
    "report": REPORT,
    "reading": READING,
    "findings": FINDINGS,
    "statistics": STATISTICS,
    "mechanism": MECHANISM,
    "charter": CHARTER,
    "commitment": COMMITMENT,
    "consolidated": CONSOLIDATED,
}

EVERY_VERSION = range(1, VERSION + 1)


@pytest.mark.parametrize("version", EVERY_VERSION)
@pytest.mark.parametrize("name", VALUES)
def test_a_stored_file_of_every_version_opens(version: int, name: str) -> None:
    stored = (STORED / str(version) / f"{name}.json").read_text("utf8")
    assert json.loads(stored)["format"] == f"localgender/{version}"
    assert loads(stored) == VALUES[name]


@pytest.mark.parametrize("name", VALUES)
def test_the_present_version_is_written_as_it_was_first_written(name: str) -> None:
    """Another spelling is another version: raise VERSION, add a migration, and store files of it."""
    assert dumps(VALUES[name]) + "\n" == (STORED / str(VERSION) / f"{name}.json").read_text("utf8")


def test_every_older_version_has_a_step_to_the_next() -> None:
    assert sorted(MIGRATIONS) == list(range(1, VERSION))
    assert sorted(int(each.name) for each in STORED.iterdir()) == list(EVERY_VERSION)


def older(text: str) -> dict[str, Any]:
    """The same in a version that never was, which called the type a class and the title of a plan its name."""
    tree = json.loads(text)
    value = {"name" if key == "title" else key: each for key, each in tree["value"].items()}
    return {"format": "localgender/0", "class": tree["type"], "value": value}


def newer(tree: dict[str, Any]) -> dict[str, Any]:
    value = {"title" if key == "name" else key: each for key, each in tree["value"].items()}
    return {"type": tree["class"], "value": value}


STEPS: dict[int, Migration] = {0: newer}


@given(strategies.plans())
def test_a_file_of_an_older_version_opens_through_its_migration(plan: Plan) -> None:
    tree = older(dumps(plan))
    before = deepcopy(tree)
    assert loads(json.dumps(tree), migrations=STEPS) == plan
    assert tree == before


def test_steps_are_taken_one_after_the_other() -> None:
    steps: dict[int, Migration] = {
        at: lambda tree: {"path": [*tree["path"], tree["format"]]} for at in (2, 3, 4)
    }
    brought = migrated({"format": "localgender/2", "path": []}, steps, to=5)
    assert brought == {"format": "localgender/5", "path": [f"localgender/{at}" for at in (2, 3, 4)]}


def test_a_chain_with_a_missing_step_is_not_begun() -> None:
    tree = {"format": "localgender/2", "path": []}
    assert migrated(tree, {2: newer, 4: newer}, to=5) is tree


def problems(tree: Any, steps: dict[int, Migration]) -> list[tuple[str, str]]:
    with pytest.raises(SerializationError) as caught:
        loads(json.dumps(tree), migrations=steps)
    return list(caught.value.problems)


def test_the_version_that_was_met_is_named() -> None:
    (told,) = problems({"format": "localgender/7", "type": "plan", "value": {}}, {})
    assert told == (
        "$.format",
        "version 7 of the format, but this library reads version 1; a newer release reads it",
    )
    (told,) = problems({"format": "localgender/7", "type": "plan", "value": {}}, STEPS)
    assert told[1].startswith("version 7 of the format, but this library reads versions 0 to 1")


def test_a_problem_of_an_older_file_names_its_version() -> None:
    told = problems({"format": "localgender/0", "class": "plan", "value": {"name": 5}}, STEPS)
    assert told == [
        ("$.format", "is version 0; the paths are those it has as 'localgender/1'"),
        ("$.value.title", "expected text, not 5"),
    ]


def test_a_file_that_its_own_version_does_not_allow_is_refused() -> None:
    (told,) = problems({"format": "localgender/0", "value": {}}, STEPS)
    assert told[0] == "$.format"
    assert told[1].startswith("says version 0, but is not written so: KeyError")
