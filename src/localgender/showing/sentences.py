"""What each kind of finding is called, and its sentence: the first whose words are all known."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from attrs import frozen

from localgender.showing import decision_sentences, figure_sentences, unit_sentences
from localgender.showing.catalogue import Counted, Said


@frozen
class Kind:
    """Words of one kind of finding.

    Attributes:
        title: What such findings are called together.
        sentences: Templates over the facts, the most telling first. `about` stands for what the finding is
            about, `figure` for the same with the period and the source, `line` for stage, period and source
            alone, `bearers` for how many it is about.
        about: Part of a measure or total where the finding is seen, such as "percent"; "" for all of it.
        planned: Whether the planned money of several such findings is worth adding up.
    """

    title: Said
    sentences: tuple[Said | Counted, ...]
    about: str = ""
    planned: bool = False


def words_of(template: Said | Counted) -> frozenset[str]:
    """Return the words that a template needs.

    >>> sorted(words_of(Said("{about}: no term.")))
    ['about']
    """
    texts = [template.text] + ([template.many] if isinstance(template, Counted) else [])
    counted = {template.by} if isinstance(template, Counted) else set()
    return frozenset(counted | {word for text in texts for _, word, _, _ in Formatter().parse(text) if word})


def _kind(title: Said, *sentences: Said | Counted, about: str = "", planned: bool = False) -> Kind:
    return Kind(title, sentences, about, planned)


_READING = {
    "unreadable-cell": _kind(
        Said("Cells that are not understood"),
        Said("The cell says “{text}”, which is not how values of its column are written."),
    ),
    "row-padded": _kind(
        Said("Rows of another length than the header"),
        Counted(
            "The row has {cells} cell where the header has {columns}; only empty ones are missing or extra.",
            "The row has {cells} cells where the header has {columns}; only empty ones are missing or extra.",
            by="cells",
        ),
    ),
    "row-shifted": _kind(
        Said("Rows with shifted cells"),
        Counted(
            "The row has {cells} cell where the header has {columns}; texts went under columns they fit.",
            "The row has {cells} cells where the header has {columns}; texts went under columns they fit.",
            by="cells",
        ),
    ),
    "row-continued": _kind(
        Said("Rows that carry on the row above"),
        Said("The row carries on the row above, as after a page break; the two were joined."),
    ),
    "cell-split": _kind(
        Said("Cells that hold several measures"),
        Said("One cell holds several measures: {codes}."),
    ),
    "sum-unlabelled": _kind(
        Said("Sums without a word"),
        Said(
            "The row names nothing that its amounts are for, and other rows add up to them; "
            "it was read as their total."
        ),
    ),
    "amount-approximate": _kind(
        Said("Amounts that are only about right"),
        Said("The text calls the amount approximate (“{text}”); it is kept as the number printed."),
    ),
    "terms-unmatched": _kind(
        Said("Terms that do not match the measures of their row"),
        Said("Terms in the row: {terms}, measures: {measures}; which is whose is not said (“{text}”)."),
    ),
    "executors-unsure": _kind(
        Said("Executors that are not clear"),
        Said(
            "Groups of executors in the row: {groups}, measures: {measures}; "
            "which is whose is not said (“{text}”)."
        ),
        Said("It is not clear where one executor ends and the next begins: “{text}”."),
    ),
    "date-incomplete": _kind(
        Said("Meetings without a complete date"),
        Said(
            "The day of the meeting is not told as one day with its year (“{text}”), so that it has no date."
        ),
    ),
    "code-restored": _kind(
        Said("Goals whose number was restored"),
        Said("The goal prints no number; {code} follows from its measures."),
    ),
    "unit-missing": _kind(
        Said("Money without a unit"),
        Said(
            "The table prints no unit of money; its amounts were read in {counted}, as in the other tables."
        ),
        Said("No unit of money is printed; the amounts were read as hryvnias."),
    ),
    "period-missing": _kind(
        Said("Reports without a period"),
        Said("The document does not say which period it reports on."),
    ),
    "formula-without-value": _kind(
        Said("Formulas that were never calculated"),
        Said("The formula {formula} was never calculated; the cell counts as empty, not as zero."),
        Said("The formula was never calculated; the cell counts as empty, not as zero."),
    ),
    "text-guessed": _kind(
        Said("Texts whose encoding was guessed"),
        Said("The encoding is not declared; the text was read as {encoding}."),
    ),
    "column-number-gap": _kind(
        Said("Columns numbered with a gap"),
        Said("The columns are numbered with a gap: {numbers}."),
    ),
    "markup-removed": _kind(
        Said("Markup that got into the text"),
        Said("Markup got into the text and was left out: {markup}."),
    ),
    "unread-text": _kind(Said("Text that was not understood"), Said("Not understood: “{text}”.")),
}

_STRUCTURE = {
    "repeated-code": _kind(
        Said("Numbers that several measures bear"),
        Counted(
            "Number {code} is borne by {bearers} measure.",
            "Number {code} is borne by {bearers} measures.",
            by="bearers",
        ),
        about="code",
    ),
    "missing-code": _kind(
        Said("Measures without a number"),
        Counted(
            "No measure has a number ({measures} measure).",
            "No measure has a number ({measures} measures).",
            by="measures",
        ),
        Said("{about}: nothing can refer to it."),
    ),
    "numbering-gap": _kind(
        Said("Gaps in the numbers of measures"),
        Counted(
            "After {first} comes {second}: number {missing} is missing.",
            "After {first} comes {second}: numbers {missing} are missing.",
            by="count",
        ),
        about="code",
    ),
    "no-term": _kind(
        Said("Measures without a term"),
        Counted(
            "No measure has a term ({measures} measure).",
            "No measure has a term ({measures} measures).",
            by="measures",
        ),
        Said("{about}: no term is given."),
    ),
    "no-executor": _kind(
        Said("Measures without an executor"),
        Counted(
            "No measure has an executor ({measures} measure).",
            "No measure has an executor ({measures} measures).",
            by="measures",
        ),
        Said("{about}: no executor is named."),
    ),
    "no-narrative": _kind(
        Said("Measures of which nothing is told"),
        Counted(
            "No row tells what was done ({measures} measure).",
            "No row tells what was done ({measures} measures).",
            by="measures",
        ),
        Said("{about}: what was done is not told."),
    ),
    "no-result": _kind(
        Said("Measures without an expected result"),
        Said("{about}: no expected result or indicator is given."),
    ),
    "narrative-repeated": _kind(
        Said("Measures of which the very same is told"),
        Counted(
            "{about}: the same is told of {bearers} measure (“{text}”).",
            "{about}: the same is told of {bearers} measures (“{text}”).",
            by="bearers",
        ),
        about="narrative",
    ),
    "executor-overloaded": _kind(
        Said("Executors with unusually many measures"),
        Counted(
            "{executor}: {measures} of {all} measure.",
            "{executor}: {measures} of {all} measures.",
            by="all",
        ),
    ),
}

_MONEY = {
    "stated-total-differs": _kind(
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
    "percent-unexplained": _kind(
        Said("Percents that no base gives"),
        Said("{about}: {printed} is printed, but no base gives it ({candidates})."),
        about="percent",
    ),
    "total-percent-unexplained": _kind(
        Said("Percents of totals that no base gives"),
        Said("{about}: {printed} is printed, but no base gives it ({candidates})."),
        about="percent",
    ),
    "percent-basis-varies": _kind(
        Said("Percents of different bases"),
        Counted(
            "Percents have different bases: {bases}; {rows} other measure – {base}.",
            "Percents have different bases: {bases}; {rows} other measures – {base}.",
            by="rows",
        ),
        about="percent",
    ),
    "allocated-exceeds-planned": _kind(
        Said("More allocated than planned"),
        Said("{figure}: {allocated} allocated, but only {planned} planned; the difference is {difference}."),
        about="allocated",
    ),
    "disbursed-exceeds-allocated": _kind(
        Said("More disbursed than allocated"),
        Said(
            "{figure}: {disbursed} disbursed, but only {allocated} allocated; the difference is {difference}."
        ),
        about="disbursed",
    ),
    "measures-contradict": _kind(
        Said("Measures that are the same and differ in money"),
        Said("The same measure, other amounts ({line}): {amounts}."),
    ),
    "full-percent-without-money": _kind(
        Said("One hundred percent without money"),
        Said("{about}: {printed} is printed, but nothing of the planned {planned} was disbursed."),
        about="percent",
    ),
}

_DELIVERY = {
    "due-unfunded": _kind(
        Said("Measures that were due and got no money"),
        Said("{about}, due in {period}: {planned} planned, nothing given."),
        Said("{about}: {planned} planned and due, nothing given."),
        about="disbursed",
        planned=True,
    ),
    "delivered-without-money": _kind(
        Said("Measures delivered without their money"),
        Said("{about}: delivered (“{quoted}”), none of {planned} given."),
        Said("{figure}: delivered, though nothing of the planned {planned} was allocated or disbursed."),
        Said("{figure}: delivered, though none of the planned money was allocated or disbursed."),
        about="narrative",
        planned=True,
    ),
    "delivered-at-zero-percent": _kind(
        Said("Measures delivered at zero percent"),
        Said("{about}: delivered (“{quoted}”), though {printed} is printed and {planned} was planned."),
        Said("{figure}: delivered, though {printed} is printed and {planned} was planned."),
        Said("{figure}: delivered, though zero percent is printed and money was planned."),
        about="percent",
    ),
    "not-due-but-reported": _kind(
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
    "outside-plan-term": _kind(
        Said("Terms outside that of the plan"),
        Said("{about}: its term ({term}) leaves that of the plan ({plan_term})."),
        about="term",
    ),
}

_DECISIONS = {kind: _kind(title, *said) for kind, (title, said) in decision_sentences.SENTENCES.items()}
_FIGURES = {kind: _kind(title, *said) for kind, (title, *said) in figure_sentences.SENTENCES.items()}
_UNITS = {kind: _kind(title, *said) for kind, (title, *said) in unit_sentences.SENTENCES.items()}

KINDS: Mapping[str, Kind] = {
    **_READING,
    **_STRUCTURE,
    **_MONEY,
    **_DELIVERY,
    **_FIGURES,
    **_DECISIONS,
    **_UNITS,
}
