"""What JSON and its values cost, beside msgspec, pydantic and stock cattrs on the same text.

    python benchmarks/exchange.py [DATE] [MEASURES]

Needs the extra `fast` and pydantic 2. Runs are alternated, a figure is the median of processor time, and
every ratio has its anchor in the same run. The rivals have the fields of our classes and our own leaves
(codes, amounts, periods), refuse unknown keys and bring texts to their one spelling; msgspec writes plain
leaves.
"""

from __future__ import annotations

import gc
import os
import platform
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import cache
from random import Random
from statistics import median
from types import GenericAlias, NoneType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
import msgspec
import pydantic
from cattrs.preconf.json import make_converter

import localgender as lg
from localgender.exchange.spelling import LEAVES
from localgender.values.terms import Season
from localgender.values.texts import text as one_spelling

Runs = dict[str, Callable[[], Any]]

WORDS = "проведення навчання тренінгів для жінок чоловіків громади щодо рівних прав опитування".split()


def plan(measures: int, seed: int = 1325) -> lg.Plan:
    """Draw a plan with two executors and two years of money in each measure, fifty measures a goal."""
    random = Random(seed)  # noqa: S311 - figures, not secrets

    def words(count: int) -> str:
        return " ".join(random.choices(WORDS, k=count))

    def line(year: int) -> lg.FundingPeriod:
        planned, spent = (lg.Money(random.randrange(10**7) * 100) for _ in range(2))
        return lg.FundingPeriod(
            year, "community-general", planned=planned, disbursed=spent, step=lg.Money(10_000)
        )

    def measure(goal: int, at: int) -> lg.Measure:
        bodies = [f"Департамент {word}" for word in random.sample(WORDS, 2)]
        served = f"target:1.1:{random.randrange(1, 30)}"
        lines = [line(2023), line(2024)]
        return lg.Measure(
            f"{goal}.{at}", words(10), "2020-2025", bodies, lines, results=words(6), serves=served
        )

    held = [(goal, min(50, measures - 50 * (goal - 1))) for goal in range(1, -(-measures // 50) + 1)]
    goals = [
        lg.Goal(goal, title=words(6), measures=[measure(goal, at + 1) for at in range(many)])
        for goal, many in held
    ]
    return lg.Plan("Рівні можливості", community="Зорянська громада", term="2020-2025", goals=goals)


def stated(kind: Any) -> Any:
    """Return what a field holds when it is not silent."""
    return next((each for each in get_args(kind) if each is not NoneType), kind) if _silent(kind) else kind


def _silent(kind: Any) -> bool:
    return NoneType in get_args(kind)


def like(kind: Any, own: type, leaf: Callable[[Any], Any], rival: Callable[[Any], Any]) -> Any:
    """Return the annotation of a rival's field; anything for a class in itself, which no plan here holds."""
    of = stated(kind)
    if _silent(kind):
        return Union[like(of, own, leaf, rival), None]  # noqa: UP007 - made, not written
    if get_origin(of) is tuple:
        return GenericAlias(tuple, (like(get_args(of)[0], own, leaf, rival), ...))
    if of is own:
        return Any
    return rival(of) if attrs.has(of) and of not in LEAVES else leaf(of)


def _fields(kind: type) -> list[Any]:
    return [each for each in attrs.fields(attrs.resolve_types(kind)) if each.init]


@cache
def struct(kind: type, *, plain: bool = False) -> type:
    """Make the struct of msgspec with the fields of a class.

    Args:
        kind: Class of attrs.
        plain: Whether leaves stay texts and numbers, as they are written; else they become our values, and
            texts are brought to their one spelling.
    """
    mends = [(each.name, mend) for each in _fields(kind) if (mend := _mend(stated(each.type)))]

    def mended(self: Any) -> None:
        for name, mend in mends:
            if held := getattr(self, name):
                setattr(self, name, mend(held))

    fields = [
        (each.name, like(each.type, kind, _wire, lambda of: struct(of, plain=plain)))
        + (() if each.default is attrs.NOTHING else (_usual(each.default),))
        for each in _fields(kind)
    ]
    space = {} if plain or not mends else {"__post_init__": mended}
    return msgspec.defstruct(
        kind.__name__, fields, namespace=space, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
    )


def _mend(of: Any) -> Callable[[Any], Any] | None:
    if get_origin(of) is tuple:
        each = _mend(get_args(of)[0])
        return (lambda held: tuple(map(each, held))) if each else None
    if of is str:
        return one_spelling
    return (lambda held: LEAVES[of][0](held, of)) if of in LEAVES else None


def _wire(of: Any) -> Any:
    return int if of is lg.Money else Any if of is Season else str if of in LEAVES else of


def _usual(default: Any) -> Any:
    return default.kopiykas if isinstance(default, lg.Money) else default


def _leaf(of: Any) -> Any:
    if of is str:
        return Annotated[str, pydantic.AfterValidator(one_spelling)]
    if of not in LEAVES:
        return of
    read, spell = LEAVES[of]
    reads = pydantic.PlainValidator(lambda tree: tree if isinstance(tree, of) else read(tree, of))
    return Annotated[of, reads, pydantic.PlainSerializer(spell)]


@cache
def model(kind: type) -> type[pydantic.BaseModel]:
    """Make the model of pydantic with the fields of a class."""
    fields = {
        each.name: (
            like(each.type, kind, _leaf, model),
            ... if each.default is attrs.NOTHING else each.default,
        )
        for each in _fields(kind)
    }
    return pydantic.create_model(
        kind.__name__, __config__=pydantic.ConfigDict(extra="forbid", frozen=True), **fields
    )


def stock() -> Any:
    """Make the converter that cattrs has ready for JSON, which refuses unknown keys and knows our leaves."""
    made = make_converter(forbid_extra_keys=True, omit_if_default=True)
    for kind, (read, spell) in LEAVES.items():
        made.register_structure_hook(kind, read)
        made.register_unstructure_hook(kind, spell)
    return made


def medians(runs: Runs, rounds: int = 3) -> dict[str, float]:
    """Run everything in turn and return the median seconds of each."""
    spent: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            gc.collect()
            began = time.process_time()
            result = run()
            spent[name].append(time.process_time() - began)
            del result
    return {name: median(each) for name, each in spent.items()}


def at_rest(runs: Runs) -> Runs:
    """Let the collector rest in every run, as ours do by themselves."""

    def resting(run: Callable[[], Any]) -> Callable[[], Any]:
        def rested() -> Any:
            gc.disable()
            try:
                return run()
            finally:
                gc.enable()

        return rested

    return {name: resting(run) for name, run in runs.items()}


def table(title: str, runs: Runs, anchors: list[str]) -> None:
    """Print the ratio of each run to each anchor, with the collector as it comes and at rest."""
    print(f"\n### {title}\n\n| | {' | '.join(f'to {name}' for name in anchors)} | collector at rest |")
    print(f"|---|{'--:|' * (len(anchors) + 1)}")
    usual, rested = medians(runs), medians(at_rest(runs))
    for name in runs:
        cells = [f"{usual[name] / usual[anchor]:.2f}" for anchor in anchors]
        print(f"| {name} | {' | '.join([*cells, f'{rested[name] / rested[anchors[0]]:.2f}'])} |", flush=True)


def texts(values: list[Any], title: str) -> None:
    """Compare reading and writing of values of one class."""
    kind = type(values[0])
    ours = [lg.dumps(value, indent=None).encode() for value in values]
    bare = [msgspec.json.encode(msgspec.json.decode(each)["value"]) for each in ours]
    decoder = msgspec.json.Decoder(struct(kind))
    plain = msgspec.json.Decoder(struct(kind, plain=True))
    rival, made = pydantic.TypeAdapter(model(kind)), stock()
    anchors = ["msgspec", "pydantic", "stock cattrs"]
    readers: Runs = {
        "msgspec": lambda: [decoder.decode(each) for each in bare],
        "msgspec, leaves left plain": lambda: [plain.decode(each) for each in bare],
        "pydantic": lambda: [rival.validate_json(each) for each in bare],
        "stock cattrs": lambda: [made.loads(each, kind) for each in bare],
        "localgender[fast]": lambda: [lg.loads(each, fast=True) for each in ours],
        "localgender": lambda: [lg.loads(each, fast=False) for each in ours],
    }
    table(f"Read {title}, {sum(map(len, ours)) / 1e6:.1f} MB", readers, anchors)
    structs, models = readers["msgspec, leaves left plain"](), readers["pydantic"]()
    writers: Runs = {
        "msgspec": lambda: [msgspec.json.encode(each) for each in structs],
        "pydantic": lambda: [rival.dump_json(each, exclude_defaults=True) for each in models],
        "stock cattrs": lambda: [made.dumps(each) for each in values],
        "localgender[fast]": lambda: [lg.dumps(each, indent=None, fast=True) for each in values],
        "localgender": lambda: [lg.dumps(each, indent=None, fast=False) for each in values],
    }
    table(f"Write {title}", writers, anchors)


def memory(value: Any) -> None:
    """Print the peak beside the text while reading, in sizes of the text in UTF-8."""
    print("\n### Peak while reading, size of the text = 1\n")
    print("| text | [fast], from bytes | without, from text |\n|---|--:|--:|")
    for name, indent in (("as `dumps` writes it", 2), ("on one line", None)):
        source, peaks = lg.dumps(value, indent=indent), []
        size = len(source.encode())
        for text, fast in ((source.encode(), True), (source, False)):
            gc.collect()
            tracemalloc.start()
            lg.loads(text, fast=fast)
            peaks.append(tracemalloc.get_traced_memory()[1] / size)
            tracemalloc.stop()
        print(f"| {name} | {peaks[0]:.2f} | {peaks[1]:.2f} |", flush=True)


def construction(many: int = 100_000) -> None:
    """Compare a line of money with classes of the same fields and less care."""
    line = plan(1).measures[0].funding[0]
    held = {each.name: getattr(line, each.name) for each in attrs.fields(lg.FundingPeriod)}
    names = list(held)
    validated = {
        name: attrs.field(validator=attrs.validators.instance_of(type(each))) for name, each in held.items()
    }
    kinds = {
        "attrs, frozen": attrs.make_class("Bare", names, frozen=True, slots=True),
        "attrs, not frozen": attrs.make_class("Loose", names, slots=True),
        "attrs, a validator a field": attrs.make_class("Validated", validated, frozen=True, slots=True),
        "FundingPeriod": lg.FundingPeriod,
    }

    def making(kind: Any) -> Callable[[], Any]:
        return lambda: [kind(**held) for _ in range(many)]

    table("Make a line of money", {name: making(kind) for name, kind in kinds.items()}, ["attrs, frozen"])


def imports(rounds: int = 11) -> None:
    """Compare what interpreters cost that import something.

    Bytecode is written in the first round, which does not count: what is installed has it.
    """
    programs = {
        "bare interpreter": "pass",
        "import localgender": "import localgender",
        "import attrs, pendulum": "import attrs, pendulum",
        "first touch of the model": "import localgender; localgender.Plan",
    }
    spent: dict[str, list[float]] = {name: [] for name in programs}
    writing = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(rounds + 1):
        for name, code in programs.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True, env=writing)  # noqa: S603 - our own interpreter
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent[name].append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    took = {name: median(each[1:]) for name, each in spent.items()}
    bare, libraries = took["bare interpreter"], took["import attrs, pendulum"]
    print("\n### Import\n\n| | to a bare interpreter | to `import attrs, pendulum` |\n|---|--:|--:|")
    for name, each in took.items():
        print(f"| {name} | {each / bare:.2f} | {each / libraries:.2f} |")


def main(day: str = "no date given", measures: str = "30000") -> None:
    """Print every table."""
    shape = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    print(f"{shape}, {platform.machine()}; msgspec {msgspec.__version__}, pydantic {pydantic.VERSION}; {day}")
    large = plan(int(measures))
    texts([large], f"one plan of {int(measures):,} measures")
    texts([plan(30, seed) for seed in range(int(measures) // 60)], "many plans of 30 measures")
    memory(large)
    construction()
    imports()


if __name__ == "__main__":
    main(*sys.argv[1:])
