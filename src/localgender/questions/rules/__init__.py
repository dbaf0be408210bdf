"""Audit rules: each a question with a stable name, a weight, a basis and a page in the reference."""

from __future__ import annotations

from localgender.questions.rules.arithmetic import (
    ALLOCATED_EXCEEDS_PLANNED,
    DISBURSED_EXCEEDS_ALLOCATED,
    STATED_TOTAL_DIFFERS,
)
from localgender.questions.rules.copies import MEASURES_CONTRADICT, NARRATIVE_REPEATED
from localgender.questions.rules.decisions import (
    DECISION_WITHOUT_ASSIGNEE,
    DECISION_WITHOUT_DUE,
    DECISION_WITHOUT_FOLLOW_UP,
)
from localgender.questions.rules.delivery import (
    DELIVERED_AT_ZERO_PERCENT,
    DELIVERED_WITHOUT_MONEY,
    NOT_DUE_BUT_REPORTED,
)
from localgender.questions.rules.executors import EXECUTOR_OVERLOADED, NO_EXECUTOR
from localgender.questions.rules.meetings import FEWER_MEETINGS_THAN_PROMISED
from localgender.questions.rules.parts import (
    PART_EXCEEDS_WHOLE,
    PARTS_DIFFER_FROM_TOTAL,
    TOTAL_OUTSIDE_PARTS,
)
from localgender.questions.rules.percents import (
    FULL_PERCENT_WITHOUT_MONEY,
    PERCENT_BASIS_VARIES,
    PERCENT_UNEXPLAINED,
    TOTAL_PERCENT_UNEXPLAINED,
)
from localgender.questions.rules.rule import Rule
from localgender.questions.rules.shares import (
    FIGURE_CONTRADICTS,
    NOT_DISAGGREGATED,
    SHARE_ABOVE_WHOLE,
    SHARE_JUMP,
    SHARE_UNEXPLAINED,
)
from localgender.questions.rules.structure import (
    MISSING_CODE,
    NO_NARRATIVE,
    NO_RESULT,
    NUMBERING_GAP,
    REPEATED_CODE,
)
from localgender.questions.rules.terms import DUE_UNFUNDED, NO_TERM, OUTSIDE_PLAN_TERM

RULES: tuple[Rule, ...] = (
    REPEATED_CODE,
    MISSING_CODE,
    NUMBERING_GAP,
    STATED_TOTAL_DIFFERS,
    PERCENT_UNEXPLAINED,
    PERCENT_BASIS_VARIES,
    TOTAL_PERCENT_UNEXPLAINED,
    ALLOCATED_EXCEEDS_PLANNED,
    DISBURSED_EXCEEDS_ALLOCATED,
    DUE_UNFUNDED,
    DELIVERED_WITHOUT_MONEY,
    DELIVERED_AT_ZERO_PERCENT,
    FULL_PERCENT_WITHOUT_MONEY,
    NOT_DUE_BUT_REPORTED,
    MEASURES_CONTRADICT,
    OUTSIDE_PLAN_TERM,
    NO_TERM,
    NO_EXECUTOR,
    NO_NARRATIVE,
    NO_RESULT,
    NARRATIVE_REPEATED,
    EXECUTOR_OVERLOADED,
    FEWER_MEETINGS_THAN_PROMISED,
    DECISION_WITHOUT_ASSIGNEE,
    DECISION_WITHOUT_DUE,
    DECISION_WITHOUT_FOLLOW_UP,
    PARTS_DIFFER_FROM_TOTAL,
    PART_EXCEEDS_WHOLE,
    TOTAL_OUTSIDE_PARTS,
    FIGURE_CONTRADICTS,
    SHARE_UNEXPLAINED,
    SHARE_ABOVE_WHOLE,
    SHARE_JUMP,
    NOT_DISAGGREGATED,
)
