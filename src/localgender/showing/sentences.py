"""What each kind of finding is called, and its sentence: the first whose words are all known."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.showing import audit_sentences, decision_sentences, figure_sentences, unit_sentences
from localgender.showing.catalogue import Counted, Said
from localgender.showing.kinds import Kind, kind

_READING = {
    "unreadable-cell": kind(
        Said("Cells that are not understood"),
        Said("The cell says “{text}”, which is not how values of its column are written."),
    ),
    "row-padded": kind(
        Said("Rows of another length than the header"),
        Counted(
            "The row has {cells} cell where the header has {columns}; only empty ones are missing or extra.",
            "The row has {cells} cells where the header has {columns}; only empty ones are missing or extra.",
            by="cells",
        ),
    ),
    "row-shifted": kind(
        Said("Rows with shifted cells"),
        Counted(
            "The row has {cells} cell where the header has {columns}; texts went under columns they fit.",
            "The row has {cells} cells where the header has {columns}; texts went under columns they fit.",
            by="cells",
        ),
    ),
    "row-continued": kind(
        Said("Rows that carry on the row above"),
        Said("The row carries on the row above, as after a page break; the two were joined."),
    ),
    "cell-split": kind(
        Said("Cells that hold several measures"),
        Said("One cell holds several measures: {codes}."),
    ),
    "sum-unlabelled": kind(
        Said("Sums without a word"),
        Said(
            "The row names nothing that its amounts are for, and other rows add up to them; "
            "it was read as their total."
        ),
    ),
    "amount-approximate": kind(
        Said("Amounts that are only about right"),
        Said("The text calls the amount approximate (“{text}”); it is kept as the number printed."),
    ),
    "terms-unmatched": kind(
        Said("Terms that do not match the measures of their row"),
        Said("Terms in the row: {terms}, measures: {measures}; which is whose is not said (“{text}”)."),
    ),
    "executors-unsure": kind(
        Said("Executors that are not clear"),
        Said(
            "Groups of executors in the row: {groups}, measures: {measures}; "
            "which is whose is not said (“{text}”)."
        ),
        Said("It is not clear where one executor ends and the next begins: “{text}”."),
    ),
    "date-incomplete": kind(
        Said("Meetings without a complete date"),
        Said(
            "The day of the meeting is not told as one day with its year (“{text}”), so that it has no date."
        ),
    ),
    "code-restored": kind(
        Said("Goals whose number was restored"),
        Said("The goal prints no number; {code} follows from its measures."),
    ),
    "unit-missing": kind(
        Said("Money without a unit"),
        Said(
            "The table prints no unit of money; its amounts were read in {counted}, as in the other tables."
        ),
        Said("No unit of money is printed; the amounts were read as hryvnias."),
    ),
    "period-missing": kind(
        Said("Reports without a period"),
        Said("The document does not say which period it reports on."),
    ),
    "formula-without-value": kind(
        Said("Formulas that were never calculated"),
        Said("The formula {formula} was never calculated; the cell counts as empty, not as zero."),
        Said("The formula was never calculated; the cell counts as empty, not as zero."),
    ),
    "text-guessed": kind(
        Said("Texts whose encoding was guessed"),
        Said("The encoding is not declared; the text was read as {encoding}."),
    ),
    "column-number-gap": kind(
        Said("Columns numbered with a gap"),
        Said("The columns are numbered with a gap: {numbers}."),
    ),
    "markup-removed": kind(
        Said("Markup that got into the text"),
        Said("Markup got into the text and was left out: {markup}."),
    ),
    "unread-text": kind(Said("Text that was not understood"), Said("Not understood: “{text}”.")),
}

KINDS: Mapping[str, Kind] = {
    **_READING,
    **audit_sentences.SENTENCES,
    **figure_sentences.SENTENCES,
    **decision_sentences.SENTENCES,
    **unit_sentences.SENTENCES,
}
