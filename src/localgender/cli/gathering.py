"""A folder of documents into tables and values that stay up to date."""

from __future__ import annotations

import sys

from localgender.cli import files, several, streams
from localgender.cli.answers import Answer
from localgender.cli.records import Options
from localgender.collecting import collect
from localgender.questions.collected import Collected
from localgender.showing.catalogue import Said
from localgender.showing.collected_sheet import collected_sheet, collected_tree
from localgender.showing.progress import counting


def collected(options: Options) -> int:
    """Collect a folder, and return the exit code.

    A file that cannot be read is named on standard error and in the answer; the others are collected.
    """
    try:
        found = _collected(options)
    except KeyboardInterrupt:
        return streams.refuse(_INTERRUPTED.said(options.lang), 130)
    failed = [(each.file, each.error) for each in found.entries if each.error is not None]
    for name, error in failed:
        streams.refuse(streams.RefusedFileError(name, error).said(options.lang))
    # To the folder go tables; what became of it is told on the screen.
    options.output = None
    several.deliver_one(_answer(found, options), options)
    return 2 if failed else int(options.strict and any(each.errors for each in found.entries))


_INTERRUPTED = Said("interrupted; what was read is kept, and the same call goes on from there")


def _collected(options: Options) -> Collected:
    with counting(sys.stderr) as told:
        return collect(
            options.folder,
            options.output,
            kind=options.kind,
            pattern=options.pattern,
            communities=options.communities or (),
            layouts=files.layouts_of(options),
            workers=options.workers,
            seconds=options.seconds,
            prune=options.prune,
            progress=told,
        )


def _answer(found: Collected, options: Options) -> Answer:
    if options.format == "json":
        return Answer(tree=collected_tree(found, options.lang))
    return Answer(collected_sheet(found, every=options.all))
