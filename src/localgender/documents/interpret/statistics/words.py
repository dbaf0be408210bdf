"""Words by which tables and sentences of statistics are recognised, as tables."""

from __future__ import annotations

import re

from localgender.model.statistics import IndicatorKind
from localgender.notation.folding import fold, joined

# Headers of the columns that are not figures; a header that begins so is one.
NUMBERS = re.compile(r"(?:№|n|номер)(?:\s*(?:з/п|п/п|п\.п\.|пп))?\s*\.?$")
UNITS = re.compile(r"(?:од(?:иниц[яі]|\.)?\s*вим(?:іру|ірювання|\.)?|одиниц[яі]|розмірність)\.?$")
NOTES = re.compile(r"(?:приміт|джерел|відповідальн|виконав|коментар|поясненн|методолог|код\b)")
INDICATORS = re.compile(
    r"(?:показник|індикатор|назва показник|найменування показник|найменування індикатор|назва індикатор"
    r"|категорі"
    r"|зміст показник|статистичн)"
)
PLACES = re.compile(
    r"(?:район|громад|територі|област|регіон|міст[оа]\b|населен|назва (?:район|громад|територі|міста|області)"
    r"|найменування (?:район|громад|територі|області)|адміністративн"
    r"|(?:назва |найменування )?(?:рад[аи]\b|заклад|установ|орган|підрозділ|структурн|організаці|округ"
    r"|старостинськ))"
)
AGES = re.compile(r"(?:вік\b|вікова груп|вікові груп|групи за віком)")
YEARS = re.compile(r"(?:рік|роки|період|звітний період|місяц[ьі]|квартал)\b")
SEXES = re.compile(r"стать\b")

AXIS_NAME = re.compile(
    r"(?:тип місцевості|місцевість|місце проживання|стать|за статтю|за віком|вік|вікові групи|рік|роки|період"
    r"|у розрізі (?:статі|років|місцевості)|значення|дані)\W*"
)
PART = re.compile(
    r"\s*-?\s*(?:(?:у|в)\s+тому\s+числі|(?:у|в)\s*т\.\s*ч\.|з\s+них|із\s+них|з\s+яких|із\s+яких|зокрема"
    r"|серед\s+них"
    r"|із?\s+загальної\s+кількості)\s*[:,-]?\s*"
)
DERIVED = re.compile(
    r"відхилен|приріст|темп|динамік|\+\s*/\s*-|\+/-|різниц|у % до попередн|зміна|у порівнянні|порівняно"
)
NATURE = re.compile(
    r"\b(?:i{1,3}|iv|[1-4]|і{1,3}|перший|другий|третій)[- ]*(?:й|ий)?\s*етап\b|\b(?:цільов\w+|базов\w+"
    r"|очікуван\w+)(?:\s+значенн\w+)?"
    r"|\b(?:план(?:ов\w+)?|факт(?:ичн\w+)?|прогноз\w*|етап|значенн\w+)\b"
)
TARGET = re.compile(r"етап|цільов|очікуван|\bплан|прогноз")
MEASURED = re.compile(r"\bфакт|базов")
AS_OF = re.compile(r"^\s*(?:станом\s+)?(?:на|за)\s+")
NOTE_ROW = re.compile(r"\s*(?:примітк|\*|[¹²³]|джерел|за даними|дані )")

_SHARES = re.compile(r"\b(?:частк|питом\w* ваг|співвідношен|відсоток\b|відсотк\w+ (?:жін|чол|від|серед))")
_RATES = re.compile(
    r"\b(?:рівень|рівня|коефіцієнт|індекс|показник \w+ на)|на (?:1|10|100|1 000|1000)\s?(?:тис|осіб|000"
    r"|жител)"
)
_AVERAGES = re.compile(
    r"(?:^середн(?:я|ій|є|і)\b(?! освіт)|\bсередньо(?:місячн|річн|добов|денн|облік|душов)|\b[ув] середньому)"
)
_COUNTS = re.compile(r"\b(?:[а-яіїє']+но )?(?:кількість|чисельність|число|усього|всього|населення|осіб)\b")
THINGS = frozenset({"осіб", "випадків", "сімей", "звернень"})
"""Units that also name what is counted."""
_COUNTED = THINGS | {"тис. осіб", "млн осіб", "од.", "разів"}
_MONEY = frozenset({"грн", "тис. грн", "млн грн"})


def is_derived(text: str) -> bool:
    """Tell whether a header announces figures made of others."""
    return DERIVED.search(fold(joined(text))) is not None


def kind_of(name: str, unit: str | None) -> IndicatorKind | None:
    """Tell what the numbers of an indicator are; None when neither its words nor its unit show it.

    >>> kind_of("Рівень безробіття", "%"), kind_of("Притулки", "од."), kind_of("Притулки", None)
    (<IndicatorKind.RATE: 'rate'>, <IndicatorKind.COUNT: 'count'>, None)
    """
    folded = fold(name)
    if _AVERAGES.search(folded):
        return IndicatorKind.AVERAGE
    if _RATES.search(folded) or unit == "‰":
        return IndicatorKind.RATE
    if unit is not None and unit.startswith("%"):
        # «% до підсумку» is a share by its unit; a bare percent only by its words.
        return IndicatorKind.SHARE if _SHARES.search(folded) or len(unit) > 1 else None
    if unit in _MONEY:
        return IndicatorKind.AMOUNT
    if unit in _COUNTED or (unit is None and _COUNTS.match(folded)):
        return IndicatorKind.COUNT
    return None
