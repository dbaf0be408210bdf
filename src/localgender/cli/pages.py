"""Pages to publish: of one document a file, of several a folder."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from localgender.cli import files, several, streams
from localgender.cli.answers import Answer, Read
from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Options
from localgender.showing import sheets
from localgender.showing.catalogue import Said
from localgender.showing.page import report_page
from localgender.showing.several import summary_sheet


def written(options: Options) -> int:
    """Write the page of every file of a call, tell their names, and return the exit code."""
    names = files.expanded(options.files)
    streams.spare(names, options.output)
    pages = _pages(names, options.output)

    def ask(name: str, reading: Read) -> Answer:
        streams.put(report_page(reading, language=options.lang), pages[name])
        streams.write(f"{streams.shown(str(pages[name]))}\n")
        return Answer()

    if len(names) == 1:
        ask(names[0], files.opened(names[0], options, layouts=files.layouts_of(options)))
        return 0
    told = several.each_told(names, options, ask)
    sheet = summary_sheet([each.facts for each in told])
    streams.write("\n" + sheets.write(sheet, language=options.lang, width=streams.width(options)))
    return several.worst(told)


def _pages(names: tuple[str, ...], output: str) -> dict[str, Path]:
    """Say where the page of each file goes; files that differ in their suffix only keep it."""
    folder = Path(output)
    if not (folder.is_dir() or output.endswith(("/", os.sep))):
        if len(names) > 1:
            words = {"folder": f"{streams.shown(output)}/"}
            text = Said("the pages of several documents need a folder, such as {folder}")
            raise WrongCallError(text, words, "localgender report")
        return {names[0]: folder}
    folder.mkdir(exist_ok=True)
    stems = Counter(_stem(name) for name in names)
    return {
        name: folder / f"{_stem(name) if stems[_stem(name)] == 1 else Path(name).name}.html" for name in names
    }


def _stem(name: str) -> str:
    return "stdin" if name == "-" else Path(name).stem
