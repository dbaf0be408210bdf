"""Prints how well the words of reports are understood: precision and recall of each delivery, on both halves.

    python benchmarks/narratives.py [--wrong]

The sentences are in tests/questions/narratives.toml; `--wrong` also lists those of the tuned half that are
not understood. The other half is not listed, so that nobody tunes on it.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from localgender.questions.status import Delivery, delivery_by_words
from localgender.values.periods import Period

SENTENCES = Path(__file__).parent.parent / "tests" / "questions" / "narratives.toml"
PERIOD = Period.year(2023)
HALVES = {"tuned": "Tuned half", "held_out": "Held-out half"}

Answer = tuple[Delivery, Delivery, str]


def answers(half: str) -> list[Answer]:
    """Return for each sentence the right delivery, the one that was told, and the sentence."""
    labelled = tomllib.loads(SENTENCES.read_text("utf8"))[half]
    return [
        (Delivery(right), delivery_by_words(sentence, PERIOD), sentence)
        for right, sentences in labelled.items()
        for sentence in sentences
    ]


def table(told: list[Answer]) -> str:
    """Lay out precision and recall of each delivery as Markdown."""
    lines = ["| delivery | sentences | precision | recall |", "|---|---:|---:|---:|"]
    for delivery in Delivery:
        right = sum(expected == found == delivery for expected, found, _ in told)
        meant = sum(expected == delivery for expected, _, _ in told)
        said = sum(found == delivery for _, found, _ in told)
        lines.append(f"| {delivery} | {meant} | {_share(right, said)} | {_share(right, meant)} |")
    right = sum(expected == found for expected, found, _ in told)
    lines.append(f"| all | {len(told)} | {_share(right, len(told))} | {_share(right, len(told))} |")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def main(arguments: list[str]) -> None:
    """Print both tables."""
    for half, title in HALVES.items():
        told = answers(half)
        print(f"{title}\n\n{table(told)}\n")
        if "--wrong" in arguments and half == "tuned":
            wrong = [each for each in told if each[0] != each[1]]
            print("\n".join(f"{right} taken as {found}: {text}" for right, found, text in wrong), "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
