"""Communities whose policy is read."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from localgender._display import brief
from localgender.errors import NotationError
from localgender.values.texts import optional_text, text


class CommunityKind(StrEnum):
    """Administrative kind of a community (вид громади)."""

    CITY = "city"
    SETTLEMENT = "settlement"
    VILLAGE = "village"
    DISTRICT = "district"
    OBLAST = "oblast"


def _kind(value: str | None) -> CommunityKind | None:
    return None if value is None else CommunityKind(value)


def _name(value: str) -> str:
    if not (name := text(value)):
        raise NotationError(value, "the name of a community")
    return name


@frozen
class Community:
    """Territorial community, district or oblast (територіальна громада, район, область).

    Names are not unique in Ukraine: tell the region, and the district where there is one.

    >>> Community("Житомирська міська територіальна громада", kind="city").kind
    <CommunityKind.CITY: 'city'>

    Attributes:
        name: Full name in the nominative.
        kind: city, settlement, village, district or oblast.
        region: Oblast.
        district: Rayon.
        katottg: Code of the territorial classifier, «UA» and 17 digits.

    Raises:
        NotationError: When the name is blank.

    Source: Law of Ukraine on local self-government; КАТОТТГ, the codifier of order No 290 of 26 November
    2020.
    """

    name: str = field(converter=_name)
    kind: CommunityKind | None = field(default=None, converter=_kind)
    region: str | None = field(default=None, converter=optional_text)
    district: str | None = field(default=None, converter=optional_text)
    katottg: str | None = field(default=None, converter=optional_text)

    __repr__ = brief


def optional_community(value: Community | str | None) -> Community | None:
    """Accept a community, its name, or silence."""
    return value if value is None or isinstance(value, Community) else Community(value)
