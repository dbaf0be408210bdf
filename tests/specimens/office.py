"""What the writers of Office Open XML share: parts, their relations, and an archive without a clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def content_types(**parts: str) -> str:
    """List the parts of an archive by the end of their content type, `/` in names written as `__`."""
    each = "".join(
        f'<Override PartName="/{name.replace("__", "/")}.xml" ContentType="{_KINDS}{kind}+xml"/>'
        for name, kind in parts.items()
    )
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{each}</Types>'


def relations(*pairs: tuple[str, str]) -> str:
    """Relate a part to others, which are r1, r2 and so on."""
    each = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def packed(parts: Mapping[str, str]) -> bytes:
    """Pack parts so that the same parts give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, _HEAD + text)
    return made.getvalue()
