"""The program as a process: what it is called with, and what comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from paths import ROOT

REPORT = "examples/data/zhytomyr-report-2023.txt"
PLAN = "examples/data/zhytomyr-plan-1325.txt"
PROGRAM = [sys.executable, "-m", "localgender"]
# Two rows of ten thousand each under a total of thirty: the one contradiction that no rounding explains.
CONTRADICTORY = (
    "Звіт про виконання Програми за 2023 рік\n"
    "Зміст заходу\tТермін виконання\tВиконавці\tПлан, тис. грн\tФакт, тис. грн\n"
    "1.1. Аудит\t2023\tУправління культури\t10,0\t10,0\n"
    "1.2. Тренінг\t2023\tУправління культури\t10,0\t10,0\n"
    "Всього\t\t\t30,0\t20,0\n"
)


def run(*arguments: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Call the program in a folder."""
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, capture_output=True, check=False, env=os.environ | environment
    )


def one_line(code: int, out: str, line: str) -> str:
    """Expect a refusal, and return its line."""
    assert (code, out) == (2, "")
    assert line.startswith("localgender: ")
    assert line.index("\n") == len(line) - 1
    return line


# Minutes and the reports of two units, each as short as one can write it.
MINUTES = (
    "Протокол № 2 засідання координаційної ради з питань рівності від 12.03.2024\n"
    "Вирішили:\n"
    "1. Доручити управлінню освіти провести навчання вчителів до 01.10.2024.\n"
)
FIGURES = "За 2024 рік надійшло 120 звернень, з них від жінок – 97, від чоловіків – 23.\n"
# Three men among victims, and parts that fall short of their total.
FEW = (
    "Постраждалі від домашнього насильства за 2024 рік\n"
    "Показник\tОдиниця виміру\tУсього\tЖінки\tЧоловіки\n"
    "Постраждалі від домашнього насильства\tосіб\t57\t51\t3\n"
)


def unit_report(unit: str, amount: str) -> str:
    """Write the report of a unit on one measure."""
    return (
        "Звіт про виконання Програми рівних можливостей за 2023 рік\n"
        "Зміст заходу\tТермін виконання\tВиконавці\tПлан, тис. грн\tФакт, тис. грн\n"
        f"1.1. Тренінг для вчителів\t2023\t{unit}\t{amount}\t{amount}\n"
    )
