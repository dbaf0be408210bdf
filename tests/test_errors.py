"""What exceptions say."""

from __future__ import annotations

import pytest

from localgender.errors import UnknownFormatError


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ([], "no format is known"),
        (["text"], "the only known format is text"),
        (["docx", "text"], "known formats are docx and text"),
        (["docx", "pdf", "text"], "known formats are docx, pdf and text"),
    ],
)
def test_known_formats_are_told_one_or_several(known: list[str], told: str) -> None:
    error = UnknownFormatError("звіт", "the bytes are of no readable format", known)
    assert str(error) == f"звіт: the bytes are of no readable format; {told}"
    assert error.known == tuple(known)
