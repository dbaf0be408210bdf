"""The fast road out: generated functions lay values out as structs, which msgspec writes.

The converter is that of the format; only what it makes of an object is a struct instead of a dict.
"""

from __future__ import annotations

from typing import Any, get_args

import attrs
import msgspec
from cattrs import Converter
from cattrs.fns import identity

from localgender.exchange.converter import converter
from localgender.exchange.spelling import BUILTINS, Spell
from localgender.exchange.tagging import NAMES
from localgender.exchange.versions import FORMAT
from localgender.exchange.wire import OtherRoadError, bounded, stated, usual


def written(value: Any, indent: int | None) -> str:
    """Write a value as the standard library writes what the converter makes of it, byte for byte.

    >>> from localgender.values.money import uah
    >>> written(uah("10500"), None)
    '{"format":"localgender/1","type":"money","value":1050000}'

    Raises:
        Exception: Of any kind, for what the other road has to write or to refuse.
    """
    inside = converter(objects=_laid_out).unstructure(value)
    text = msgspec.json.encode({"format": FORMAT, "type": NAMES[type(value)], "value": inside})
    if indent is not None:
        if indent < 1:
            raise OtherRoadError
        text = msgspec.json.format(text, indent=indent)
    return text.decode()


def _laid_out(kind: Any, made: Converter) -> Spell:
    """Generate what hands the members of a class to a struct, but for those that are as usual."""
    names: dict[str, Any] = {"unset": msgspec.UNSET}
    fields = [each for each in attrs.fields(attrs.resolve_types(kind)) if each.init]
    handed, own = [], []
    for at, each in enumerate(fields):
        of, silent = stated(each.type)
        own += [each.name] if kind in (of, *get_args(of)) else []
        # Silence that is not left out is for the converter to spell.
        of = each.type if silent and each.default is not None else of
        spell = names[f"spell{at}"] = made.unstructure if each.name in own else _speller(of, each, made)
        spelled = "it" if spell is identity else f"spell{at}(it)"
        # A field without a default is never as usual.
        names[f"usual{at}"] = msgspec.UNSET if each.default is attrs.NOTHING else usual(each.default)
        same = "is" if each.default in {attrs.NOTHING, None} else "=="
        handed.append(f"unset if (it := value.{each.name}) {same} usual{at} else {spelled}")
    names["struct"] = msgspec.defstruct(kind.__name__, [each.name for each in fields], gc=False)
    exec(f"def spell(value): return struct({', '.join(handed)})", names)  # noqa: S102 - as attrs makes __init__
    return bounded(names["spell"], own) if own else names["spell"]


def _speller(of: Any, field: Any, made: Converter) -> Spell:
    # What msgspec writes of itself, such as a day where a text should stand, no text is.
    if of in BUILTINS and not (field.converter or field.validator):
        return BUILTINS[of]
    return made.get_unstructure_hook(of)
