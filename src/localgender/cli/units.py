"""Reports of several units as one."""

from __future__ import annotations

from localgender.cli import files, several, streams
from localgender.cli.answers import Answer
from localgender.cli.records import Options
from localgender.questions.consolidation import consolidate
from localgender.showing import unit_sheets


def consolidated(options: Options) -> int:
    """Answer what units report together, and return the exit code.

    A file that cannot be read ends the call: a sum without it would be told as that of all.
    """
    names = files.expanded(options.files)
    if (target := streams.target_of(options)) is not None:
        streams.spare(names, target)
    options.kind = "report"
    layouts = files.layouts_of(options)
    readings = [
        files.opened(name, options, layouts=layouts, turn=f"{number}/{len(names)} ")
        for number, name in enumerate(names, 1)
    ]
    whole = consolidate(readings, expected=options.expected or ())
    if options.format == "json":
        return several.deliver_one(Answer(tree=unit_sheets.consolidated_tree(whole, options.lang)), options)
    return several.deliver_one(Answer(unit_sheets.consolidated_sheet(whole, every=options.all)), options)
