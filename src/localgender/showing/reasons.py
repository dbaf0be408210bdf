"""Why a question had no answer, or a sum left something out, in words."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.showing.catalogue import Said, language_of

_REASONS: Mapping[str, Said] = {
    "silent": Said("nothing is stated"),
    "partly-silent": Said("some rows are silent"),
    "no-rows": Said("no rows to add up"),
    "no-period": Said("the period is not stated"),
    "period-unclear": Said("periods do not match"),
    "source-unclear": Said("sources cannot be told apart"),
    "words-for-money": Said("words stand instead of an amount"),
    "no-percent": Said("no percent is printed"),
    "percent-undefined": Said("it would be a percent of nothing"),
    "percent-unexplained": Said("no base gives the percent"),
    "percent-not-full": Said("less or more than one hundred percent"),
    "percent-not-zero": Said("the percent is not zero"),
    "none-planned": Said("no money planned"),
    "no-term": Said("no term is given"),
    "no-plan-term": Said("the plan states no term"),
    "term-without-days": Said("the term has no dates"),
    "not-due": Said("not due in this period"),
    "due": Said("due in this period"),
    "no-code": Said("there is no number"),
    "other-value": Said("asked of other documents"),
    "several-bodies": Said("many bodies are named together"),
    "no-column": Said("the document has no such column"),
    "no-title": Said("there is no title"),
    "no-twin": Said("no other measure is the same"),
    "short-text": Said("the text is short"),
    "no-text": Said("there is no text"),
    "not-delivered": Said("not reported as delivered"),
    "delivery-unclear": Said("it is not clear what was done"),
    "done-by-deciding": Said("the decision needs nobody to carry it out"),
    "nothing-later": Said("nothing later is told of"),
    "no-promise": Said("no number of meetings is promised"),
    "nothing-done": Said("nothing was to be told"),
    "not-additive": Said("figures of this sort do not add up"),
    "counted-again": Said("people may be counted again in each period"),
    "added-up": Said("figures of this sort are added up"),
    "told-once": Said("printed once"),
    "no-year-before": Said("no like period of the year before"),
    "no-whole": Said("the whole of the share is not printed"),
    "not-asked": Said("no parts are asked for"),
    "no-money": Said("the measure has no money"),
    "not-reported": Said("the report does not mention it"),
    "stated-total": Said("a total, not an addend"),
    "periods-overlap": Said("periods overlap"),
    "no-sum": Said("other figures of the group have no sum"),
}


def reason(word: str, language: str = "uk") -> str:
    """Return what a reason is called; one of a rule of one's own stays as it is.

    >>> reason("no-plan-term"), reason("silent", "en"), reason("mine")
    ('план не має терміну', 'nothing is stated', 'mine')

    Raises:
        NotationError: For a language without messages.
    """
    language = language_of(language)
    return _REASONS[word].said(language) if word in _REASONS else word
