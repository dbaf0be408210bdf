"""The page and the picture of the house tell of the house that stands."""

from __future__ import annotations

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import localgender as lg
from paths import ROOT

HOUSE = Path(lg.__file__).parent
PAGE = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf8")
PICTURE = (ROOT / "docs" / "_static" / "house.svg").read_text("utf8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["tool"]["importlinter"]["contracts"]
LAYERS = next(each["layers"] for each in CONTRACTS if each.get("containers") == ["localgender"])


def packages(depth: int) -> set[str]:
    """Return the packages of the house that lie so deep or deeper, with dots."""
    found = (each.parent.relative_to(HOUSE).parts for each in HOUSE.rglob("__init__.py"))
    return {".".join(parts) for parts in found if len(parts) >= depth}


def test_the_page_tells_of_every_room_and_the_picture_shows_it() -> None:
    rooms = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert rooms | {"cli", "collecting", "strategies"} == {each for each in packages(1) if "." not in each}
    assert [room for room in sorted(rooms) if f">{room}<" not in PICTURE] == []


def test_the_page_tells_of_every_package_inside_a_room_and_of_no_other() -> None:
    told = set(re.findall(r"^\| `(\w+(?:\.\w+)+)` \|", PAGE, re.MULTILINE))
    assert told == packages(2)


def test_every_module_that_the_page_names_is_there() -> None:
    for name in re.findall(r"`(_?[a-z_]+(?:\.[a-z_]+)*)`", PAGE):
        assert find_spec(f"localgender.{name}"), name
    for name in re.findall(r"`([\w/]+\.py)`", PAGE):
        assert (HOUSE / name).is_file(), name


def test_the_order_of_imports_on_the_page_is_the_order_that_is_held() -> None:
    (block,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert block.splitlines() == LAYERS


def test_every_module_at_the_door_has_its_layer() -> None:
    at_the_door = {each.stem for each in HOUSE.glob("*.py")} - {"__init__"}
    assert at_the_door | {each for each in packages(1) if "." not in each} == {
        name for layer in LAYERS for name in layer.split(" | ")
    }
