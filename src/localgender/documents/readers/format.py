"""What a format is to the library: a record, handed in as an argument."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from localgender._display import brief
from localgender.documents.grid import Document, Limits


@frozen
class Format:
    """Way to turn bytes into a document.

    Attributes:
        name: Short name, such as "text".
        recognises: Tells from the bytes and the name whether they are of this format.
        scan: Turns bytes, a name for messages and limits into a document; imports its library when called.
    """

    name: str
    recognises: Callable[[bytes, str], bool]
    scan: Callable[[bytes, str, Limits], Document]

    __repr__ = brief
