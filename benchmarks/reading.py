"""How many documents of a usual size are read in a second: cells, interpretation, audit and JSON apart.

    python benchmarks/reading.py [--documents 48] [--rounds 3] [--seed 2026]

A folder of invented yearly reports with 40 to 60 measures each, a quarter of them in every format. No title,
narrative or amount repeats, while bodies and terms do, as in real ones: what one document taught cannot be
all that the next one holds. Figures are medians of processor time over rounds, each in a new process.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import platform
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import evolve

import localgender as lg

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from specimens import write_docx, write_html, write_text, write_xlsx
from specimens.description import Row, RowKind, Specimen
from specimens.families import A

WRITERS: dict[str, Callable[[Specimen], bytes]] = {
    "docx": write_docx.write,
    "html": write_html.write,
    "xlsx": write_xlsx.write,
    "txt": write_text.txt,
}
PHASES = ("cells", "interpretation", "audit", "JSON")

_DEEDS = (
    "Проведення навчання", "Організація зустрічей", "Виготовлення буклетів", "Аналіз звернень", "Опитування",
    "Облаштування простору", "Створення мобільної бригади", "Надання консультацій", "Збір статистики",
    "Оновлення паспорта послуги", "Показ вистави", "Інформаційна кампанія «Поруч»", "Конкурс проєктів",
)  # fmt: skip
_ABOUT = (
    "рівність у громаді", "запобігання насильству", "права жінок і чоловіків", "участь у виборах",
    "протидію торгівлі людьми", "безпеку на вулицях", "відповідальне батьківство", "працю та доходи",
    "підтримку ветеранок", "доступність закладів", "бюджетування з урахуванням статі",
)  # fmt: skip
_WHOM = (
    "посадових осіб", "депутаток і депутатів", "учениць та учнів", "вчительок", "внутрішньо переміщених осіб",
    "людей старшого віку", "молоді", "медичних працівників", "поліцейських", "старост", "підприємиць",
    "працівників культури", "багатодітних родин", "жінок із сіл",
)  # fmt: skip
_WHERE = (
    "у ліцеях", "у бібліотеках", "в усіх старостинських округах", "у центрі міста", "на платформі громади",
    "у лікарні", "у будинку культури", "на підприємствах", "дистанційно", "у спортивній школі",
)  # fmt: skip
_DONE = (
    "Проведено {0} заходів, у яких узяли участь {1} осіб, з них {2} жінок.",
    "Роздано {1} пам’яток, на сторінці громади переглянуто {2} разів.",
    "Бригада здійснила {0} виїздів, допомогу отримали {2} родин.",
    "Захід виконується постійно: за рік {1} звернень.",
    "Видатки з бюджету громади не проводилися, робота велася {0} місяців.",
    "Навчено {1} слухачів; видано {0} посвідчень, решта навчання триватиме у 2025 році.",
)
_BODIES = (
    "Відділ освіти селищної ради", "Служба у справах дітей", "Центр надання соціальних послуг",
    "Управління соціального захисту населення міської ради", "Департамент економіки міської ради",
    "Відділ культури, молоді та спорту міської ради", "КНП «Центр первинної допомоги»",
    "громадські організації (за згодою)", "Районне управління поліції (за згодою)", "Відділ кадрової роботи",
    "інші виконавчі органи міської ради",
)  # fmt: skip
_TERMS = ("2022-2026", "2024", "2023, 2025", "Щорічно", "2022-2026 роки", "IV квартал 2024 року", "Постійно")
_TASK = 6


def report(number: int, seed: int) -> Specimen:
    """Invent the report of one community, always the same for the same numbers."""
    chance = random.Random(seed * 1000 + number)  # noqa: S311  # nothing secret
    head = A.table.of(RowKind.HEADER, RowKind.NUMBERS)
    bodies = chance.sample(_BODIES, 6)
    made = [_row(chance, place, bodies) for place in range(chance.randint(40, 60))]
    return A.with_rows((*head, *made, _total(made)))


def _row(chance: random.Random, place: int, bodies: list[str]) -> Row:
    task, measure = divmod(place, _TASK)
    first = (
        ("^", "^") if measure else (f"{task + 1}.", f"{_some(chance, _DEEDS)} про {_some(chance, _ABOUT)}")
    )
    planned = chance.choice([0, chance.randint(10, 90_000)])
    allocated = chance.choice([planned, planned * 9 // 10])
    paid = chance.choice([allocated, allocated * 7 // 10])
    title = f"{task + 1}.{measure + 1}. {_some(chance, _DEEDS)} про {_some(chance, _ABOUT)}"
    cells = (
        *first,
        f"{title} для {_some(chance, _WHOM)} та {_some(chance, _WHOM)} {_some(chance, _WHERE)}",
        _some(chance, _TERMS),
        "; ".join(chance.sample(bodies, chance.randint(1, 3))),
        *(f"{each // 10},{each % 10}" for each in (planned, allocated, paid)),
        _percent(paid, planned),
        " ".join(_told(chance) for _ in range(chance.randint(1, 4))),
    )
    return evolve(A.table.of(RowKind.MEASURE)[0], cells=cells)


def _some(chance: random.Random, words: tuple[str, ...]) -> str:
    return chance.choice(words)


def _told(chance: random.Random) -> str:
    return _some(chance, _DONE).format(chance.randint(2, 30), chance.randint(20, 900), chance.randint(5, 400))


def _total(rows: list[Row]) -> Row:
    """Print what the rows really add up to."""
    sums = [sum(int(row.cells[column].replace(",", "")) for row in rows) for column in (5, 6, 7)]
    printed = [f"{each // 10},{each % 10}" for each in sums]
    return Row(RowKind.TOTAL, ("Разом за Програмою", *"<<<<", *printed, _percent(sums[2], sums[0]), ""))


def _percent(part: int, whole: int) -> str:
    tenths = (2000 * part // whole + 1) // 2 if whole else 0
    return f"{tenths // 10},{tenths % 10}"


def folder(documents: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield the format and bytes of each document, the formats by turns."""
    formats = list(WRITERS)
    for number in range(documents):
        name = formats[number % len(formats)]
        yield name, WRITERS[name](report(number, seed))


