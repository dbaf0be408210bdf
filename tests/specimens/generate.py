"""Writes the specimen files: `python tests/specimens/generate.py`, or with names of families for those alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from specimens import write_docx, write_html, write_pdf, write_text, write_xlsx  # noqa: E402
from specimens.description import Specimen  # noqa: E402
from specimens.families import FAMILIES  # noqa: E402

FILES, EXPECTED = HERE / "files", HERE / "expected"
WRITERS: dict[str, Callable[[Specimen], bytes]] = {
    "txt": write_text.txt,
    "csv": write_text.csv,
    "md": write_text.md,
    "html": write_html.write,
    "docx": write_docx.write,
    "xlsx": write_xlsx.write,
    "pdf": write_pdf.write,
}


def main(names: list[str]) -> None:
    """Write the files of some families, or of all."""
    FILES.mkdir(exist_ok=True)
    for name in names or FAMILIES:
        for suffix, write in WRITERS.items():
            (FILES / f"{name}.{suffix}").write_bytes(write(FAMILIES[name]))


if __name__ == "__main__":
    main(sys.argv[1:])
