"""Languages and their catalogues of messages; nothing here is process-wide."""

from __future__ import annotations

import io
import pkgutil
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations

from attrs import frozen

from localgender.errors import NotationError

LANGUAGES = ("uk", "en")


def language_of(word: str) -> str:
    """Return a language that has messages.

    Raises:
        NotationError: A ValueError, for any other.
    """
    if word not in LANGUAGES:
        raise NotationError(str(word), f"a language, one of {', '.join(LANGUAGES)}")
    return word


@cache
def _catalogue(language: str) -> NullTranslations:
    # English is what the code says; every other language is a compiled file.
    if language == "en":
        return NullTranslations()
    compiled = pkgutil.get_data(__package__, f"locale/{language}/LC_MESSAGES/localgender.mo")
    return GNUTranslations(io.BytesIO(compiled or b""))


@frozen
class Said:
    """Text that each language has its own words for.

    >>> Said("warning").said("uk"), Said("page {page}").said("en", {"page": "7"})
    ('попередження', 'page 7')

    Attributes:
        text: English, with names of words in braces; the key in the catalogues.
    """

    text: str

    def said(self, language: str, words: Mapping[str, str] | None = None, number: int = 1) -> str:
        """Say it in a language.

        Raises:
            NotationError: For a language without messages.
        """
        text = _catalogue(language_of(language)).gettext(self.text)
        return text.format_map(words or {})


@frozen
class Counted:
    """Text whose form depends on a number: 1 захід, 2 заходи, 5 заходів, 11 заходів, 21 захід.

    >>> measures = Counted("{count} measure", "{count} measures", by="count")
    >>> [measures.said("uk", {"count": str(n)}, n) for n in (1, 2, 5, 11, 21)]
    ['1 захід', '2 заходи', '5 заходів', '11 заходів', '21 захід']

    Attributes:
        text: English for one; the key in the catalogues.
        many: English for any other number.
        by: Name of the word that is counted.
    """

    text: str
    many: str
    by: str = "count"

    def said(self, language: str, words: Mapping[str, str] | None = None, number: int = 1) -> str:
        """Say it in a language, in the form for a number.

        Raises:
            NotationError: For a language without messages.
        """
        text = _catalogue(language_of(language)).ngettext(self.text, self.many, number)
        return text.format_map(words or {})
