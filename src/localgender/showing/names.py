"""What the words of the library are called in each language: severities, stages, statuses, fields."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.showing.catalogue import Said, language_of

_SEVERITIES = {"error": Said("error"), "warning": Said("warning"), "notice": Said("notice")}
STAGES = {"planned": Said("planned"), "allocated": Said("allocated"), "disbursed": Said("disbursed")}
_DELIVERY = {
    "delivered": Said("delivered"),
    "ongoing": Said("ongoing"),
    "delivered-earlier": Said("delivered earlier"),
    "not-scheduled": Said("not scheduled in this period"),
    "not-delivered": Said("not delivered"),
    "unknown": Said("unknown"),
}
_FUNDING = {
    "none-planned": Said("no money planned"),
    "unfunded": Said("unfunded"),
    "over-allocated": Said("allocated beyond the plan"),
    "part-disbursed": Said("disbursed in part"),
    "allocated-unspent": Said("allocated, not spent"),
}
_FIELDS = {
    "code": Said("number"),
    "title": Said("title"),
    "term": Said("term"),
    "executors": Said("executors"),
    "executor": Said("executor"),
    "source": Said("source of money"),
    "venue": Said("place"),
    "results": Said("expected results"),
    "percent": Said("percent"),
    "narrative": Said("what was done"),
    "acts": Said("legal acts"),
    "period": Said("period"),
    "community": Said("community"),
    "issuer": Said("issuer"),
    "goal": Said("goal"),
    "measure": Said("measure"),
    "year": Said("year"),
    "report": Said("report"),
    "plan": Said("plan"),
}
_SOURCES = {
    "state": Said("state budget"),
    "oblast": Said("oblast budget"),
    "rayon": Said("rayon budget"),
    "community-budget": Said("budget of the community"),
    "other": Said("other sources"),
    "general": Said("general fund"),
    "special": Said("special fund"),
}
_BASES = {
    "disbursed/planned": Said("disbursed to planned"),
    "allocated/planned": Said("allocated to planned"),
    "disbursed/allocated": Said("disbursed to allocated"),
    "disbursed/programme": Said("disbursed to the whole programme"),
    "cumulative/programme": Said("disbursed since the beginning to the whole programme"),
    "done/promised": Said("done to promised"),
}
UNITS = {
    "uah": Said("UAH"),
    "thousand-uah": Said("thousand UAH"),
    "million-uah": Said("million UAH"),
    "billion-uah": Said("billion UAH"),
}
_SLIPS = {
    "digit": Said("one digit"),
    "swapped-digits": Said("two digits swapped"),
    "comma": Said("the decimal comma, or the unit"),
    "sign": Said("the sign"),
    "missing-digit": Said("a digit missed"),
    "extra-digit": Said("a digit too many"),
    "missed-row": Said("a row missed"),
    "doubled-row": Said("a row added twice"),
    "shifted-column": Said("a figure of the neighbouring column"),
    "unexplained": Said("no small slip explains it"),
}
_COUNTED = {
    "once": Said("counted once"),
    "each": Said("counted each time"),
    "none": Said("not counted"),
}
_AXES = {
    "sex": Said("sex"),
    "age": Said("age"),
    "locality": Said("locality"),
    "place": Said("territory"),
    "indicator": Said("indicator"),
    "female": Said("women"),
    "male": Said("men"),
    "unspecified": Said("sex not recorded"),
    "total": Said("all"),
    "urban": Said("urban"),
    "rural": Said("rural"),
    "measured": Said("measured"),
    "target": Said("target"),
}
_INDICATORS = {
    "count": Said("count"),
    "share": Said("share"),
    "rate": Said("rate"),
    "amount": Said("amount"),
    "average": Said("average"),
    "not-occurred": Said("did not occur"),
    "not-available": Said("no data"),
    "not-applicable": Said("not applicable"),
    "suppressed": Said("hidden"),
    "zero-whole": Said("the whole is zero"),
    "bounded": Said("a figure is only bounded"),
}
_ANSWERS = {"true": Said("yes"), "false": Said("no")}

_NAMES: Mapping[str, Said] = {
    **_SEVERITIES,
    **STAGES,
    **_DELIVERY,
    **_FUNDING,
    **_FIELDS,
    **_SOURCES,
    **_BASES,
    **UNITS,
    **_SLIPS,
    **_COUNTED,
    **_AXES,
    **_INDICATORS,
    **_ANSWERS,
}


def name(word: str, language: str = "uk") -> str:
    """Return what a word of an enumeration is called; an unknown word stays as it is.

    >>> name("not-scheduled"), name("planned", "en")
    ('не заплановано на цей період', 'planned')

    Raises:
        NotationError: For a language without messages.
    """
    language = language_of(language)
    return _NAMES[word].said(language) if word in _NAMES else word


def source_name(spelled: str, language: str = "uk") -> str:
    """Return what sources of money are called that stand in an address together.

    >>> source_name("community-general+state")
    'бюджет громади (загальний фонд), державний бюджет'
    """
    return ", ".join(_one_source(each, language) for each in spelled.split("+"))


def _one_source(spelled: str, language: str) -> str:
    # «community» alone also names the field of a plan.
    words = ["community-budget" if word == "community" else word for word in spelled.split("-")]
    level, *funds = (name(word, language) for word in words)
    return f"{level} ({', '.join(funds)})" if funds else level
