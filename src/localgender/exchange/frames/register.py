"""A register of communities, which tells what documents seldom print: the code and the region of a name."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from localgender.errors import NotationError, SerializationError
from localgender.exchange.frames.regions import region_of
from localgender.model.community import Community
from localgender.notation.communities import community as named_in
from localgender.notation.folding import fold

_CODE = re.compile(r"UA[0-9]{17}")
_DISTRICT = re.compile(r"(?:ий|ого|ому|им)(?: (?:район(?:у|і|ом)?|р-н))?$")
# Header → field, folded.
_HEADERS = {
    "community": "name", "name": "name", "громада": "name", "назва": "name",
    "katottg": "katottg", "код катоттг": "katottg", "катоттг": "katottg",
    "region": "region", "oblast": "region", "область": "region", "регіон": "region",
    "district": "district", "rayon": "district", "район": "district",
}  # fmt: skip


def _tuple(entries: Iterable[Community]) -> tuple[Community, ...]:
    return tuple(dict.fromkeys(entries))


def _by_name(entries: Iterable[Community]) -> Mapping[str, tuple[Community, ...]]:
    told: dict[str, list[Community]] = {}
    for each in entries:
        told.setdefault(_full(each.name), []).append(each)
    return {name: tuple(several) for name, several in told.items()}


@frozen
class Register:
    """Communities by their names (реєстр громад).

    >>> register = Register([Community("Зорянська міська територіальна громада", region="Сумська область")])
    >>> register.fitting(Community("Зорянської міської ради"))[0].region
    'Сумська область'

    Attributes:
        entries: Communities, in any order; the same one twice is one.

    Raises:
        NotationError: A ValueError, for a code that is not «UA» and 17 digits.
    """

    entries: tuple[Community, ...] = field(converter=_tuple)
    _names: Mapping[str, tuple[Community, ...]] = field(init=False, repr=False, eq=False)

    @entries.validator
    def _check(self, _: Any, entries: tuple[Community, ...]) -> None:
        for each in entries:
            if each.katottg is not None and not _CODE.fullmatch(each.katottg):
                raise NotationError(each.katottg, "a code of the classifier of territories: UA and 17 digits")

    @_names.default
    def _named(self) -> Mapping[str, tuple[Community, ...]]:
        return _by_name(self.entries)

    def fitting(self, community: Community) -> tuple[Community, ...]:
        """Return the entries that a community may be: of its full name, and of what else it states.

        Case endings, apostrophes, dashes and letters that look alike do not matter; «рада» is the community
        that it is the council of. An entry that is silent contradicts nothing.
        """
        return tuple(each for each in self._names.get(_full(community.name), ()) if _fits(each, community))

    def filled(self, community: Community | None) -> tuple[Community | None, str | None]:
        """Complete what a document says of its community, and tell how that went.

        Args:
            community: None is silence.

        Returns:
            The community, with code and region of the one entry that fits where the document is silent; then
            "one", "several" or "none": how many entries fit. None for a document that names no community.
        """
        if community is None:
            return None, None
        fitting = self.fitting(community)
        if len(fitting) != 1:
            return community, "several" if fitting else "none"
        (entry,) = fitting
        code = community.katottg or entry.katottg
        region = region_of(community) or region_of(entry)
        return evolve(community, katottg=code, region=region), "one"


def register(given: Register | Iterable[Community] | Mapping[str, Community | str]) -> Register:
    """Make a register of communities, or of a mapping from names to codes or communities.

    >>> register({"Зорянська міська територіальна громада": "UA59080000000000001"}).entries[0].katottg
    'UA59080000000000001'

    Raises:
        NotationError: A ValueError, for a code that is not «UA» and 17 digits, or a blank name.
    """
    if isinstance(given, Register):
        return given
    if isinstance(given, Mapping):
        return Register(
            evolve(told, name=name) if isinstance(told, Community) else Community(name, katottg=told)
            for name, told in given.items()
        )
    return Register(given)


def read_register(file: str | os.PathLike[str]) -> Register:
    """Read a register from CSV: `community`, and any of `katottg`, `region` and `district`.

    Separated by commas, semicolons or tabs, in UTF-8; other columns are passed over, and headers may be
    Ukrainian («громада», «КАТОТТГ», «область», «район»).

    Raises:
        OSError: When it cannot be opened.
        SerializationError: A ValueError, for another table: no column of names, or rows that cannot be read,
            all of them at once.
    """
    name = Path(file).name
    try:
        text = Path(file).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SerializationError([(name, "the bytes are no text")]) from None
    problems: list[tuple[str, str]] = []
    entries = list(_entries(text, name, problems))
    if problems:
        raise SerializationError(problems)
    return Register(entries)


def _entries(text: str, name: str, problems: list[tuple[str, str]]) -> Iterator[Community]:
    header = text.partition("\n")[0]
    sign = max(",;\t", key=header.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    fields = [_HEADERS.get(fold(cell).strip()) for cell in next(lines, ())]
    if fields.count("name") != 1:
        problems.append((name, "expected one column of names, called community"))
        return
    for cells in lines:
        told = {known: cell.strip() for known, cell in zip(fields, cells, strict=False) if known}
        if not any(told.values()):
            continue
        told.setdefault("name", "")
        try:
            (entry,) = Register([Community(**told)]).entries
        except NotationError as error:
            problems.append((f"{name}, row {lines.line_num}", str(error)))
        else:
            yield entry


def _full(name: str) -> str:
    """Return a name as names are compared: of the community, in the nominative, folded."""
    found = named_in(name)
    whole = found is not None and (found[2], found[3]) == (0, len(name))
    return fold(found[0] if found and whole else name)


def _fits(entry: Community, community: Community) -> bool:
    pairs = (
        (entry.katottg, community.katottg),
        (_region(entry), _region(community)),
        (_district(entry.district), _district(community.district)),
    )
    return all(one is None or other is None or one == other for one, other in pairs)


def _region(community: Community) -> str | None:
    stated = community.region and _nominative(community.region)
    found = region_of(evolve(community, region=stated))
    return found and fold(found)


def _district(name: str | None) -> str | None:
    return None if name is None else _DISTRICT.sub("", fold(name))


def _nominative(name: str) -> str:
    found = named_in(name)
    return found[0] if found else name
