"""What it means that two values are the same, and one strategy for each class."""

from __future__ import annotations

from typing import Any

import attrs
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


def whole(value: Any) -> str:
    """Tell everything that a value holds, where its repr tells what matters."""
    if attrs.has(type(value)):
        held = ", ".join(
            f"{each.name}={whole(getattr(value, each.name))}" for each in attrs.fields(type(value))
        )
        return f"{type(value).__name__}({held})"
    return f"({', '.join(map(whole, value))})" if type(value) is tuple else repr(value)


def alike(one: Any, other: Any) -> bool:
    """Whether no function tells two values apart."""
    if type(one) in NAMES and dumps(one) != dumps(other):
        return False
    if (repr(one), whole(one)) != (repr(other), whole(other)):
        return False
    return (one == other, str(one), hash(one)) == (True, str(other), hash(other))
