"""What an audit asked of the document, and what it had no answer to."""

from __future__ import annotations

from attrs import evolve

from localgender.showing import lines, tabulate
from localgender.showing.catalogue import Said
from localgender.showing.page.asked import Asked, grid
from localgender.showing.page.elements import Html, joined, tag
from localgender.showing.tables import Heading
from localgender.showing.wording import phrase


def checked(asked: Asked, language: str) -> Html:
    """Tell how many questions were asked, which could not be answered and why, then every question."""
    table = tabulate.checked(asked.checked)
    # The name of the kind stands beside each finding; here the reasons stand in its place.
    headings = [table.headings[0], *table.headings[2:], Heading(Said("No answer because"))]
    reasons = [tuple(tabulate.Because(*pair) for pair in each.reasons) or "" for each in asked.checked]
    rows = [(row[0], *row[2:], why) for row, why in zip(table.rows, reasons, strict=True)]
    answers = grid(evolve(table, headings=headings, rows=rows, notes=()), language, headed=True)
    return joined(
        tag("p", phrase(lines.answered(asked.checked), language)), _unchecked(asked, language), answers
    )


def _unchecked(asked: Asked, language: str) -> Html:
    left = [each for each in asked.checked if each.not_checkable]
    if not left:
        return tag("p", Said("Nothing was left unchecked.").said(language))
    items = [tag("li", phrase(lines.unchecked(each), language)) for each in left]
    return joined(tag("h3", Said("What could not be checked").said(language)), tag("ul", items))
