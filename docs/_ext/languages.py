"""Teaches Sphinx to search in Ukrainian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ukrainian_words

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Offer the language to the search."""
    # Imported here, since the test suite reads this module where there is no Sphinx.
    from sphinx.search import SearchLanguage

    class SearchUkrainian(SearchLanguage):
        """Finds a word in all its cases."""

        lang = "uk"
        language_name = "Ukrainian"
        stopwords = ukrainian_words.STOPWORDS
        js_stemmer_code = ukrainian_words.JAVASCRIPT

        def stem(self, word: str) -> str:
            return ukrainian_words.stem(word)

    app.add_search_language(SearchUkrainian)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
