"""A question that the library does not ask."""

# %% [markdown]
# # A rule of one's own
#
# A council wants each measure above fifty thousand hryvnias to have partners. That is a rule: a question
# with a basis, whose answers are counted, also the silent ones.

# %%
from pathlib import Path

import localgender as lg
from localgender.questions.rules.rule import consistent, inconsistent, not_applicable, not_checkable

LARGE = lg.thousand_uah("50")


def large_and_alone(report, policy):
    """Find large measures that one body carries out alone."""
    for ref, planned in lg.totals_by(report, "measure", "planned").items():
        executors = report.plan.by_ref[ref].involvements
        if planned is None or not executors:
            yield not_checkable(ref, reason="silent")
        elif planned <= LARGE:
            yield not_applicable(ref, reason="small")
        elif len(executors) == 1:
            yield inconsistent(ref, planned=planned, executor=executors[0].executor.name)
        else:
            yield consistent(ref)


# %%
ALONE = lg.Rule(
    "large-and-alone", "warning", basis="our council's question", check=large_and_alone, about=(lg.Report,)
)
reading = lg.read_report(Path(__file__).parent / "data" / "kalynivka" / "report-2024.txt")
for finding in lg.audit(reading.value, rules=[ALONE]):
    print(*finding.refs, finding.facts["planned"], finding.facts["executor"], sep=" | ")

# %% [markdown]
# What was asked, and how often the answer was which?

# %%
(asked,) = lg.audit_summary(reading.value, rules=[ALONE])
asked