def phases(files: list[tuple[str, bytes]]) -> dict[str, list[float]]:
    """Read the documents one after the other; return the seconds of each phase for every format."""
    taken = {name: [0.0] * len(PHASES) for name in WRITERS}
    for write in WRITERS.values():
        lg.dumps(lg.audit(lg.read_report(write(A))))  # what is imported and compiled only once
    gc.collect()
    for name, data in files:
        times = [time.process_time()]
        document = lg.scan(data)
        times.append(time.process_time())
        reading = lg.interpret_report(document)
        times.append(time.process_time())
        lg.audit(reading)
        times.append(time.process_time())
        lg.dumps(reading)
        times.append(time.process_time())
        for number in range(len(PHASES)):
            taken[name][number] += times[number + 1] - times[number]
    return taken


def lines(files: list[tuple[str, bytes]], rounds: int) -> Iterator[str]:
    """Yield the table: milliseconds of a document in each phase, and documents in a second."""
    # A new process every round: what one round remembers would flatter the next.
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        measured = pool.map(phases, [files] * rounds, chunksize=1)
    yield f"| format | documents | {', ms | '.join(PHASES)}, ms | documents/s | interpretation: cells = 1 |"
    yield f"|---|--:|{'--:|' * len(PHASES)}--:|--:|"
    for name in WRITERS:
        count = sum(each == name for each, _ in files)
        yield _line(name, count, [statistics.median(run[name][n] for run in measured) for n in range(4)])
    yield _line(
        "all",
        len(files),
        [statistics.median(sum(run[name][n] for name in WRITERS) for run in measured) for n in range(4)],
    )


def _line(name: str, count: int, seconds: list[float]) -> str:
    each = " | ".join(f"{1000 * phase / count:.1f}" for phase in seconds)
    return f"| {name} | {count} | {each} | {count / sum(seconds):.1f} | {seconds[1] / seconds[0]:.1f} |"


def peak(rows: int, seed: int) -> float:
    """Return the most MiB that Python held while one long document was read."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret
    made = [_row(chance, place, list(_BODIES)) for place in range(rows)]
    data = write_text.txt(A.with_rows((*A.table.of(RowKind.HEADER, RowKind.NUMBERS), *made)))
    tracemalloc.start()
    try:
        lg.read_report(data)
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def main() -> None:
    """Print the table of the folder, and the memory of one document of 5,000 measures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=48, help="documents of the folder")
    parser.add_argument("--rounds", type=int, default=3, help="runs of which the median is taken")
    parser.add_argument("--seed", type=int, default=2026, help="what the invention starts from")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}\n")
    for each in lines(list(folder(options.documents, options.seed)), options.rounds):
        print(each)
    print(f"\n5,000 measures: {peak(5000, options.seed):.0f} MiB at most")


if __name__ == "__main__":
    main()
