"""Reports of several units as one."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from localgender.cli import files, several, streams
from localgender.cli.answers import Answer
from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Options
from localgender.errors import ConsolidationError
from localgender.questions.consolidation import consolidate
from localgender.questions.consolidation.calendars import reporting_calendar
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.result import Consolidated
from localgender.questions.policy import Policy
from localgender.showing import unit_sheets
from localgender.showing.catalogue import Said
from localgender.showing.wording import Phrase

_COMMAND = "localgender consolidate"


def consolidated(options: Options) -> int:
    """Answer what units report together, and return the exit code.

    A file that cannot be read is named on standard error and in the answer; the others are joined.
    """
    names = files.expanded(options.files)
    if (target := streams.target_of(options)) is not None:
        streams.spare(names, target)
    options.kind = "report"
    came = _days(options, names)
    handed_in, refused = _handed_in(names, options, came)
    if not handed_in:
        return 2
    whole = _joined(handed_in, options)
    if options.format == "json":
        tree = {**unit_sheets.consolidated_tree(whole, options.lang), "not_read": refused}
        several.deliver_one(Answer(tree=tree), options)
    else:
        sheet = unit_sheets.consolidated_sheet(whole, every=options.all)
        missing = [Phrase(Said("without {file}: {reason}"), {"file": name, "reason": reason})
                   for name, reason in refused.items()]  # fmt: skip
        several.deliver_one(Answer(evolve(sheet, lines=[*sheet.lines, *missing])), options)
    return 2 if refused else 0


def _days(options: Options, names: tuple[str, ...]) -> dict[str, str]:
    """Say on which day each report came; without any, nothing would be late by a calendar."""
    came = dict(word.rpartition("=")[::2] for word in options.received or ())
    for name in came:
        if name not in names:
            raise WrongCallError(_UNKNOWN, {"file": repr(name)}, _COMMAND)
    if options.calendar and not came:
        raise WrongCallError(_NO_DAYS, command=_COMMAND)
    return came


_UNKNOWN = Said("--received names {file}, which is none of the reports; write FILE=DAY")
_NO_DAYS = Said("--calendar needs the days on which reports came: --received FILE=DAY")


def _handed_in(
    names: tuple[str, ...], options: Options, came: Mapping[str, str]
) -> tuple[list[UnitReport], dict[str, str]]:
    """Read every report; of those that cannot be read return the reason by their name."""
    layouts = files.layouts_of(options)
    handed_in, refused = [], dict[str, str]()
    for number, name in enumerate(names, 1):
        try:
            reading = files.opened(name, options, layouts=layouts, turn=f"{number}/{len(names)} ")
        except streams.RefusedFileError as error:
            streams.refuse(error.said(options.lang))
            refused[streams.shown(name)] = error.reason(options.lang)
        else:
            handed_in.append(UnitReport.of(reading, received=came.get(name)))
    return handed_in, refused


def _joined(handed_in: list[UnitReport], options: Options) -> Consolidated:
    try:
        return consolidate(
            handed_in,
            options.calendar and reporting_calendar(options.calendar),
            policy=Policy(same_money=options.same_money, unit_planned=options.unit_planned),
            expected=options.expected or (),
            period=options.period,
            community=options.community,
        )
    except ConsolidationError as error:
        raise WrongCallError(_SEVERAL[error.what], {"seen": ", ".join(error.seen)}, _COMMAND) from None


_SEVERAL = {
    "period": Said("the reports are of several periods: {seen}; say which with --period"),
    "community": Said("the reports are of several communities: {seen}; say which with --community"),
}
