"""Whether a reading has measures to ask of."""

from __future__ import annotations

from typing import Any

from localgender.documents.reading import Reading
from localgender.errors import NoMeasuresError
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics


def measured(asked: Reading[Any]) -> Reading[Plan] | Reading[Report]:
    """Return a reading of a plan or a report, and no other.

    >>> from localgender.documents.grid import Document
    >>> measured(Reading(Plan("Рівні можливості"), Document([]))).value.title
    'Рівні можливості'

    Raises:
        NoMeasuresError: A TypeError, for a reading of statistics or of councils.
    """
    if isinstance(asked.value, Plan | Report):
        return asked
    raise NoMeasuresError("statistics" if isinstance(asked.value, Statistics) else "council")
