"""The table of commands: what each is for, what it takes, examples, and what answers it.

A further command is one more `Command` here. What answers it is imported when it is called, so that help,
completion and refusals are there at once.
"""

from __future__ import annotations

from localgender.cli.options import (
    ALL,
    AMOUNT,
    ANSWER,
    ANY_KIND,
    BY,
    CALENDAR,
    COLOUR,
    COMMON,
    COMMUNITIES,
    COMMUNITY,
    DATA,
    EVERY_FILE,
    EXPECTED,
    FILE,
    FILES,
    FOLDER,
    KIND,
    LANGUAGE,
    LAYOUT,
    LIST,
    ON,
    OUTPUT,
    PAGE,
    PATTERN,
    PERIOD,
    PRUNE,
    RECEIVED,
    SAME,
    SECONDS,
    SHELLS,
    STRICT,
    TABLES,
    TO,
    UNIT_PLANNED,
    UNSUPPRESSED,
    WORKERS,
    WRITTEN,
)
from localgender.cli.records import Command, Option, Options
from localgender.showing.catalogue import Said

PURPOSE = Said("Reads and audits what Ukrainian communities publish on gender equality.")


def _read(options: Options) -> int:
    from localgender.cli import answers, several

    options.kind = options.kind or "any"
    return several.answered(options, answers.read)


def _audit(options: Options) -> int:
    from localgender.cli import answers, several

    options.kind = options.kind or "any"
    return several.answered(options, answers.audited)


def _status(options: Options) -> int:
    from localgender.cli import answers, several

    return several.answered(options, answers.classified)


def _totals(options: Options) -> int:
    from localgender.cli import answers, several

    return several.answered(options, answers.summed)


def _coverage(options: Options) -> int:
    from localgender.cli import answers, several

    return several.answered(options, answers.covered)


def _council(options: Options) -> int:
    from localgender.cli import answers, several

    options.kind = "council"
    return several.answered(options, answers.steered)


def _statistics(options: Options) -> int:
    from localgender.cli import answers, several

    options.kind = "statistics"
    return several.answered(options, answers.counted)


def _consolidate(options: Options) -> int:
    from localgender.cli import units

    return units.consolidated(options)


def _collect(options: Options) -> int:
    from localgender.cli import gathering

    return gathering.collected(options)


def _export(options: Options) -> int:
    from localgender.cli import exporting

    return exporting.written(options)


def _compare(options: Options) -> int:
    from localgender.cli import two

    return two.compared(options)


def _report(options: Options) -> int:
    from localgender.cli import pages

    return pages.written(options)


def _completion(options: Options) -> int:
    from localgender.cli import completion

    return completion.written(options)


_CHECKING = Said("Reading and checking")
_COMPARING = Said("Comparing")
_PUBLISHING = Said("Publishing")
_SHELL = Said("At the terminal")

