"""The fast road in: msgspec decodes, generated functions build, and every check of the values runs.

It takes only what is, white space aside, byte for byte what would be written of the value. So no key stands
twice in it, none is unknown, and 1.0 is not 1. All else goes the road of the converter, which defines the
format and names every problem.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin

import attrs
import msgspec

from localgender.documents.grid import Cell
from localgender.exchange.converter import converter
from localgender.exchange.spelling import BUILTINS, LEAVES
from localgender.exchange.tagging import TYPES
from localgender.exchange.versions import FORMAT
from localgender.findings import Facts, Finding, Findings
from localgender.model.executors import Involvement
from localgender.model.funding import Source
from localgender.model.plan import Measure
from localgender.model.report import Progress
from localgender.model.statistics import Observation
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref
from localgender.values.terms import Season, Term

Build = Callable[[Any], Any]

_HEAD = b'{"format":"%s","type":"' % FORMAT.encode()
_DEEPEST = 16
_FEW = 16
_ROWS = {list, tuple}
_LONGEST, _MOST = 256, 4096


class OtherRoadError(Exception):
    """The text is not as it would be written; the converter tells whether it is a value at all."""


class _Part(NamedTuple):
    """What a part of a value is decoded as, and what makes the value of that."""

    wire: Any
    build: Build


def read(text: str | bytes) -> Any:
    """Read a value from the text that `dumps` writes.

    >>> read('{"format":"localgender/1","type":"money","value":1050000}')
    thousand_uah('10.5')

    Raises:
        Exception: Of any kind, for a text that the road of the converter has to judge.
    """
    source = text.encode() if isinstance(text, str) else text
    if not source.startswith(_HEAD):
        source = msgspec.json.format(source, indent=-1)
    # What the envelope holds is read in place, not copied.
    name, found, _ = source[len(_HEAD) : len(_HEAD) + _LONGEST].partition(b'","value":')
    start = len(_HEAD) + len(name) + len(found)
    if not (found and source.startswith(_HEAD) and source.endswith(b"}")):
        raise OtherRoadError
    return _value(name, memoryview(source)[start:-1])


def _value(name: bytes, source: memoryview) -> Any:
    return _road(TYPES[name.decode()])(source)


@cache
def _road(kind: Any) -> Build:
    """Make the reader of the text of one class."""
    part = _made(kind)
    decoder, build = msgspec.json.Decoder(part.wire), part.build

    def read(source: Any) -> Any:
        wire = decoder.decode(source)
        if msgspec.json.encode(wire) != memoryview(source):
            raise OtherRoadError
        return build(wire)

    return read


@cache
def _part(kind: Any) -> _Part:
    if kind in _APART:
        return _Part(msgspec.Raw, _road(kind))
    if kind in _AGAIN:
        remembered = _Remembered(_road(kind))
        return _Part(msgspec.Raw, lambda raw: remembered[bytes(raw)])
    return _made(kind)


def _made(kind: Any) -> _Part:
    of = get_origin(kind) or kind
    if of in _SPECIAL:
        return _SPECIAL[of](*get_args(kind))
    if isinstance(kind, TypeVar):
        return _Part(msgspec.Raw, _tagged)
    if kind in BUILTINS or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return _Part(kind, _same)
    if kind in LEAVES:
        return _Part(Any, _Remembered(_leaf(kind)).__getitem__)
    return _object(of) if attrs.has(of) else _left(kind)


class _Remembered(dict[Any, Any]):
    """Values of the texts met so far: codes, periods and sources return a thousand times in one report."""

    def __init__(self, read: Build) -> None:
        self.read = read

    def __missing__(self, text: Any) -> Any:
        value = self.read(text)
        if len(self) < _MOST and len(text) < _LONGEST:
            self[text] = value
        return value


def _leaf(kind: Any) -> Build:
    read, _ = LEAVES[kind]
    return lambda tree: read(tree, kind)


def _tuple(*of: Any) -> _Part:
    parts = [_part(kind) for kind in of if kind is not Ellipsis]
    if of[-1] is Ellipsis:
        return _Part(GenericAlias(list, parts[0].wire), _each(parts[0].build))
    builds = [part.build for part in parts]
    wire = GenericAlias(tuple, tuple(part.wire for part in parts))
    return _Part(wire, lambda wires: tuple(build(each) for build, each in zip(builds, wires, strict=True)))


def _same(wire: Any) -> Any:
    return wire


def _each(build: Build) -> Build:
    if build is _same:
        return tuple

    def each(wires: list[Any]) -> tuple[Any, ...]:
        if len(wires) < _FEW:
            return tuple(map(build, wires))
        # What has been built is let go, so that a large document is not held twice.
        wires.reverse()
        return tuple([build(wires.pop()) for _ in range(len(wires))])

    return each


def _union(*kinds: Any) -> _Part:
    if set(kinds) == {Ref, Place}:
        (_, ref), (wire, place) = _part(Ref), _part(Place)
        return _Part(str | wire, lambda tree: (ref if type(tree) is str else place)(tree))
    return _left(Union[kinds])  # noqa: UP007 - made, not written


def _findings() -> _Part:
    wire, build = _part(tuple[Finding, ...])
    return _Part(wire, lambda wires: Findings(build(wires)))


def _by_ref(kind: Any) -> _Part:
    (_, ref), (wire, build) = _part(Ref), _part(kind)
    return _Part(
        GenericAlias(dict, (str, wire)),
        lambda wires: ByRef((ref(key), build(each)) for key, each in wires.items()),
    )


def _tagged(raw: Any) -> Any:
    source = bytes(raw)
    name, found, _ = source[2:_LONGEST].partition(b'":')
    if not (found and source.startswith(b'{"') and source.endswith(b"}")):
        raise OtherRoadError
    return _value(name, memoryview(source)[len(name) + 4 : -1])


def _left(kind: Any) -> _Part:
    """Leave to the converter what is not made field by field."""
    read = converter().get_structure_hook(kind)
    return _Part(Any, lambda tree: read(_shallow(tree), kind))


def _shallow(tree: Any, depth: int = _DEEPEST) -> Any:
    # How deep is too deep depends on the stack, and only the converter may tell.
    if not depth:
        raise OtherRoadError
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        _shallow(each, depth - 1)
    return tree


def _object(kind: Any) -> _Part:
    """Make the wire struct of a class, and the function that hands its members to the class."""
    names: dict[str, Any] = {"made": kind}
    members: list[Any] = []
    arguments, own = [], []
    for at, each in enumerate(each for each in attrs.fields(attrs.resolve_types(kind)) if each.init):
        of, silent, needed = *stated(each.type), each.default is attrs.NOTHING
        own += [each.name] if kind in (of, *get_args(of)) else []
        wire, names[f"build{at}"] = _inside(of, kind)
        # A union with Raw msgspec would not decode; what may be silent is left out, never null.
        optional = wire if wire is msgspec.Raw or (needed and not silent) else Union[wire, None]  # noqa: UP007 - a name of a class is no type yet
        members.append((each.name, optional) if needed else (each.name, optional, None))
        names[f"usual{at}"] = None if needed else usual(each.default)
        built = "it" if names[f"build{at}"] is _same else f"build{at}(it)"
        arguments.append(f"{each.alias}=usual{at} if (it := wire.{each.name}) is None else {built}")
    wire = msgspec.defstruct(kind.__name__, members, forbid_unknown_fields=True, omit_defaults=True, gc=False)
    # Of a class among its own fields msgspec looks for the name in the class.
    setattr(wire, kind.__name__, wire)
    exec(f"def build(wire): return made({', '.join(arguments)})", names)  # noqa: S102 - as attrs makes __init__
    return _Part(wire, bounded(names["build"], own) if own else names["build"])


def stated(kind: Any) -> tuple[Any, bool]:
    """Tell what a field holds, and whether it may be silent."""
    if get_origin(kind) not in {Union, UnionType} or NoneType not in get_args(kind):
        return kind, False
    stated = tuple(each for each in get_args(kind) if each is not NoneType)
    return stated[0] if len(stated) == 1 else Union[stated], True  # noqa: UP007 - made, not written


def _inside(held: Any, kind: Any) -> _Part:
    if kind is held:
        return _Part(kind.__name__, lambda wire: _part(kind).build(wire))
    if held == GenericAlias(tuple, (kind, ...)):
        return _Part(GenericAlias(list, kind.__name__), _each(lambda wire: _part(kind).build(wire)))
    return _part(held)


def usual(default: Any) -> Any:
    """Return what a field holds by default."""
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]  # a class


def bounded(build: Build, own: list[str]) -> Build:
    """Leave what holds itself too deeply to the converter."""

    def read(wire: Any) -> Any:
        layer = [wire]
        for _ in range(_DEEPEST):
            held = [getattr(each, name) for each in layer for name in own]
            layer = [each for some in held if some for each in (some if type(some) in _ROWS else [some])]
        if layer:
            raise OtherRoadError
        return build(wire)

    return read


def _cell() -> _Part:
    wire, build = _object(Cell)
    return _Part(str | wire, lambda tree: Cell(tree) if type(tree) is str else build(tree))


# Decoded one by one, so that a large document is not held twice.
_APART = {Measure, Progress, Observation}
# Built once of each text: in one report a few of them return thousands of times.
_AGAIN = {Term, Involvement, tuple[Source, ...]}

# What is not made field by field: classes and annotations.
_SPECIAL: dict[Any, Callable[..., _Part]] = {
    Money: lambda: _Part(int, Money),
    Interval: lambda: _Part(Any, _leaf(Interval)),
    Season: lambda: _Part(Any, _leaf(Season)),
    Cell: _cell,
    Facts: lambda: _left(Facts),
    Findings: _findings,
    ByRef: _by_ref,
    tuple: _tuple,
    Union: _union,
    UnionType: _union,
}
