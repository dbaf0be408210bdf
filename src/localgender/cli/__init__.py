"""Command line: what documents hold and what is wrong in them, what two differ in, and pages to publish."""

from __future__ import annotations

from localgender.cli.run import main as main
