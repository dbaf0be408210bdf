"""Official Ukrainian writing and values: one parser a noun, `notation.<noun>`, and its `write_<noun>`.

Every parser refuses with `NotationError` what it does not fully understand. What may be absent is read as
None from a blank cell or a dash.
"""

from localgender.notation.acts import act, acts, write_act
from localgender.notation.amounts import Amount, amount, money, percent, unit, write_money, write_percent
from localgender.notation.codes import enumerator, inner_codes, leading_code
from localgender.notation.communities import community
from localgender.notation.counts import count, write_count
from localgender.notation.dates import date, dates, write_date
from localgender.notation.executors import Executors, Named, executors, same_body
from localgender.notation.numerals import roman
from localgender.notation.patterns import silent
from localgender.notation.periods import period, periods, write_period
from localgender.notation.terms import as_term, term, terms, write_term

__all__ = [
    "Amount",
    "Executors",
    "Named",
    "act",
    "acts",
    "amount",
    "as_term",
    "community",
    "count",
    "date",
    "dates",
    "enumerator",
    "executors",
    "inner_codes",
    "leading_code",
    "money",
    "percent",
    "period",
    "periods",
    "roman",
    "same_body",
    "silent",
    "term",
    "terms",
    "unit",
    "write_act",
    "write_count",
    "write_date",
    "write_money",
    "write_percent",
    "write_period",
    "write_term",
]
