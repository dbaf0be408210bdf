"""Tables as JSON, for programs: values stay exact, words come in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from localgender.showing.tables import Table, in_words
from localgender.showing.wording import Sayable
from localgender.values.acts import LegalAct
from localgender.values.counts import Count
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.places import Place
from localgender.values.terms import Term


def render(table: Table, language: str = "uk", *, indent: int | None = 2) -> str:
    """Write a table as one JSON object.

    Money is whole kopiykas whatever its column shows, silence null, a percent or a code text.

    >>> written = render(Table("Кошти", ["Ціль", "План"], [["1", Money(240_000)], ["2", None]]))
    >>> json.loads(written)["rows"]
    [['1', 240000], ['2', None]]

    Args:
        table: Any table.
        language: Of its words: "uk" or "en".
        indent: Blanks for each level; None for a single line.
    """
    kopiykas = attrs.evolve(table, headings=[attrs.evolve(each, unit=None) for each in table.headings])
    words = in_words(kopiykas, language)
    tree = {
        "title": words.title,
        "headings": words.names,
        "rows": [[plain(cell, language) for cell in row] for row in table.rows],
        "notes": words.notes,
        "groups": words.groups,
    }
    return json.dumps(tree, ensure_ascii=False, indent=indent) + "\n"


def plain(value: Any, language: str = "uk") -> Any:  # noqa: PLR0911 - one for each class
    """Return a value as JSON holds it.

    >>> plain((Money(1050), Place(1, 3, 2), Interval(1, 2)))
    [1050, {'table': 1, 'row': 3, 'column': 2, 'start': 0, 'stop': 0, 'page': None}, ['1', '2']]
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Money):
        return value.kopiykas
    if isinstance(value, Interval):
        return [str(value.low), str(value.high)]
    if isinstance(value, Mapping):
        return {str(key): plain(each, language) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each, language) for each in value]
    if isinstance(value, Place | Count | LegalAct | Term):
        return plain(attrs.asdict(value, recurse=False), language)
    return _text(value, language)


def _text(value: Any, language: str) -> str:
    return value.said(language) if isinstance(value, Sayable) else str(value)
