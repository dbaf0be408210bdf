"""The options of the commands: how each is written, what it is for, and the words that it takes."""

from __future__ import annotations

from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Option
from localgender.showing.catalogue import LANGUAGES, Said

FORMATS = ("text", "json", "markdown", "html")
# The words of the questions themselves, written out: importing the questions takes longer than all else.
GROUPINGS = ("goal", "measure", "executor", "source", "year")
STAGES = ("planned", "allocated", "disbursed")
EXPORTS = ("datapackage", "csv", "json", "sdmx-csv")
CODE_LISTS = ("charter-2006", "nap-1325", "oecd-gender", "sdg-5")
CALENDARS = ("vinnytsia-1325", "zhytomyr-1325", "zhytomyr-oblast-youth")
SHELLS = ("bash", "zsh", "tcsh")


def whole_number(word: str) -> int:
    """Read how many.

    Raises:
        WrongCallError: For anything but a whole number from 1.
    """
    if not (word.isascii() and word.isdigit() and int(word)):
        raise WrongCallError(Said("{word} is no whole number from 1"), {"word": repr(word)})
    return int(word)


FILES = Option(
    "files", Said("paths of documents, or - for standard input"), {"nargs": "+", "metavar": "FILE"}
)
AS = Said("what to read it as; found out when left out")
KIND = Option("--as", AS, {"dest": "kind", "choices": ("report", "plan")})
ANY_KIND = Option("--as", AS, {"dest": "kind", "choices": ("report", "plan", "council", "statistics")})
FORMAT = Option("--format", Said("how to write the answer"), {"choices": FORMATS, "default": "text"})
LAYOUT = Option(
    "--layout", Said("a file that says which header words mean which column"), {"metavar": "TOML"}
)
OUTPUT = Option("-o --output", Said("a file to write instead of the screen"), {"metavar": "OUT"})
LANGUAGE = Option(
    "--lang", Said("language of answers, help and errors"), {"choices": LANGUAGES, "default": LANGUAGES[0]}
)
COLOUR = Option(
    "--color",
    Said("when to colour the answer; auto is on a terminal"),
    {"choices": ("auto", "always", "never"), "default": "auto"},
)
WRITTEN = (FORMAT, OUTPUT, LANGUAGE, COLOUR)
COMMON = (KIND, LAYOUT, *WRITTEN)
UNSUPPRESSED = Option(
    "--unsuppressed",
    Said("show small counts of victims and the like, too; they are hidden when left out"),
    {"action": "store_true"},
)
STRICT = Option("--strict", Said("exit with 1 when an error is found"), {"action": "store_true"})
ALL = Option("--all", Said("every notice, and every question asked"), {"action": "store_true"})
BY = Option("--by", Said("what makes a group"), {"required": True, "choices": GROUPINGS})
AMOUNT = Option("--amount", Said("stage of money"), {"required": True, "choices": STAGES})
LIST = Option("--list", Said("codes of a higher document"), {"dest": "codelist", "choices": CODE_LISTS})
ON = Option(
    "--on", Said("a day on which decisions are asked to be done, such as 2024-12-31"), {"metavar": "DAY"}
)
EXPECTED = Option(
    "--expected",
    Said("a unit whose report is expected; may stand several times"),
    {"action": "append", "metavar": "UNIT"},
)
PERIOD = Option(
    "--period",
    Said("which period, where reports are of several, such as 2023 or 2024-9m"),
    {"metavar": "PERIOD"},
)
COMMUNITY = Option(
    "--community", Said("name of the community, where reports are of several"), {"metavar": "NAME"}
)
CALENDAR = Option(
    "--calendar", Said("days by which reports are due; later ones are late"), {"choices": CALENDARS}
)
RECEIVED = Option(
    "--received",
    Said("day on which a report came; may stand several times"),
    {"action": "append", "metavar": "FILE=DAY"},
)
SAME = Option(
    "--same-money",
    Said("amounts that several units report alike: one payment told twice, or equal shares of each"),
    {"choices": ("once", "each"), "default": "once"},
)
UNIT_PLANNED = Option(
    "--unit-planned",
    Said("what units plan: shares that add up, or the whole, repeated by each"),
    {"choices": ("share", "whole"), "default": "share"},
)
FOLDER = Option("folder", Said("a folder of documents, at any depth"), {"metavar": "FOLDER"})
TABLES = Option(
    "-o --output",
    Said("a folder for the tables, which belongs to the folder of documents"),
    {"metavar": "OUT", "required": True},
)
ANSWER = Option("--format", Said("how to write the answer"), {"choices": ("text", "json"), "default": "text"})
WORKERS = Option(
    "--workers",
    Said("how many documents are read side by side; as many as processors when left out"),
    {"metavar": "NUMBER", "type": whole_number},
)
SECONDS = Option(
    "--seconds",
    Said("how long one document may take; 300 when left out"),
    {"metavar": "NUMBER", "type": whole_number, "default": 300},
)
PATTERN = Option(
    "--pattern",
    Said("which files, such as '*.docx'; * stands for any letters, also those of folders"),
    {"metavar": "PATTERN", "default": "*"},
)
PRUNE = Option(
    "--prune", Said("forget files that are gone; they stay when left out"), {"action": "store_true"}
)
COMMUNITIES = Option(
    "--communities",
    Said("CSV of communities (community, katottg, region, district), to fill in what documents do not print"),
    {"metavar": "CSV"},
)
EVERY_FILE = Option("--all", Said("every file, also those read without doubt"), {"action": "store_true"})
FILE = Said("path of a document, or - for standard input")
TO = Option("--to", Said("what to write"), {"required": True, "choices": EXPORTS})
DATA = Option(
    "-o --output",
    Said("where to; a data package is a folder, or one file that ends in .zip"),
    {"metavar": "OUT", "required": True},
)
PAGE = Option(
    "-o --output",
    Said("the page to write; of several documents a folder, such as pages/"),
    {"metavar": "HTML", "required": True},
)
