"""What each question of a country means, in plain Python over the records of its documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Any

from localgender.values.money import Money
from localgender.values.percents import Ratio
from localgender.values.periods import Period

Row = dict[str, Any]
Rows = Iterable[Row]


def groups(rows: Rows, by: Iterable[str]) -> dict[tuple[Any, ...], list[Row]]:
    """Rows by the cells of some columns; without columns one group, also of no rows."""
    by = tuple(by)
    found: dict[tuple[Any, ...], list[Row]] = {} if by else {(): []}
    for row in rows:
        found.setdefault(tuple(row[name] for name in by), []).append(row)
    return found


def answered(rows: Rows, by: tuple[str, ...], answer: Callable[[list[Row]], Row]) -> list[Row]:
    return [dict(zip(by, key, strict=True)) | answer(group) for key, group in groups(rows, by).items()]


def at(rows: Rows, *stages: str) -> list[Row]:
    return [row for row in rows if row["stage"] in stages and not row["stated_total"]]


def summed(rows: list[Row]) -> int | None:
    """None for no rows, and where a measure states periods that overlap without being equal."""
    return sum(row["kopiykas"] for row in rows) if rows and not mixed(rows) else None


def mixed(rows: list[Row]) -> bool:
    return any(
        one["first_day"] <= other["last_day"]
        and other["first_day"] <= one["last_day"]
        and (one["first_day"], one["last_day"]) != (other["first_day"], other["last_day"])
        for lines in groups(rows, ("document", "measure")).values()
        for one, other in combinations([line for line in lines if line["first_day"]], 2)
    )


def twice(rows: list[Row]) -> Row:
    """How many documents share days with another of their community, and how many name none."""
    documents = groups(rows, ["document"])
    lines = {key: list({_whose(row): row for row in each}.values()) for key, each in documents.items()}
    repeated = [
        key
        for key, own in lines.items()
        if any(_again(a, b) for other, rest in lines.items() if other != key for a in own for b in rest)
    ]
    nameless = groups([row for row in rows if row["community"] is None], ["document"])
    return {"repeated": len(repeated), "unnamed": len(nameless)}


def _whose(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in (*WHO, "first_day", "last_day", "year", "part"))


WHO = ("community", "katottg", "region")


def _again(one: Row, other: Row) -> bool:
    if one["katottg"] and other["katottg"]:
        ours = one["katottg"] == other["katottg"]
    else:
        ours = one["community"] is not None and one["community"] == other["community"]
        ours &= None in (one["region"], other["region"]) or one["region"] == other["region"]
    return ours and _meet(one, other)


def _meet(one: Row, other: Row) -> bool:
    if one["first_day"] and other["first_day"]:
        return bool(one["first_day"] <= other["last_day"] and other["first_day"] <= one["last_day"])
    if None in (one["year"], other["year"]):
        return True
    return _spoken_for(one).meets(_spoken_for(other))


def _spoken_for(row: Row) -> Period:
    """The part of the year that a figure speaks for, without a period of its own that of its report."""
    year = Period.year(row["year"])
    return year if row["part"] in (None, "year") else Period.parse(f"{year}-{row['part']}")


def hundredths(part: int | None, whole: int | None) -> int | None:
    if part is None or whole is None:
        return None
    percent = Ratio(Money(part), Money(whole)).percent(2)
    return None if percent is None else int(percent.value.scaleb(2))


def totals(rows: Rows, stage: str, by: tuple[str, ...]) -> list[Row]:
    return answered(
        at(rows, stage), by, lambda each: {"kopiykas": summed(each), "figures": len(each)} | twice(each)
    )


def shares(rows: Rows, stage: str, by: tuple[str, ...]) -> list[Row]:
    whole = summed(at(rows, stage))
    of_all = {f"whole_{name}": number for name, number in twice(at(rows, stage)).items()}

    def answer(each: list[Row]) -> Row:
        part = summed(each)
        told = {"kopiykas": part, "whole": whole, "hundredths": hundredths(part, whole)}
        return told | twice(each) | of_all

    return answered(at(rows, stage), by, answer)


def execution(rows: Rows, part: str, whole: str, by: tuple[str, ...]) -> list[Row]:
    return answered(at(rows, part, whole), by, lambda each: _executed(each, part, whole))


def _executed(rows: list[Row], part: str, whole: str) -> Row:
    alike: list[Row] = []
    for pair in groups(rows, ("document", "measure", "period", "sources")).values():
        if len(at(pair, part)) == len(at(pair, whole)):
            alike += pair
    sums = [None if mixed(alike) else summed(at(alike, stage)) for stage in (part, whole)]
    entered = len(groups(alike, ("document", "measure")))
    return {
        part: sums[0],
        whole: sums[1],
        "hundredths": hundredths(*sums),
        "measures": entered,
        "left_out": len(groups(rows, ("document", "measure"))) - entered if rows else 0,
        "figures_left_out": len(rows) - len(alike),
    } | twice(alike)


def changes(rows: Rows, stage: str, by: tuple[str, ...]) -> list[Row]:
    rows = [row for row in at(rows, stage) if row["part"] is not None]
    when = tuple(dict.fromkeys((*by, "part", "year")))
    told = groups(rows, when)
    printed = {(row["part"], row["year"]) for row in rows}
    later = [_moved(when, key, 1) for key in told]
    asked = {key: dict(zip(when, key, strict=True)) for key in (*told, *later)}
    return [
        names | _change(told.get(_moved(when, key, -1), []), told.get(key, []))
        for key, names in asked.items()
        if (names["part"], names["year"]) in printed
    ]


def _moved(when: tuple[str, ...], key: tuple[Any, ...], years: int) -> tuple[Any, ...]:
    return tuple(cell + years if name == "year" else cell for name, cell in zip(when, key, strict=True))


def _change(before: list[Row], now: list[Row]) -> Row:
    old, new = summed(before), summed(now)
    change = None if old is None or new is None else new - old
    return (
        {
            "kopiykas_before": old,
            "kopiykas": new,
            "change": change,
            "hundredths": hundredths(change, old),
            "documents_before": len(groups(before, ["document"])),
            "documents": len(groups(now, ["document"])),
        }
        | {f"{name}_before": number for name, number in twice(before).items()}
        | twice(now)
    )


def statuses(rows: Rows, by: tuple[str, ...]) -> list[Row]:
    return answered(rows, (*by, "delivery", "funding"), lambda each: {"measures": len(each)})


def coverage(rows: Rows, by: tuple[str, ...]) -> list[Row]:
    return answered(rows, (*by, "scheme", "path"), _covered)


def _covered(rows: list[Row]) -> Row:
    served: defaultdict[Any, bool] = defaultdict(bool)
    for row in rows:
        # A document that names no community stands for itself.
        who = (row["community"], row["katottg"], None if row["community"] else row["document"])
        served[who] |= row["served"] == "served"
    words = Counter(row["served"] for row in rows)
    return {
        "communities": len(served),
        "communities_serving": sum(served.values()),
        "documents": len(rows),
        "serving": words["served"],
        "unserved": words["unserved"],
        "not_localised": words["not-localised"],
    }


def audit_rates(rows: Rows, by: tuple[str, ...]) -> list[Row]:
    return answered(rows, by, _rated)


def _rated(rows: list[Row]) -> Row:
    names = ("consistent", "inconsistent", "not_applicable", "not_checkable")
    sums = {name: sum(row[name] for row in rows) for name in names}
    checked = sums["consistent"] + sums["inconsistent"]
    return sums | {"checked": checked, "hundredths": hundredths(sums["inconsistent"], checked)}


def repeated(rows: Rows, stage: str) -> list[Row]:
    named = [row for row in at(rows, stage) if row["community"] is not None]
    who = ("region", "community", "katottg", "year")
    told = answered(
        named, who, lambda each: {"documents": len(groups(each, ["document"])), "figures": len(each)}
    )
    return [row for row in told if row["documents"] > 1]


def alike(one: Iterable[Row], other: Iterable[Row]) -> bool:
    """Equal rows, whatever their order."""
    return Counter(map(_key, one)) == Counter(map(_key, other))


def _key(row: Row) -> Iterator[tuple[str, Any]]:
    return tuple(sorted(row.items()))  # type: ignore[return-value]
