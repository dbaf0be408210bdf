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
    if streams.target_of(options) is None and len(names) == 1:
        reading = files.opened(names[0], options, layouts=files.layouts_of(options))
        streams.write(report_page(reading, language=options.lang))
        return 0
    pages = _pages(names, options.output)
    for page in pages.values():
        streams.spare(names, page)

    def ask(name: str, reading: Read) -> Answer:
        streams.put(report_page(reading, language=options.lang), pages[name])
        streams.write(f"{streams.shown(str(pages[name]))}\n")
        return Answer()

    if len(names) == 1:
        ask(names[0], files.opened(names[0], options, layouts=files.layouts_of(options)))
        return 0
    told = several.each_told(names, options, ask)
    sheet = summary_sheet([each.facts for each in told])
    streams.write("\n" + sheets.write(sheet, language=options.lang, **streams.look(options, on_screen=True)))
    return several.worst(told)


def _pages(names: tuple[str, ...], output: str) -> dict[str, Path]:
    """Say where the page of each file goes."""
    folder = Path(output)
    if folder.is_dir() or output.endswith(("/", os.sep)):
        folder.mkdir(exist_ok=True)
        return {name: folder / f"{page}.html" for name, page in _titles(names).items()}
    if len(names) > 1:
        text = Said("the pages of several documents need a folder, such as {folder}")
        raise WrongCallError(text, {"folder": f"{streams.shown(output)}/"}, "localgender report")
    return {names[0]: folder}


def _titles(names: tuple[str, ...]) -> dict[str, str]:
    """Name the page of each file after it; alike files keep their suffix, or are numbered."""
    stems = Counter(_stem(name).casefold() for name in names)
    found: dict[str, str] = {}
    for name in names:
        title = _stem(name) if stems[_stem(name).casefold()] == 1 else Path(name).name
        taken = {each.casefold() for each in found.values()}
        numbered = (title, *(f"{title}-{number}" for number in range(2, len(names) + 1)))
        found[name] = next(each for each in numbered if each.casefold() not in taken)
    return found


def _stem(name: str) -> str:
    return "stdin" if name == "-" else Path(name).stem
