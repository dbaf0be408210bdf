"""JSON Schema of the format, made from the classes and leaves that the converter reads."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from pendulum import Date

from localgender.documents.grid import Cell
from localgender.documents.reading import Reading
from localgender.exchange.spelling import BUILTINS, LEAVES
from localgender.exchange.tagging import NAMES, TYPES
from localgender.exchange.versions import FORMAT
from localgender.findings import Facts, Findings
from localgender.values.ages import Ages
from localgender.values.codes import Code
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import ByRef
from localgender.values.terms import Season

Schema = dict[str, Any]

ID = f"https://localgender.readthedocs.io/schema/{FORMAT}.json"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", int: "integer", bool: "boolean"}
_FRACTION = {"type": "string", "pattern": r"^-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?$"}
_MONTH_DAY = {"type": "string", "pattern": r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}

# What pure structure cannot tell, such as a first day after the last, `loads` tells.
_LEAVES: dict[type, Schema] = {
    Money: {"type": "integer", "description": "whole kopiykas"},
    Percent: {"type": "string", "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"},
    Code: {"type": "string", "pattern": r"^[1-9][0-9]*(\.[1-9][0-9]*)*$"},
    Ages: {"type": "string", "pattern": r"^[0-9]{1,3}([+]|-[0-9]{1,3})?$"},
    Period: {"type": "string", "examples": ["2023", "2020-2025", "2024-9m", "2024-Q1"]},
    Date: {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Fraction: _FRACTION,
    Interval: {"type": "array", "items": _FRACTION, "minItems": 2, "maxItems": 2},
    Season: {"type": "array", "items": _MONTH_DAY, "minItems": 2, "maxItems": 2},
}


def json_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of what `dumps` writes and `loads` reads.

    Every text that `dumps` writes is valid by it. What it refuses, `loads` refuses too; `loads` refuses more,
    such as a period that ends before it begins.

    >>> schema = json_schema()
    >>> schema["properties"]["format"], len(schema["allOf"]) == len(TYPES)
    ({'const': 'localgender/1'}, True)
    """
    # Conditions, not alternatives: what is wrong is then told at its own path.
    kinds = [
        {
            "if": {"properties": {"type": {"const": name}}},
            "then": {"properties": {"value": {"$ref": f"#/$defs/{name}"}}},
        }
        for name in TYPES
    ]
    return {
        "$schema": _DRAFT,
        "$id": ID,
        "title": "Programmes, plans and reports on gender equality of Ukrainian communities",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "type": {"enum": list(TYPES)}, "value": True},
        "required": ["format", "type", "value"],
        "additionalProperties": False,
        "allOf": kinds,
        "$defs": {**{name: _defined(kind) for name, kind in TYPES.items()}, "tagged": _tagged()},
    }


def _defined(kind: type) -> Schema:
    if kind in LEAVES:
        return _LEAVES.get(kind, {"type": "string"})
    if kind is Facts:
        return {"type": "object", "additionalProperties": {"$ref": "#/$defs/tagged"}}
    if kind is Findings:
        return _list_of({"$ref": "#/$defs/finding"})
    if kind is Cell:
        return {"oneOf": [{"type": "string"}, _object(kind)]}
    return _object(kind)


def _object(kind: type) -> Schema:
    fields = attrs.fields(attrs.resolve_types(kind))
    properties = {each.name: _of(each.type) for each in fields if each.init}
    if kind is Reading:
        properties["value"] = {"$ref": "#/$defs/tagged"}
    required = [each.name for each in fields if each.init and each.default is attrs.NOTHING]
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": required} if required else made


def _tagged() -> Schema:
    """Return the schema of a plain value, or of one that says its class."""
    tags = {"list": _list_of({"$ref": "#/$defs/tagged"})}
    tags |= {name: {"$ref": f"#/$defs/{name}"} for name in TYPES}
    holder = {
        "type": "object",
        "properties": tags,
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    return {"oneOf": [{"type": [*_PLAIN.values(), "null"]}, holder]}


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _of(kind: Any) -> Schema:
    origin = get_origin(kind) or kind
    return next(made(kind) for fits, made in _SHAPES if fits(origin))


def _union(kind: Any) -> Schema:
    of = [each for each in get_args(kind) if each is not NoneType]
    made = _of(of[0]) if len(of) == 1 else {"anyOf": [_of(each) for each in of]}
    # A condition again: of two alternatives none would tell what is wrong inside.
    return made if len(of) == len(get_args(kind)) else {"if": {"not": {"type": "null"}}, "then": made}


def _tuple(kind: Any) -> Schema:
    of = get_args(kind)
    if of[-1] is Ellipsis:
        return _list_of(_of(of[0]))
    return {"type": "array", "prefixItems": [_of(each) for each in of], "minItems": len(of), "items": False}


def _keyed(kind: Any) -> Schema:
    return {"type": "object", "additionalProperties": _of(get_args(kind)[-1])}


def _is(*kinds: Any) -> Callable[[Any], bool]:
    return lambda origin: origin in kinds


def _is_word(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, StrEnum)


# Which annotations, and what stands in the JSON for them; the first that fits.
_SHAPES: tuple[tuple[Callable[[Any], bool], Callable[[Any], Schema]], ...] = (
    (_is(Union, UnionType), _union),
    (_is(tuple), _tuple),
    (_is(ByRef), _keyed),
    (_is(*BUILTINS), lambda kind: {"type": _PLAIN[kind]}),
    (_is_word, lambda kind: {"enum": list(map(str, kind))}),
    (lambda origin: origin in NAMES, lambda kind: {"$ref": f"#/$defs/{NAMES[get_origin(kind) or kind]}"}),
    (lambda origin: origin is Any or isinstance(origin, TypeVar), lambda _: {"$ref": "#/$defs/tagged"}),
)


if __name__ == "__main__":
    import json
    import sys

    sys.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n")
