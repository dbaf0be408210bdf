"""Open data of a document, in the forms that other programs take."""

from __future__ import annotations

from pathlib import Path

from localgender.cli import files, streams
from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Options
from localgender.exchange.data_package import data_package, write_data_package
from localgender.exchange.json import dumps
from localgender.showing.catalogue import Said


def written(options: Options) -> int:
    """Write the data of a document, and return the exit code."""
    target = streams.target_of(options)
    if target is None and options.to == "datapackage":
        raise WrongCallError(Said("a data package needs a folder, or a file that ends in .zip"))
    if target is not None:
        streams.spare([options.file], target)
    reading = files.opened(options.file, options, layouts=files.layouts_of(options))
    if options.to == "json":
        streams.deliver(dumps(reading.value) + "\n", options)
    elif options.to == "csv":
        streams.deliver(data_package(reading)["observations.csv"].decode("utf8"), options)
    else:
        try:
            write_data_package(reading, Path(options.output))
        except OSError as error:
            raise streams.RefusedFileError(options.output, error) from None
        streams.write(f"{streams.shown(options.output)}\n")
    return 0
