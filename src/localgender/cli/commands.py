"""The table of commands: what each is for, what it takes, examples, and what answers it.

A further command is one more `Command` here. What answers it is imported when it is called, so that help,
completion and refusals are there at once.
"""

from __future__ import annotations

from localgender.cli.records import Command, Option, Options
from localgender.showing.catalogue import LANGUAGES, Said

PURPOSE = Said("Reads and audits what Ukrainian communities publish on gender equality.")

FORMATS = ("text", "json", "markdown", "html")
# The words of the questions themselves, written out: importing the questions takes longer than all else.
GROUPINGS = ("goal", "measure", "executor", "source", "year")
STAGES = ("planned", "allocated", "disbursed")
EXPORTS = ("datapackage", "csv", "json", "sdmx-csv")
CODE_LISTS = ("charter-2006", "nap-1325", "oecd-gender", "sdg-5")
CALENDARS = ("vinnytsia-1325", "zhytomyr-1325", "zhytomyr-oblast-youth")
SHELLS = ("bash", "zsh", "tcsh")


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

_FILES = Option(
    "files", Said("paths of documents, or - for standard input"), {"nargs": "+", "metavar": "FILE"}
)
_AS = Said("what to read it as; found out when left out")
_KIND = Option("--as", _AS, {"dest": "kind", "choices": ("report", "plan")})
_ANY_KIND = Option("--as", _AS, {"dest": "kind", "choices": ("report", "plan", "council", "statistics")})
_FORMAT = Option("--format", Said("how to write the answer"), {"choices": FORMATS, "default": "text"})
_LAYOUT = Option(
    "--layout", Said("a file that says which header words mean which column"), {"metavar": "TOML"}
)
_OUTPUT = Option("-o --output", Said("a file to write instead of the screen"), {"metavar": "OUT"})
LANGUAGE = Option(
    "--lang", Said("language of answers, help and errors"), {"choices": LANGUAGES, "default": LANGUAGES[0]}
)
_COLOUR = Option(
    "--color",
    Said("when to colour the answer; auto is on a terminal"),
    {"choices": ("auto", "always", "never"), "default": "auto"},
)
_WRITTEN = (_FORMAT, _OUTPUT, LANGUAGE, _COLOUR)
_COMMON = (_KIND, _LAYOUT, *_WRITTEN)
_UNSUPPRESSED = Option(
    "--unsuppressed",
    Said("show small counts of victims and the like, too; they are hidden when left out"),
    {"action": "store_true"},
)
_STRICT = Option("--strict", Said("exit with 1 when an error is found"), {"action": "store_true"})
_ALL = Option("--all", Said("every notice, and every question asked"), {"action": "store_true"})
_BY = Option("--by", Said("what makes a group"), {"required": True, "choices": GROUPINGS})
_AMOUNT = Option("--amount", Said("stage of money"), {"required": True, "choices": STAGES})
_LIST = Option("--list", Said("codes of a higher document"), {"dest": "codelist", "choices": CODE_LISTS})
_ON = Option(
    "--on", Said("a day on which decisions are asked to be done, such as 2024-12-31"), {"metavar": "DAY"}
)
_EXPECTED = Option(
    "--expected",
    Said("a unit whose report is expected; may stand several times"),
    {"action": "append", "metavar": "UNIT"},
)
_PERIOD = Option(
    "--period",
    Said("which period, where reports are of several, such as 2023 or 2024-9m"),
    {"metavar": "PERIOD"},
)
_COMMUNITY = Option(
    "--community", Said("name of the community, where reports are of several"), {"metavar": "NAME"}
)
_CALENDAR = Option(
    "--calendar", Said("days by which reports are due; later ones are late"), {"choices": CALENDARS}
)
_RECEIVED = Option(
    "--received",
    Said("day on which a report came; may stand several times"),
    {"action": "append", "metavar": "FILE=DAY"},
)
_SAME = Option(
    "--same-money",
    Said("amounts that several units report alike: one payment told twice, or equal shares of each"),
    {"choices": ("once", "each"), "default": "once"},
)
_UNIT_PLANNED = Option(
    "--unit-planned",
    Said("what units plan: shares that add up, or the whole, repeated by each"),
    {"choices": ("share", "whole"), "default": "share"},
)
_FILE = Said("path of a document, or - for standard input")
_TO = Option("--to", Said("what to write"), {"required": True, "choices": EXPORTS})
_DATA = Option(
    "-o --output",
    Said("where to; a data package is a folder, or one file that ends in .zip"),
    {"metavar": "OUT", "required": True},
)
_PAGE = Option(
    "-o --output",
    Said("the page to write; of several documents a folder, such as pages/"),
    {"metavar": "HTML", "required": True},
)

