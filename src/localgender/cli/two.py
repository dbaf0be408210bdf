"""The question that takes two documents."""

from __future__ import annotations

from localgender.cli import files, streams
from localgender.cli.answers import Answer
from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Options
from localgender.cli.several import deliver_one
from localgender.questions.compare import compare
from localgender.showing import compared_sheets
from localgender.showing.catalogue import Said


def compared(options: Options) -> int:
    """Answer what changed between two documents, and return the exit code."""
    if options.file == options.other == "-":
        raise WrongCallError(Said("standard input holds one document only"))
    if (target := streams.target_of(options)) is not None:
        streams.spare((options.file, options.other), target)
    layouts = files.layouts_of(options)
    old, new = (files.opened(name, options, layouts=layouts) for name in (options.file, options.other))
    found = compare(old, new)
    if options.format == "json":
        return deliver_one(Answer(tree=compared_sheets.comparison_tree(found, options.lang)), options)
    return deliver_one(Answer(compared_sheets.compared_sheet(old, new, found)), options)
