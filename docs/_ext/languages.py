"""Teaches Sphinx to search in Ukrainian."""

from __future__ import annotations

from typing import Any

import ukrainian_words
from sphinx.application import Sphinx
from sphinx.search import SearchLanguage


class SearchUkrainian(SearchLanguage):
    """Finds a word in all its cases."""

    lang = "uk"
    language_name = "Ukrainian"
    stopwords = ukrainian_words.STOPWORDS
    js_stemmer_code = ukrainian_words.JAVASCRIPT

    def stem(self, word: str) -> str:
        """Return what the index knows the word by."""
        return ukrainian_words.stem(word)


def setup(app: Sphinx) -> dict[str, Any]:
    """Offer the language to the search."""
    app.add_search_language(SearchUkrainian)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
