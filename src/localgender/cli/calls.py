"""What each command calls; the module that answers is imported only then, so that help comes at once."""

from __future__ import annotations

from localgender.cli.records import Options


def read(options: Options) -> int:
    """Tell what documents say, whatever they are."""
    from localgender.cli import answers, several

    options.kind = options.kind or "any"
    return several.answered(options, answers.read)


def audit(options: Options) -> int:
    """Audit documents, whatever they are."""
    from localgender.cli import answers, several

    options.kind = options.kind or "any"
    return several.answered(options, answers.audited)


def status(options: Options) -> int:
    """Tell delivery and funding of each measure."""
    from localgender.cli import answers, several

    return several.answered(options, answers.classified)


def totals(options: Options) -> int:
    """Add money up by group."""
    from localgender.cli import answers, several

    return several.answered(options, answers.summed)


def coverage(options: Options) -> int:
    """Tell which targets are served."""
    from localgender.cli import answers, several

    return several.answered(options, answers.covered)


def council(options: Options) -> int:
    """Tell who steers the policy."""
    from localgender.cli import answers, several

    options.kind = "council"
    return several.answered(options, answers.steered)


def statistics(options: Options) -> int:
    """Tell figures on women and men."""
    from localgender.cli import answers, several

    options.kind = "statistics"
    return several.answered(options, answers.counted)


def consolidate(options: Options) -> int:
    """Join reports of units."""
    from localgender.cli import units

    return units.consolidated(options)


def collect(options: Options) -> int:
    """Bring a folder into tables."""
    from localgender.cli import gathering

    return gathering.collected(options)


def export(options: Options) -> int:
    """Write open data."""
    from localgender.cli import exporting

    return exporting.written(options)


def compare(options: Options) -> int:
    """Tell what changed between two documents."""
    from localgender.cli import two

    return two.compared(options)


def report(options: Options) -> int:
    """Write a page of everything."""
    from localgender.cli import pages

    return pages.written(options)


def completion(options: Options) -> int:
    """Write a script for a shell."""
    from localgender.cli import completion

    return completion.written(options)
