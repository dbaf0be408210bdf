"""Layouts: which words of a header mean which column, one record a family."""

from __future__ import annotations

from localgender.documents.layouts.families import FAMILIES
from localgender.documents.layouts.layout import Layout, Role

LAYOUTS: tuple[Layout, ...] = FAMILIES

__all__ = ["LAYOUTS", "Layout", "Role"]
