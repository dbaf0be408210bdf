"""Invented countries of any size, reproducible from a seed, whose answers are known beforehand."""

from localgender.strategies.invented.columns import columns
from localgender.strategies.invented.known import Known, known
from localgender.strategies.invented.shape import Country
from localgender.strategies.invented.values import plans, reports
from localgender.strategies.invented.written import write_columns, write_documents

__all__ = ["Country", "Known", "columns", "known", "plans", "reports", "write_columns", "write_documents"]
