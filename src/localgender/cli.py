"""Command line: what one document holds and what is wrong in it, and what two differ in."""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from localgender.documents.layouts import LAYOUTS
from localgender.documents.layouts.layout import Layout
from localgender.documents.reading import Reading
from localgender.errors import LayoutError, LocalGenderError, SerializationError
from localgender.exchange.json import dumps
from localgender.findings import Finding, Severity
from localgender.intake import read, read_layout, read_plan, read_report
from localgender.model.funding import Source, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import GROUPINGS, totals_by
from localgender.questions.audit import audit, audit_summary
from localgender.questions.codelists import NAMES
from localgender.questions.compare import compare
from localgender.questions.coverage import coverage
from localgender.questions.status import Status, StatusReason, classify
from localgender.showing import compared_sheets, sheets
from localgender.showing.catalogue import LANGUAGES
from localgender.showing.messages import Places, describe, places_of
from localgender.showing.page import report_page
from localgender.showing.renderers.json import plain
from localgender.showing.statuses import Because
from localgender.values.refs import Ref

Options = argparse.Namespace
Answer = tuple[int, str]

_PURPOSE = "Reads and audits what Ukrainian communities publish on gender equality."
_WRITTEN = ("text", "json", "markdown", "html")
_NARROWEST, _USUAL, _WIDEST = 60, 100, 120


class WrongCallError(Exception):
    """Arguments that no command takes."""


