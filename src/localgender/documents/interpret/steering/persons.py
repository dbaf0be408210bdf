"""Names of persons in prose: they are set aside, and never enter a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import NOTHING, Printed

# Words with a capital that are no names: offices at the beginning of a line, and states.
_NO_NAME = (
    r"(?!Україн|Європ|Верховн|Кабінет|(?:Голов[аиіу]|Секретар\w{0,2}|Начальни\w+|Директор\w*|Заступни\w+|Керівни\w+"
    r"|Спеціаліст\w*|Старост\w*|Член\w*)\s)"
)
_CAP = rf"{_NO_NAME}[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]+(?:\s?[-–]\s?[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]+)?"
_LOUD = r"[А-ЯІЇЄҐ][А-ЯІЇЄҐ'’ʼ]{2,}(?:[-–][А-ЯІЇЄҐ'’ʼ]{3,})?"
_INITIALS = r"[А-ЯІЇЄҐ]\.\s?(?:[А-ЯІЇЄҐ]\.)?"
_PATRONYMIC = r"[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]+(?:ович|йович|івн|ївн|ич)(?:а|у|ем|ом|і|ою|ам)?"
_POST = (
    r"(?:мер|голов|заступни|міністр|директор|начальни|керівни|секретар|радни|депутат|координатор|спеціаліст"
    r"|інспектор|психолог|експерт|фахів|представни|завідувач|старост|доповідач|модератор|тренер|адвокат)"
)
_FORMS = (
    # «Тетяною ЗОТОВОЮ», «ЗОТОВА Тетяна Іванівна»
    rf"(?<![\w«„\"]){_CAP}\s+(?:{_CAP}\s+)?{_LOUD}(?!\w)",
    rf"(?<![\w«„\"]){_LOUD}\s+{_CAP}(?:\s+{_PATRONYMIC})(?!\w)",
    # «Петренко О.П.», «О.П. Петренко»
    rf"(?<![\w«„\"]){_CAP}\s+{_INITIALS}(?!\w)",
    rf"(?<![\w.«„\"]){_INITIALS}\s?(?:{_CAP}|{_LOUD})(?!\w)",
    # «Петренко Олена Іванівна», «Олена Іванівна Петренко»
    rf"(?<![\w«„\"])(?:{_CAP}\s+){{1,2}}{_PATRONYMIC}(?!\w)(?:\s+{_CAP})?",
)
_GAP = re.compile(r"\s+(?=[,:;.])")
_NAME = re.compile("|".join(_FORMS))
# Two words with capitals are a name only after an office: «Рада Європи» is none.
_BETWEEN = (
    r"(?:\s+[а-яіїєґ][\w'’ʼ-]*,?|\s+України|\s+[-–—]|\s+[А-ЯІЇЄҐ]\w+(?=\s+[а-яіїєґ])|\s+[А-ЯІЇЄҐ]\w+ої(?=\s))"
)
_FIRST = r"(?!Україн|Європ|Верховн|Кабінет)[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]+(?<!ої)(?<!ого)(?<!их)(?<!кий)"
_AFTER_POST = re.compile(rf"(?i:\b{_POST}\w*){_BETWEEN}{{0,12}}?\s+(?P<name>{_FIRST}\s+{_CAP})(?!\w)")

# Brackets with nothing but names in them go with the names.
_ALONE = re.compile(rf"\((?:\s*(?:{'|'.join(_FORMS)})\s*,?)+\s*\)")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Find names of persons, in order and apart.

    >>> text = "Директором центру Оленою БЕРЕЗОЮ презентовано порядок"
    >>> [text[start:stop] for start, stop in spans(text)]
    ['Оленою БЕРЕЗОЮ']
    """
    found = [match.span() for match in _NAME.finditer(text)]
    found += [match.span("name") for match in _AFTER_POST.finditer(text)]
    last = 0
    for start, stop in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            alone = _ALONE.match(text, max(start - 1, last))
            span = alone.span() if alone and alone.end() > stop else (start, stop)
            yield span
            last = span[1]


def tidy(words: str | None) -> str:
    """Close the gaps that names left before signs.

    >>> tidy("Центру допомоги : провести навчання")
    'Центру допомоги: провести навчання'
    """
    return _GAP.sub("", words or "")


def without_persons(printed: Printed, ledger: Ledger) -> Printed:
    """Return a text without the names of persons, which are set aside in the account."""
    kept, begin = NOTHING, 0
    for start, stop in spans(printed.text):
        ledger.furnish("person", printed.part(start, stop))
        kept += printed.part(begin, start)
        begin = stop
    return kept + printed.part(begin)
