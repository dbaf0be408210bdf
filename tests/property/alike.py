"""What it means that two values are the same, and one strategy for each class."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from localgender import strategies
from localgender.exchange.json import dumps
from localgender.exchange.tagging import NAMES
from localgender.strategies.entry import STRATEGIES

every_class = pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
# Whole reports are costly to draw, and a law of every class is tried on thirty classes.
few = settings(max_examples=settings().max_examples // 5, suppress_health_check=[HealthCheck.too_slow])


def drawn(kind: type) -> st.SearchStrategy[Any]:
    """Strategy of a class."""
    return getattr(strategies, STRATEGIES[kind])()


def alike(one: Any, other: Any) -> bool:
    """Whether no function tells two values apart."""
    if type(one) in NAMES and dumps(one) != dumps(other):
        return False
    return (one == other, str(one), repr(one), hash(one)) == (True, str(other), repr(other), hash(other))
