"""Words of what an audit of plans and reports finds: structure, money, delivery."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.showing.catalogue import Counted, Said
from localgender.showing.kinds import Kind, kind

_STRUCTURE = {
    "repeated-code": kind(
        Said("Numbers that several measures bear"),
        Counted(
            "Number {code} is borne by {bearers} measure.",
            "Number {code} is borne by {bearers} measures.",
            by="bearers",
        ),
        about="code",
    ),
    "missing-code": kind(
        Said("Measures without a number"),
        Counted(
            "No measure has a number ({measures} measure).",
            "No measure has a number ({measures} measures).",
            by="measures",
        ),
        Said("{about}: nothing can refer to it."),
    ),
    "numbering-gap": kind(
        Said("Gaps in the numbers of measures"),
        Counted(
            "After {first} comes {second}: number {missing} is missing.",
            "After {first} comes {second}: numbers {missing} are missing.",
            by="count",
        ),
        about="code",
    ),
    "no-term": kind(
        Said("Measures without a term"),
        Counted(
            "No measure has a term ({measures} measure).",
            "No measure has a term ({measures} measures).",
            by="measures",
        ),
        Said("{about}: no term is given."),
    ),
    "no-executor": kind(
        Said("Measures without an executor"),
        Counted(
            "No measure has an executor ({measures} measure).",
            "No measure has an executor ({measures} measures).",
            by="measures",
        ),
        Said("{about}: no executor is named."),
    ),
    "no-narrative": kind(
        Said("Measures of which nothing is told"),
        Counted(
            "No row tells what was done ({measures} measure).",
            "No row tells what was done ({measures} measures).",
            by="measures",
        ),
        Said("{about}: what was done is not told."),
    ),
    "no-result": kind(
        Said("Measures without an expected result"),
        Said("{about}: no expected result or indicator is given."),
    ),
    "narrative-repeated": kind(
        Said("Measures of which the very same is told"),
        Counted(
            "{about}: the same is told of {bearers} measure (“{text}”).",
            "{about}: the same is told of {bearers} measures (“{text}”).",
            by="bearers",
        ),
        about="narrative",
    ),
    "executor-overloaded": kind(
        Said("Executors with unusually many measures"),
        Counted(
            "{executor}: {measures} of {all} measure.",
            "{executor}: {measures} of {all} measures.",
            by="all",
        ),
    ),
}

_MONEY = {
    "stated-total-differs": kind(
        Said("Totals that differ from their rows"),
        Counted(
            "{about}: {printed} is printed ({printed_interval}), but even without {silent} silent row "
            "the rows add up to {computed} ({computed_interval}); the difference is {difference}.",
            "{about}: {printed} is printed ({printed_interval}), but even without {silent} silent rows "
            "the rows add up to {computed} ({computed_interval}); the difference is {difference}.",
            by="silent",
        ),
        Said(
            "{about}: {printed} is printed ({printed_interval}), but the rows add up to {computed} "
            "({computed_interval}); the difference is {difference}."
        ),
    ),
    "percent-unexplained": kind(
        Said("Percents that no base gives"),
        Said("{about}: {printed} is printed, but no base gives it ({candidates})."),
        about="percent",
    ),
    "total-percent-unexplained": kind(
        Said("Percents of totals that no base gives"),
        Said("{about}: {printed} is printed, but no base gives it ({candidates})."),
        about="percent",
    ),
    "percent-basis-varies": kind(
        Said("Percents of different bases"),
        Counted(
            "Percents have different bases: {bases}; {rows} other measure – {base}.",
            "Percents have different bases: {bases}; {rows} other measures – {base}.",
            by="rows",
        ),
        about="percent",
    ),
    "allocated-exceeds-planned": kind(
        Said("More allocated than planned"),
        Said("{figure}: {allocated} allocated, but only {planned} planned; the difference is {difference}."),
        about="allocated",
    ),
    "disbursed-exceeds-allocated": kind(
        Said("More disbursed than allocated"),
        Said(
            "{figure}: {disbursed} disbursed, but only {allocated} allocated; the difference is {difference}."
        ),
        about="disbursed",
    ),
    "measures-contradict": kind(
        Said("Measures that are the same and differ in money"),
        Said("The same measure, other amounts ({line}): {amounts}."),
    ),
    "full-percent-without-money": kind(
        Said("One hundred percent without money"),
        Said("{about}: {printed} is printed, but nothing of the planned {planned} was disbursed."),
        about="percent",
    ),
}

_DELIVERY = {
    "due-unfunded": kind(
        Said("Measures that were due and got no money"),
        Said("{about}, due in {period}: {planned} planned, nothing given."),
        Said("{about}: {planned} planned and due, nothing given."),
        about="disbursed",
        planned=True,
    ),
    "delivered-without-money": kind(
        Said("Measures delivered without their money"),
        Said("{about}: delivered (“{quoted}”), none of {planned} given."),
        Said("{figure}: delivered, though nothing of the planned {planned} was allocated or disbursed."),
        Said("{figure}: delivered, though none of the planned money was allocated or disbursed."),
        about="narrative",
        planned=True,
    ),
    "delivered-at-zero-percent": kind(
        Said("Measures delivered at zero percent"),
        Said("{about}: delivered (“{quoted}”), though {printed} is printed and {planned} was planned."),
        Said("{figure}: delivered, though {printed} is printed and {planned} was planned."),
        Said("{figure}: delivered, though zero percent is printed and money was planned."),
        about="percent",
    ),
    "not-due-but-reported": kind(
        Said("Measures that were not due and are reported"),
        Said(
            "{about}: not due in {period} (its term is {term}), but work is reported (“{quoted}”) "
            "and {disbursed} was disbursed."
        ),
        Said("{about}: not due in {period} (its term is {term}), but {disbursed} was disbursed."),
        Said("{about}: not due in {period} (its term is {term}), but work is reported (“{quoted}”)."),
        Said("{about}: not due in {period} (its term is {term}), but {allocated} was allocated."),
        Said("{about}: not due in {period} (its term is {term}), but {printed} is printed."),
        Said("{about}: not due in {period} (its term is {term}), but work or money is reported."),
        Said("{about}: not due in {period}, but work or money is reported."),
        Said("{about}: not due, but work or money is reported."),
        about="term",
    ),
    "outside-plan-term": kind(
        Said("Terms outside that of the plan"),
        Said("{about}: its term ({term}) leaves that of the plan ({plan_term})."),
        about="term",
    ),
}

SENTENCES: Mapping[str, Kind] = {**_STRUCTURE, **_MONEY, **_DELIVERY}
