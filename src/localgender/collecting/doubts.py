"""When a document that was read is doubtful."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from localgender.collecting.pieces import Row
from localgender.documents.reading import Reading
from localgender.questions.collected import FileState
from localgender.questions.policy import Policy


def state_of(reading: Reading[Any], row: Row, policy: Policy) -> FileState:
    """Tell whether somebody should look at a document before its figures are trusted.

    It is doubtful when figures contradict each other, when it has no measures, or when more of its
    characters are not understood than the policy lets pass.
    """
    whole = sum(len("".join(text.split())) for _, text in reading.document.texts())
    unread = 100 * (row["unread"] or 0) > Decimal(policy.unread_share) * whole
    doubtful = row["errors"] or not row["measures"] or unread
    return FileState.DOUBTFUL if doubtful else FileState.READ
