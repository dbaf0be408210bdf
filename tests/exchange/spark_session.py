"""Spark on this machine alone: two threads, no page, no word on the console, stopped in the end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "2",
}


def has_java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return bool(shutil.which("java") or (home and (Path(home) / "bin" / "java").is_file()))


needs_spark = [
    pytest.mark.spark,
    pytest.mark.skipif(not has_java(), reason="Spark needs Java 17, which is not on this machine"),
]


@contextmanager
def spark_session(**settings: str) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    # Asked for before any setting is read: without it Spark tells on the console which address it took.
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master("local[2]").appName("localgender")
    for name, value in (QUIET | settings).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    try:
        yield session
    finally:
        session.stop()