class Parser(argparse.ArgumentParser):
    """Parser whose complaint is one line, without the usage above it."""

    def error(self, message: str) -> NoReturn:
        """Refuse the call."""
        raise WrongCallError(f"{message} (see {self.prog} --help)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Words after the name of the program; those of the process when left out.

    Returns:
        0 when all is well, 1 for errors found under `--strict`, 2 for a file that cannot be read or a wrong
        call, which one line on standard error explains, 130 when interrupted.
    """
    try:
        _speak_utf8()
        return _answered(arguments)
    except SystemExit as done:
        # --help and --version have written their text.
        _write("")
        return int(done.code or 0)
    except KeyboardInterrupt:
        return _refuse("interrupted", 130)
    except OSError as error:
        return _refuse(": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error)))))
    except (LocalGenderError, WrongCallError) as error:
        return _refuse(str(error))
    except Exception as error:  # noqa: BLE001 - whoever sits at a terminal cannot use a traceback
        return _refuse(f"this should not happen: {type(error).__name__}: {error}")


def _answered(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    try:
        code, text = options.answer(options)
    except LayoutError as error:
        raise WrongCallError(f"{options.file}: {error}") from None
    _write(text)
    return int(code)


def _parser() -> Parser:
    parser = Parser(prog="localgender", allow_abbrev=False, description=_PURPOSE)
    # Looked up by name: the façade names every module, so importing from it would turn the house round.
    version = import_module("localgender").__version__
    parser.add_argument("--version", action="version", version=f"localgender {version}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _command(
        commands, "read", _read, "the typed value, and what was not understood", ("text", "json", "html")
    )
    auditing = _command(commands, "audit", _audit, "findings with their places", _WRITTEN)
    auditing.add_argument("--strict", action="store_true", help="exit with 1 when an error is found")
    auditing.add_argument("--all", action="store_true", help="every notice, and every question asked")
    _command(
        commands,
        "status",
        _status,
        "delivery and funding of each measure",
        _WRITTEN,
    )
    summing = _command(commands, "totals", _totals, "money by group", _WRITTEN)
    summing.add_argument("--by", required=True, choices=GROUPINGS, help="what makes a group")
    summing.add_argument("--amount", required=True, choices=[*map(str, Stage)], help="stage of money")
    reporting = _command(commands, "report", _report, "everything on one page", ())
    reporting.add_argument("-o", "--output", metavar="HTML", required=True, help="the page to write")
    _comparing(commands)
    covering = _command(commands, "coverage", _coverage, "which targets the measures serve", _WRITTEN)
    covering.add_argument("--list", dest="codelist", choices=NAMES, help="codes of a higher document")
    return parser


def _comparing(commands: Any) -> None:
    comparing = _command(
        commands,
        "compare",
        _compare,
        "what changed between two documents",
        _WRITTEN,
        file="OLD",
    )
    comparing.add_argument("other", metavar="NEW", help="path of the newer document, or - for standard input")


def _command(
    commands: Any,
    name: str,
    answer: Callable[[Options], Answer],
    purpose: str,
    formats: Sequence[str],
    *,
    file: str = "FILE",
) -> Parser:
    command: Parser = commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
    command.add_argument("file", metavar=file, help="path of a document, or - for standard input")
    command.add_argument("--as", dest="kind", choices=("report", "plan"), help="what to read it as")
    if formats:
        command.add_argument("--format", choices=formats, default="text", help="how to write the answer")
    command.add_argument("--lang", choices=LANGUAGES, default="uk", help="language of the answer")
    command.add_argument(
        "--layout", metavar="TOML", help="a file that says which header words mean which column"
    )
    command.set_defaults(answer=answer)
    return command


def _reading(options: Options) -> Reading[Plan] | Reading[Report]:
    source = sys.stdin.buffer if options.file == "-" else options.file
    layouts = (_layout(options.layout),) if options.layout else LAYOUTS
    match options.kind:
        case "report":
            return read_report(source, layouts=layouts)
        case "plan":
            return read_plan(source, layouts=layouts)
    return read(source, layouts=layouts)


def _layout(path: str) -> Layout:
    try:
        return read_layout(path)
    except SerializationError as error:
        raise WrongCallError(f"{path}: {error}") from None


def _read(options: Options) -> Answer:
    reading = _reading(options)
    if options.format == "json":
        return 0, dumps(reading.value) + "\n"
    return 0, _written(sheets.read(reading), options)


def _audit(options: Options) -> Answer:
    reading = _reading(options)
    found = audit(reading)
    failed = options.strict and any(each.severity is Severity.ERROR for each in found)
    if options.format == "json":
        told = [_told(each, reading.places, options.lang) for each in found]
        return int(failed), _json(told)
    sheet = sheets.audited(reading, found, audit_summary(reading), every=options.all)
    return int(failed), _written(sheet, options)


def _told(finding: Finding, places: Places, language: str) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": str(finding.severity),
        "refs": [str(each) for each in finding.refs if isinstance(each, Ref)],
        "facts": plain(finding.facts, language),
        "places": plain(places_of(finding, places), language),
        "message": describe(finding, language),
    }


def _status(options: Options) -> Answer:
    reading = _reading(options)
    if options.format == "json":
        found = classify(reading.value)
        return 0, _json({str(where): _standing(status, options.lang) for where, status in found.items()})
    return 0, _written(sheets.classified(reading), options)


def _standing(status: Status, language: str) -> dict[str, Any]:
    return {
        "delivery": str(status.delivery),
        "funding": str(status.funding),
        "reasons": [_reason(each, language) for each in status.reasons],
    }


def _reason(reason: StatusReason, language: str) -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "quoted": reason.quoted,
        "figures": plain(reason.figures, language),
        "refs": [str(each) for each in reason.refs],
        "message": Because([reason]).said(language),
    }


def _totals(options: Options) -> Answer:
    reading = _reading(options)
    if options.format == "json":
        sums = totals_by(reading.value, options.by, options.amount)
        return 0, _json({_spelled(group): plain(money) for group, money in sums.items()})
    return 0, _written(sheets.summed(reading, options.by, options.amount), options)


def _report(options: Options) -> Answer:
    target = Path(options.output)
    _put(report_page(_reading(options), language=options.lang), target)
    return 0, f"{target}\n"


def _put(text: str, target: Path) -> None:
    """Write a file that takes its place whole or not at all."""
    unfinished = target.parent / f".{target.name}.part"
    try:
        unfinished.write_text(text, encoding="utf-8", newline="")
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(target)) from None


def _compare(options: Options) -> Answer:
    if options.file == options.other == "-":
        raise WrongCallError("standard input holds one document only")
    old = _reading(options)
    # The parser of the call reads one file, and a refusal names that one.
    options.file = options.other
    new = _reading(options)
    found = compare(old, new)
    if options.format == "json":
        return 0, _json(compared_sheets.comparison_tree(found, options.lang))
    return 0, _written(compared_sheets.compared_sheet(old, new, found), options)


def _coverage(options: Options) -> Answer:
    reading = _reading(options)
    found = coverage(reading, options.codelist)
    if options.format == "json":
        return 0, _json(compared_sheets.coverage_tree(found, options.lang))
    return 0, _written(compared_sheets.covered_sheet(reading, found), options)


def _spelled(group: Any) -> str:
    if isinstance(group, tuple):
        return ("+" if all(isinstance(each, Source) for each in group) else "; ").join(map(str, group))
    return "" if group is None else str(group)


def _json(tree: Any) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _written(sheet: sheets.Sheet, options: Options) -> str:
    return sheets.write(sheet, options.format, language=options.lang, width=_width())


def _width() -> int:
    # What goes to a file or a program does not depend on where it was called.
    columns = shutil.get_terminal_size((_USUAL, 24)).columns if sys.stdout.isatty() else _USUAL
    return max(_NARROWEST, min(columns, _WIDEST))


def _speak_utf8() -> None:
    # A Ukrainian answer must not fail on a terminal that was set up for something else.
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough. What is left would be tried, and fail, once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(reason: str, code: int = 2) -> int:
    sys.stderr.write(f"localgender: {' '.join(reason.split())}\n")
    return code
