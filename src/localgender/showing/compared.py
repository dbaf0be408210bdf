"""Comparisons and coverage as tables."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.model.funding import Stage
from localgender.questions.compare.changes import Change, ChangeKind, Comparison
from localgender.questions.coverage import Coverage, Served
from localgender.showing.catalogue import Said
from localgender.showing.changes import Changed, called
from localgender.showing.tables import Heading, Table, Words, in_one_unit
from localgender.showing.wording import Phrase
from localgender.values.money import Unit
from localgender.values.refs import Ref, RefKind

_STAGES = {
    "planned": Said("Planned"),
    "allocated": Said("Allocated"),
    "disbursed": Said("Disbursed"),
}
_OUTCOMES: Mapping[Served, Said] = {
    Served.SERVED: Said("served"),
    Served.UNSERVED: Said("listed, no measure"),
    Served.NOT_LOCALISED: Said("not localised"),
}


def comparison(found: Comparison) -> Table:
    """Lay out what changed, one sentence a change, below the names of the kinds.

    >>> table = comparison(Comparison([Change("removed", Ref.parse("1.2"), None, {"old": "Аудит"})]))
    >>> table.rows[0][0].said("en"), [name.said("uk") for _, name in table.groups]
    ('Measure 1.2 is gone: “Аудит”.', ['Вилучено'])

    Args:
        found: What `compare` returned.
    """
    rows: list[tuple[Changed, ChangeKind]] = []
    groups: list[tuple[int, Words]] = []
    for kind in found.kinds:
        groups.append((len(rows), called(kind)))
        rows += [(Changed(each), kind) for each in found.of(kind)]
    cells = [(said, str(kind)) for said, kind in rows]
    return Table(Said("What changed"), [Said("Change"), Said("Kind")], cells, groups=groups)


def comparison_totals(found: Comparison) -> Table:
    """Lay out what the changes make of the money of each outermost goal and of the whole plan.

    Args:
        found: What `compare` returned.
    """
    headings = [Heading(Said("Whose money")), Heading(Said("Stage")), *_MONEY]
    return in_one_unit(Table(Said("What follows for the money"), headings, map(_total, found.totals)))


_MONEY = tuple(
    Heading(each, "right", Unit.THOUSAND_UAH) for each in (Said("Was"), Said("Is now"), Said("Difference"))
)


def _total(change: Change) -> tuple[object, ...]:
    facts = change.facts
    whose = change.subject and _period(change)
    return (whose, _STAGES[Stage(facts["stage"])], facts["old"], facts["new"], facts.get("difference"))


def _period(change: Change) -> Ref | None:
    where = change.new_ref or change.old_ref
    return where and where.to("", period=where.period)


def coverage(found: Coverage) -> Table:
    """Lay out every target with what the plan makes of it, and the measures that serve it.

    >>> from localgender.model.plan import Plan
    >>> from localgender.questions.coverage import coverage as asked
    >>> in_list = coverage(asked(Plan(), "sdg-5"))
    >>> in_list.rows[0][0], in_list.rows[0][2].said("uk"), in_list.rows[0][3]
    ('5.1', 'не локалізовано', 0)

    Args:
        found: What `lg.coverage` returned.
    """
    rows = [
        (
            " / ".join(number or "—" for number in each.target.path),
            each.target.title,
            _OUTCOMES[each.outcome],
            len(each.measures),
            tuple(_short(where) for where in each.measures) or None,
        )
        for each in found.targets
    ]
    headings = [
        Heading(Said("Number")),
        Heading(Said("Target")),
        Heading(Said("Outcome")),
        Heading(Said("Measures"), "right"),
        Heading(Said("Served by")),
    ]
    return Table(Said("Targets of higher documents"), headings, rows, _notes(found))


def _short(where: Ref) -> object:
    plain = where.kind is RefKind.MEASURE and where.coded and where.nth == 1
    return where.code if plain else where


def _notes(found: Coverage) -> list[Words]:
    none = tuple(_short(where) for where in found.serving_none)
    told = (
        [Phrase(Said("Measures that serve none of these: {measures}."), {"measures": none})] if none else []
    )
    if found.unknown:
        told.append(Phrase(Said("Served, but listed nowhere: {targets}."), {"targets": found.unknown}))
    return [*told]


def coverage_goals(found: Coverage) -> Table:
    """Lay out how many measures each goal has, and how many of them serve a target.

    Args:
        found: What `lg.coverage` returned.
    """
    rows = [(each.code, each.title, each.measures, each.serving) for each in found.goals]
    headings = [
        Heading(Said("Goal")),
        Heading(Said("Title")),
        Heading(Said("Measures"), "right"),
        Heading(Said("of these serve a target"), "right"),
    ]
    return Table(Said("Measures by goal"), headings, rows)
