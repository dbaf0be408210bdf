"""Formats whose reader does to its process what a broken library may do."""

from __future__ import annotations

import os
import signal
import time

from localgender.documents.grid import Document, Limits
from localgender.documents.readers.format import Format
from localgender.errors import LocalGenderError
from localgender.intake import FORMATS

DEADLY, ENDLESS, CLUMSY, ODD = b"deadly", b"endless", b"clumsy", b"odd"


class OddError(LocalGenderError):
    """An error that no process can tell another one of."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")


def is_dangerous(data: bytes, name: str) -> bool:
    return data.startswith((DEADLY, ENDLESS, CLUMSY, ODD))


def scan(data: bytes, name: str, limits: Limits) -> Document:
    if data.startswith(DEADLY):
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    if data.startswith(CLUMSY):
        raise ZeroDivisionError("division of a report")
    if data.startswith(ODD):
        raise OddError("half", "half")
    while True:
        time.sleep(0.01)


DANGEROUS = (Format("dangerous", is_dangerous, scan), *FORMATS)
