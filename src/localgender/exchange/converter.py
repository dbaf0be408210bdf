"""The converter between values and plain trees: the definition of the format."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from localgender.documents.grid import Cell, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.exchange.problems import gathered
from localgender.exchange.spelling import BUILTINS, LEAVES, Read, Spell, expected
from localgender.exchange.tagging import tagged, untagged
from localgender.findings import Facts, Finding, Findings
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref

_FEW = 16

Objects = Callable[[Any, Converter], Spell]


@cache
def converter(*, thorough: bool = True, objects: Objects | None = None) -> Converter:
    """Return the converter of the format, built when it is first needed.

    Args:
        thorough: Whether every problem is told, or reading stops at the first and takes the tree to pieces.
        objects: Makes the function that spells the objects of a class; None for dicts of their members.
    """
    made = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=thorough)
    # Of several factories that fit, the one registered last is asked.
    made.register_structure_hook_factory(attrs.has, _objects)
    made.register_structure_hook_factory(_is_tuple, _tuples)
    made.register_structure_hook_factory(_is_optional, _optional)
    made.register_structure_hook(StrEnum, _word)
    made.register_unstructure_hook(StrEnum, identity)
    made.register_unstructure_hook_factory(_is_row, _spell_row)
    if objects:
        made.register_unstructure_hook_factory(attrs.has, objects)
    for kind, read in BUILTINS.items():
        made.register_structure_hook(kind, read)
    for kind, (read, spell) in LEAVES.items():
        made.register_structure_hook_func(_is(kind), read)
        made.register_unstructure_hook(kind, spell)
    for fits, reader, speller in _SPECIAL:
        made.register_structure_hook_factory(fits, reader)
        made.register_unstructure_hook_factory(fits, speller)
    made.register_structure_hook(Ref | Place, lambda tree, _: made.structure(tree, _address(tree)))
    made.register_structure_hook(Grid | Paragraph, lambda tree, _: made.structure(tree, _block(tree)))
    return made


def _address(tree: Any) -> type[Ref | Place]:
    return Ref if type(tree) is str else Place


def _block(tree: Any) -> type[Grid | Paragraph]:
    return Grid if isinstance(tree, dict) and "rows" in tree else Paragraph


def _is(kind: Any) -> Callable[[Any], bool]:
    # By identity: cattrs would read subclasses, such as a datetime for a date, by the same hook.
    return lambda wanted: wanted is kind


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_row(kind: Any) -> bool:
    return _is_tuple(kind) and get_args(kind)[-1] is Ellipsis


def _is_optional(kind: Any) -> bool:
    of = get_args(kind)
    return get_origin(kind) in {Union, UnionType} and len(of) == 2 and of[-1] is NoneType


def _optional(kind: Any, made: Converter) -> Read:
    stated = get_args(kind)[0]
    hook = made.get_structure_hook(stated)

    def read(value: Any, _: Any = None) -> Any:
        return None if value is None else hook(value, stated)

    return read


def _objects(kind: Any, made: Converter) -> Read:
    build = make_dict_structure_fn(kind, made)
    # What has no keys fails in any case; only who tells problems looks first.
    return _object(build) if made.detailed_validation else build


def _object(build: Callable[[Any, Any], Any]) -> Read:
    def read(value: Any, kind: Any = None) -> Any:
        if not isinstance(value, dict):
            raise expected("an object", value)
        return build(value, kind)

    return read


def _word(value: Any, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(BUILTINS[str](value, str))
    except ValueError:
        raise expected(f"one of {', '.join(kind)}", value) from None


def _tuples(kind: Any, made: Converter) -> Read:
    of = get_args(kind)
    return _alike(of[0], made) if of[-1] is Ellipsis else _side_by_side(of, made)


def _alike(kind: Any, made: Converter) -> Read:
    hook = made.get_structure_hook(kind)

    def read(value: Any, _: Any = None) -> tuple[Any, ...]:
        if type(value) is not list:
            raise expected("a list", value)
        if made.detailed_validation:
            return tuple(gathered(enumerate(value), lambda _, each: hook(each, kind)))
        if len(value) < _FEW:
            return tuple(map(hook, value, repeat(kind)))
        # What has been read is let go, so that a large document is not held twice.
        value.reverse()
        return tuple([hook(value.pop(), kind) for _ in range(len(value))])

    return read


def _spell_row(kind: Any, made: Converter) -> Spell:
    spell = made.get_unstructure_hook(get_args(kind)[0])
    return list if spell is identity else lambda row: [spell(each) for each in row]


def _side_by_side(kinds: tuple[Any, ...], made: Converter) -> Read:
    hooks = [made.get_structure_hook(kind) for kind in kinds]

    def read(value: Any, _: Any = None) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(kinds):
            raise expected(f"a list of {len(kinds)}", value)
        return tuple(gathered(enumerate(value), lambda at, each: hooks[at](each, kinds[at])))

    return read


def _read_facts(_: Any, made: Converter) -> Read:
    def pair(name: str, tree: Any) -> tuple[str, Any]:
        return name, untagged(tree, made.structure)

    return _object(lambda tree, _: Facts(gathered(tree.items(), pair)))


def _spell_facts(_: Any, made: Converter) -> Spell:
    return lambda facts: {name: tagged(value, made.unstructure) for name, value in facts.pairs}


def _read_findings(_: Any, made: Converter) -> Read:
    each = made.get_structure_hook(tuple[Finding, ...])
    return lambda tree, _: Findings(each(tree, None))


def _spell_findings(_: Any, made: Converter) -> Spell:
    each = made.get_unstructure_hook(Finding)
    return lambda findings: [each(finding) for finding in findings.all]


def _is_by_ref(kind: Any) -> bool:
    return (get_origin(kind) or kind) is ByRef


def _read_by_ref(kind: Any, made: Converter) -> Read:
    (of,) = get_args(kind)
    address, each = made.get_structure_hook(Ref), made.get_structure_hook(of)

    def pair(key: str, tree: Any) -> tuple[Ref, Any]:
        return address(key, Ref), each(tree, of)

    return _object(lambda tree, _: ByRef(gathered(tree.items(), pair)))


def _spell_by_ref(_: Any, made: Converter) -> Spell:
    return lambda mapping: {str(key): made.unstructure(value) for key, value in mapping.pairs}


def _read_cell(_: Any, made: Converter) -> Read:
    # Most cells know neither a page nor a number: they are texts.
    whole = _object(make_dict_structure_fn(Cell, made))
    return lambda tree, kind: Cell(tree) if type(tree) is str else whole(tree, kind)


def _spell_cell(_: Any, made: Converter) -> Spell:
    # Cells are made by the thousand and check nothing themselves.
    text, page = (override(unstruct_hook=BUILTINS[kind]) for kind in (str, int))
    whole = make_dict_unstructure_fn(Cell, made, _cattrs_omit_if_default=True, text=text, page=page)
    return lambda cell: BUILTINS[str](cell.text) if cell == Cell(cell.text) else whole(cell)


def _read_reading(_: Any, made: Converter) -> Read:
    value = _object(lambda tree, _: untagged(tree, made.structure))
    return _object(make_dict_structure_fn(Reading[Any], made, value=override(struct_hook=value)))


def _spell_reading(_: Any, made: Converter) -> Spell:
    value = override(unstruct_hook=lambda each: tagged(each, made.unstructure))
    return make_dict_unstructure_fn(Reading, made, _cattrs_omit_if_default=True, value=value)


# What is not spelled field by field: which classes, how a tree is read, how a value is spelled.
_SPECIAL: tuple[
    tuple[Callable[[Any], bool], Callable[[Any, Converter], Read], Callable[[Any, Converter], Spell]], ...
] = (
    (_is(Facts), _read_facts, _spell_facts),
    (_is(Findings), _read_findings, _spell_findings),
    (_is_by_ref, _read_by_ref, _spell_by_ref),
    (_is(Cell), _read_cell, _spell_cell),
    (_is(Reading), _read_reading, _spell_reading),
)
