"""A country of documents in columns: the tables, and the questions asked of them."""

from localgender.exchange.frames.changing import changes as changes
from localgender.exchange.frames.country import country as country
from localgender.exchange.frames.country import frame as frame
from localgender.exchange.frames.counts import audit_rates as audit_rates
from localgender.exchange.frames.counts import coverage as coverage
from localgender.exchange.frames.counts import repeated as repeated
from localgender.exchange.frames.counts import statuses as statuses
from localgender.exchange.frames.engines import BACKENDS as BACKENDS
from localgender.exchange.frames.figures import COLUMNS as COLUMNS
from localgender.exchange.frames.figures import to_frame as to_frame
from localgender.exchange.frames.money import execution as execution
from localgender.exchange.frames.money import shares as shares
from localgender.exchange.frames.money import totals as totals
from localgender.exchange.frames.records import records as records
from localgender.exchange.frames.regions import region_of as region_of
from localgender.exchange.frames.regions import regions as regions
from localgender.exchange.frames.register import Register as Register
from localgender.exchange.frames.register import read_register as read_register
from localgender.exchange.frames.register import register as register
from localgender.exchange.frames.tables import TABLES as TABLES

__all__ = [
    "Register",
    "audit_rates",
    "changes",
    "country",
    "coverage",
    "execution",
    "frame",
    "read_register",
    "records",
    "region_of",
    "regions",
    "register",
    "repeated",
    "shares",
    "statuses",
    "to_frame",
    "totals",
]
