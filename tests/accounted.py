"""The account of a reading: every sign of the document is in a value, in furniture or unread."""

from __future__ import annotations

import localgender as lg


def assert_accounted(reading: lg.Reading) -> None:
    claimed: dict[tuple[int, int, int], set[int]] = {}
    for place in [each for places in reading.places.values() for each in places] + [
        p for _, p in reading.furniture
    ]:
        claimed.setdefault((place.table, place.row, place.column), set()).update(
            range(place.start, place.stop)
        )
        assert reading.document.text_at(place).strip()
    unread: dict[tuple[int, int, int], set[int]] = {}
    for place in reading.unread:
        unread.setdefault((place.table, place.row, place.column), set()).update(
            range(place.start, place.stop)
        )
    for place, text in reading.document.texts():
        where = (place.table, place.row, place.column)
        known, left = claimed.get(where, set()), unread.get(where, set())
        assert not known & left
        for number, sign in enumerate(text):
            assert sign.isspace() or number in known or number in left, (place, text[number:])