COMMANDS = (
    Command(
        "read",
        _CHECKING,
        Said("what a document says, and what was not understood"),
        _read,
        (FILES, ANY_KIND, LAYOUT, UNSUPPRESSED, *WRITTEN),
        ("localgender read план.docx", "localgender read план.docx --format json -o план.json"),
    ),
    Command(
        "audit",
        _CHECKING,
        Said("what contradicts itself in a document, and where"),
        _audit,
        (FILES, STRICT, ALL, ANY_KIND, LAYOUT, UNSUPPRESSED, *WRITTEN),
        (
            "localgender audit звіт.docx",
            "localgender audit звіт.docx план.docx --strict",
            "localgender audit звіт.docx --format html -o аудит.html",
            "localgender audit - < звіт.docx",
            "localgender audit дані.docx --as statistics",
        ),
    ),
    Command(
        "status",
        _CHECKING,
        Said("delivery and funding of each measure"),
        _status,
        (FILES, *COMMON),
        ("localgender status звіт.docx", "localgender status звіт.docx --format markdown"),
    ),
    Command(
        "totals",
        _CHECKING,
        Said("money by group"),
        _totals,
        (FILES, BY, AMOUNT, *COMMON),
        (
            "localgender totals звіт.docx --by goal --amount planned",
            "localgender totals звіт.docx --by executor --amount disbursed --format json",
        ),
    ),
    Command(
        "coverage",
        _CHECKING,
        Said("which targets of a higher document the measures serve"),
        _coverage,
        (FILES, LIST, *COMMON),
        ("localgender coverage план.docx --list nap-1325",),
    ),
    Command(
        "council",
        _CHECKING,
        Said("who steers the policy: bodies, councils, meetings, decisions"),
        _council,
        (FILES, ON, *WRITTEN),
        ("localgender council протокол.docx", "localgender council протокол.docx --on 2024-12-31"),
    ),
    Command(
        "statistics",
        _CHECKING,
        Said("figures on women and men: whether they add up, and what changed"),
        _statistics,
        (FILES, UNSUPPRESSED, *WRITTEN),
        (
            "localgender statistics дані.docx",
            "localgender statistics дані.docx --format json",
            "localgender statistics дані.docx --unsuppressed --format html -o дані.html",
        ),
    ),
    Command(
        "compare",
        _COMPARING,
        Said("what changed between two documents"),
        _compare,
        (
            Option("file", Said("path of the older document, or - for standard input"), {"metavar": "OLD"}),
            Option("other", Said("path of the newer document, or - for standard input"), {"metavar": "NEW"}),
            *COMMON,
        ),
        ("localgender compare план.docx звіт.docx", "localgender compare план.docx звіт.docx --lang en"),
    ),
    Command(
        "consolidate",
        _COMPARING,
        Said("reports of units or districts joined into one"),
        _consolidate,
        (
            FILES,
            PERIOD,
            COMMUNITY,
            EXPECTED,
            CALENDAR,
            RECEIVED,
            SAME,
            UNIT_PLANNED,
            ALL,
            LAYOUT,
            *WRITTEN,
        ),
        (
            "localgender consolidate звіт-*.docx",
            "localgender consolidate звіт-*.docx --expected 'Відділ освіти' --format json",
            "localgender consolidate звіт-*.docx --calendar vinnytsia-1325 --received звіт-1.docx=2024-01-09",
        ),
    ),
    Command(
        "collect",
        _COMPARING,
        Said("a folder of documents as tables of a whole country"),
        _collect,
        (
            FOLDER,
            TABLES,
            WORKERS,
            SECONDS,
            PATTERN,
            COMMUNITIES,
            PRUNE,
            STRICT,
            EVERY_FILE,
            KIND,
            LAYOUT,
            ANSWER,
            LANGUAGE,
            COLOUR,
        ),
        (
            "localgender collect звіти/ -o країна/",
            "localgender collect звіти/ -o країна/ --communities громади.csv",
            "localgender collect звіти/ -o країна/ --workers 4 --prune --format json",
        ),
    ),
    Command(
        "report",
        _PUBLISHING,
        Said("everything on one page, for a council or a web site"),
        _report,
        (FILES, PAGE, KIND, LAYOUT, LANGUAGE, COLOUR),
        ("localgender report звіт.docx -o звіт.html", "localgender report звіт.docx план.docx -o сторінки/"),
    ),
    Command(
        "export",
        _PUBLISHING,
        Said("open data of a document, for programs of any kind"),
        _export,
        (
            Option("file", FILE, {"metavar": "FILE"}),
            TO,
            DATA,
            ANY_KIND,
            LAYOUT,
            UNSUPPRESSED,
            LANGUAGE,
        ),
        (
            "localgender export звіт.docx --to datapackage -o дані.zip",
            "localgender export звіт.docx --to csv -o суми.csv",
            "localgender export дані.docx --to sdmx-csv -o дані.csv",
        ),
    ),
    Command(
        "completion",
        _SHELL,
        Said("a script that completes words of this program in a shell"),
        _completion,
        (
            Option("shell", Said("which shell"), {"metavar": "SHELL", "choices": SHELLS}),
            OUTPUT,
            LANGUAGE,
        ),
        ("localgender completion bash", "localgender completion zsh -o _localgender"),
    ),
)
