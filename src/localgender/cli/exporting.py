"""Open data of a document, in the forms that other programs take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from localgender.cli import files, streams
from localgender.cli.answers import publishable
from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Options
from localgender.documents.reading import Reading
from localgender.exchange.data_package import data_package, write_data_package
from localgender.exchange.json import dumps
from localgender.exchange.sdmx import sdmx_csv
from localgender.model.statistics import Statistics
from localgender.questions.measured import measured
from localgender.showing.catalogue import Said
from localgender.showing.renderers import render
from localgender.showing.tabulate import statistics


def written(options: Options) -> int:
    """Write the data of a document, and return the exit code."""
    target = streams.target_of(options)
    if target is None and options.to == "datapackage":
        raise WrongCallError(Said("a data package needs a folder, or a file that ends in .zip"))
    if target is not None:
        streams.spare([options.file], target)
    options.kind = options.kind or _KINDS.get(options.to)
    reading = files.opened(options.file, options, layouts=files.layouts_of(options))
    if options.to != "datapackage":
        streams.deliver(_data(reading, options), options)
        return 0
    try:
        write_data_package(measured(reading), Path(options.output))
    except OSError as error:
        raise streams.RefusedFileError(options.output, error) from None
    streams.write(f"{streams.shown(options.output)}\n")
    return 0


def _data(reading: Reading[Any], options: Options) -> str:
    """Write a value as text; small counts of statistics are hidden."""
    if options.to == "json":
        return dumps(publishable(reading, options)) + "\n"
    if not isinstance(reading.value, Statistics):
        if options.to == "sdmx-csv":
            raise WrongCallError(_FIGURES)
        return data_package(measured(reading))["observations.csv"].decode("utf8")
    value = publishable(reading, options)
    if options.to == "sdmx-csv":
        if not value.observations:
            raise WrongCallError(_FIGURES)
        return sdmx_csv(value)
    return str(render(statistics(value), "csv", options.lang, unsuppressed=options.unsuppressed))


_KINDS = {"json": "any", "csv": "any", "sdmx-csv": "statistics"}
_FIGURES = Said("the document tells no figures, which SDMX is for")
