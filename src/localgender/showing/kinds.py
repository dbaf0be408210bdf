"""What belongs to the words of one kind of finding."""

from __future__ import annotations

from string import Formatter

from attrs import frozen

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


def kind(title: Said, *sentences: Said | Counted, about: str = "", planned: bool = False) -> Kind:
    """Set the words of a kind together."""
    return Kind(title, sentences, about, planned)
