"""One question to one document or to many: one bad file never stops the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import frozen

from localgender.cli import files, streams
from localgender.cli.answers import Answer, Question
from localgender.cli.records import Options
from localgender.documents.layouts.layout import Layout
from localgender.errors import LocalGenderError
from localgender.showing import several, sheets
from localgender.showing.several import FileFacts

Ask = Callable[[str, Any], Answer]


@frozen
class Told:
    """What became of one file among several.

    Attributes:
        facts: What it is, or why it could not be read.
        answer: None when it could not be read.
    """

    facts: FileFacts
    answer: Answer | None = None


def answered(options: Options, question: Question) -> int:
    """Answer a question about every file of a call, and return the exit code."""
    names = files.expanded(options.files)
    if (target := streams.target_of(options)) is not None:
        streams.spare(names, target)
    if len(names) == 1:
        reading = files.opened(names[0], options, layouts=files.layouts_of(options))
        return deliver_one(question(reading, options), options)
    told = each_told(names, options, lambda _, reading: question(reading, options))
    streams.deliver(_written_together(told, options), options)
    return worst(told)


def deliver_one(answer: Answer, options: Options) -> int:
    """Write a single answer as it is, and return the exit code."""
    streams.deliver(_written(answer, options), options)
    return int(answer.failed)


def each_told(names: tuple[str, ...], options: Options, ask: Ask) -> list[Told]:
    """Ask every file, and refuse the bad ones in one line each.

    Args:
        names: Of the files.
        options: Of the call.
        ask: Takes the name of a file and its reading.
    """
    layouts, told = files.layouts_of(options), []
    for number, name in enumerate(names, 1):
        try:
            told.append(_told(name, options, layouts=layouts, turn=f"{number}/{len(names)} ", ask=ask))
        except streams.RefusedFileError as error:
            streams.refuse(error.said(options.lang))
            told.append(_refused(name, error.reason(options.lang)))
        except Exception as error:  # noqa: BLE001 - a slip over one document leaves the others readable
            reason = streams.slip(error, options.lang)
            streams.refuse(f"{streams.shown(name)}: {reason}")
            told.append(_refused(name, reason))
    return told


def _told(name: str, options: Options, *, layouts: tuple[Layout, ...], turn: str, ask: Ask) -> Told:
    reading = files.opened(name, options, layouts=layouts, turn=turn)
    try:
        return Told(several.facts_of(streams.shown(name), reading), ask(name, reading))
    except LocalGenderError as error:
        raise streams.RefusedFileError(name, error) from None


def _refused(name: str, reason: str) -> Told:
    return Told(FileFacts(streams.shown(name), refused=" ".join(reason.split())))


def worst(told: list[Told]) -> int:
    """Return the exit code of several files: that of the worst one."""
    if any(each.answer is None for each in told):
        return 2
    return int(any(each.answer is not None and each.answer.failed for each in told))


def _written(answer: Answer, options: Options) -> str:
    if answer.sheet is None:
        return as_json(answer.tree)
    look = streams.look(options, on_screen=streams.target_of(options) is None)
    return sheets.write(answer.sheet, options.format, language=options.lang, **look)


def _written_together(told: list[Told], options: Options) -> str:
    if options.format == "json":
        return as_json({each.facts.name: _tree(each) for each in told})
    look = streams.look(options, on_screen=streams.target_of(options) is None)
    answers = [(each.facts, each.answer.sheet if each.answer else None) for each in told]
    return several.write(answers, options.format, language=options.lang, **look)


def _tree(told: Told) -> dict[str, Any]:
    if told.answer is None:
        return {"error": told.facts.refused}
    return {**several.facts_tree(told.facts), "answer": told.answer.tree}


def as_json(tree: Any) -> str:
    """Write a tree as JSON for a program and for the eye."""
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
