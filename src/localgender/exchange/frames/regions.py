"""Regions of Ukraine, by what a document says and by the classifier of territories."""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from localgender.model.community import Community
from localgender.notation.folding import fold

_CODE = re.compile(r"(UA[0-9]{2})[0-9]{15}")


@cache
def regions() -> Mapping[str, str]:
    """Return the names of the 27 regions by the first four signs of their codes in the classifier.

    >>> regions()["UA18"], len(regions())
    ('Житомирська область', 27)
    """
    return MappingProxyType(tomllib.loads((pkgutil.get_data(__name__, "regions.toml") or b"").decode("utf8")))


@cache
def _spelled() -> Mapping[str, str]:
    return {
        fold(spelling): name
        for name in regions().values()
        for spelling in (name, name.removesuffix(" область"), name.removesuffix("асть"), f"м. {name}")
    }


def region_of(community: Community | None) -> str | None:
    """Return the region of a community: the one it states, else the one its code lies in.

    >>> region_of(Community("Зорянська громада", katottg="UA18040190000057814"))
    'Житомирська область'

    Args:
        community: None is silence.

    Returns:
        The name the classifier gives, whichever way it is spelled; what is no region of the classifier comes
        as it is stated; None when nothing tells.
    """
    if community is None:
        return None
    if community.region is not None:
        return _spelled().get(fold(community.region).rstrip("."), community.region)
    code = _CODE.fullmatch(community.katottg or "")
    return regions().get(code[1]) if code else None