COMMANDS = (
    Command(
        "read",
        _CHECKING,
        Said("what a document says, and what was not understood"),
        _read,
        (_FILES, _ANY_KIND, _LAYOUT, _UNSUPPRESSED, *_WRITTEN),
        ("localgender read план.docx", "localgender read план.docx --format json -o план.json"),
    ),
    Command(
        "audit",
        _CHECKING,
        Said("what contradicts itself in a document, and where"),
        _audit,
        (_FILES, _STRICT, _ALL, _ANY_KIND, _LAYOUT, _UNSUPPRESSED, *_WRITTEN),
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
        (_FILES, *_COMMON),
        ("localgender status звіт.docx", "localgender status звіт.docx --format markdown"),
    ),
    Command(
        "totals",
        _CHECKING,
        Said("money by group"),
        _totals,
        (_FILES, _BY, _AMOUNT, *_COMMON),
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
        (_FILES, _LIST, *_COMMON),
        ("localgender coverage план.docx --list nap-1325",),
    ),
    Command(
        "council",
        _CHECKING,
        Said("who steers the policy: bodies, councils, meetings, decisions"),
        _council,
        (_FILES, _ON, *_WRITTEN),
        ("localgender council протокол.docx", "localgender council протокол.docx --on 2024-12-31"),
    ),
    Command(
        "statistics",
        _CHECKING,
        Said("figures on women and men: whether they add up, and what changed"),
        _statistics,
        (_FILES, _UNSUPPRESSED, *_WRITTEN),
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
            *_COMMON,
        ),
        ("localgender compare план.docx звіт.docx", "localgender compare план.docx звіт.docx --lang en"),
    ),
    Command(
        "consolidate",
        _COMPARING,
        Said("reports of units or districts joined into one"),
        _consolidate,
        (
            _FILES,
            _PERIOD,
            _COMMUNITY,
            _EXPECTED,
            _CALENDAR,
            _RECEIVED,
            _SAME,
            _UNIT_PLANNED,
            _ALL,
            _LAYOUT,
            *_WRITTEN,
        ),
        (
            "localgender consolidate звіт-*.docx",
            "localgender consolidate звіт-*.docx --expected 'Відділ освіти' --format json",
            "localgender consolidate звіт-*.docx --calendar vinnytsia-1325 --received звіт-1.docx=2024-01-09",
        ),
    ),
    Command(
        "report",
        _PUBLISHING,
        Said("everything on one page, for a council or a web site"),
        _report,
        (_FILES, _PAGE, _KIND, _LAYOUT, LANGUAGE, _COLOUR),
        ("localgender report звіт.docx -o звіт.html", "localgender report звіт.docx план.docx -o сторінки/"),
    ),
    Command(
        "export",
        _PUBLISHING,
        Said("open data of a document, for programs of any kind"),
        _export,
        (
            Option("file", _FILE, {"metavar": "FILE"}),
            _TO,
            _DATA,
            _ANY_KIND,
            _LAYOUT,
            _UNSUPPRESSED,
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
            _OUTPUT,
            LANGUAGE,
        ),
        ("localgender completion bash", "localgender completion zsh -o _localgender"),
    ),
)
