"""Editions of the European Charter, made from the code lists that ship, and charters as code lists."""

from __future__ import annotations

from localgender.model.charter import Article, Charter
from localgender.questions.codelists import CodeEntry, CodeList, codelist


def charter(edition: str | int = 2006) -> Charter:
    """Return an edition of the European Charter for Equality of Women and Men in Local Life.

    >>> len(charter(2006).articles), charter(2006).article(4).en
    (30, 'Public commitment to equality')

    Args:
        edition: 2006. The edition of 2022 adds nine articles; it does not ship, because their numbers stood
            in no source at hand: make a `Charter` of your own from its text.

    Raises:
        NotationError: A ValueError, for an edition that does not ship.
    """
    codes = codelist(f"charter-{edition}")
    articles = [Article(each.code, each.uk, each.en) for each in codes.entries]
    return Charter(codes.uk or codes.name, codes.edition, articles)


def codes_of(charter: Charter) -> CodeList:
    """Return the articles of a charter as a list of codes.

    >>> codes_of(Charter("Хартія", 2022, [Article("31")])).name
    'charter-2022'
    """
    entries = [CodeEntry(each.number, None, each.uk, each.en) for each in charter.articles]
    return CodeList(charter.scheme, charter.edition, charter.name, entries=entries)
