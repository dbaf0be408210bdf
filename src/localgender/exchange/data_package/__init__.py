"""Plans and reports as Data Packages: CSV tables and their description, for programs of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from localgender.documents.grid import Limits
from localgender.errors import SerializationError
from localgender.exchange.data_package.archive import place_file, place_folder, read_folder, unpacked, zipped
from localgender.exchange.data_package.assembly import assembled
from localgender.exchange.data_package.cells import Row, read, written
from localgender.exchange.data_package.descriptor import NAME, descriptor, escaped_files
from localgender.exchange.data_package.layout import laid_out
from localgender.exchange.data_package.tables import BY_NAME, DERIVED, TABLES
from localgender.exchange.parsing import TOO_DEEP, Problem, refusal
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked

_LIMITS = Limits()
FILES = (NAME, *(table.file for table in TABLES))


def data_package(value: Asked, *, license: str | None = None, source: str | None = None) -> dict[str, bytes]:  # noqa: A002
    """Lay a plan or a report out as the files of a Data Package.

    Each table is a CSV file; `datapackage.json` describes them, with the column types of the Fiscal Data
    Package where money is. Money is in hryvnias, exact to the kopiyka; an empty cell is silence, and
    a printed zero is `0.00`. A reading also gives the places of its amounts, in `observations.csv`.

    >>> from localgender.model.plan import Measure
    >>> files = data_package(Plan(goals=[Measure("2.10", "Тренінг")]))
    >>> files["measures.csv"].decode().splitlines()
    ['measure,position,goal,code,title,place', '2.10,1,1,2.10,Тренінг,']

    Args:
        value: A plan, a report, or a reading of one.
        license: Under which the publisher gives the data away, such as "CC-BY-4.0"; None tells nothing.
        source: Address of the page or file that the document was published at.

    Returns:
        Bytes by the names of the files. Equal values give equal files.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a licence that is not known, and for a source that is no address.
        SerializationError: For a text that is too long for a cell, and for goals nested too deeply.
    """
    try:
        rows = laid_out(value)
    except RecursionError:
        raise refusal(BY_NAME["goals"].file, TOO_DEEP) from None
    files = {table.name: written(table, rows[table.name]) for table in TABLES}
    described = descriptor(value, files, license=license, source=source)
    return {NAME: described, **{table.file: files[table.name].data for table in TABLES}}


def write_data_package(
    value: Asked,
    path: str | Path,
    *,
    license: str | None = None,  # noqa: A002
    source: str | None = None,
) -> Path:
    """Write a Data Package to a folder, or to one file when the path ends in .zip.

    The files are placed together or not at all. An earlier package at the same path is replaced.

    Args:
        value: A plan, a report, or a reading of one.
        path: Folder or zip file; the folder above is there already.
        license: As for `data_package`.
        source: As for `data_package`.

    Returns:
        The path.

    Raises:
        FileExistsError: When a folder or file stands there that is no data package.
        TypeError: As `data_package`.
        NotationError: As `data_package`.
        SerializationError: As `data_package`.
    """
    path, files = Path(path), data_package(value, license=license, source=source)
    if path.suffix.lower() == ".zip":
        place_file(zipped(files), path)
    else:
        place_folder(files, path)
    return path


def read_data_package(
    source: str | Path | bytes | Mapping[str, bytes], *, limits: Limits = _LIMITS
) -> Plan | Report:
    """Read the plan or report that a Data Package was made from.

    The value is equal to the one that was written. Rows may stand in any order, and `observations.csv`,
    which is made from the other tables, may be missing or empty; what else was changed has to agree
    everywhere.

    >>> plan = Plan("Рівні можливості")
    >>> read_data_package(data_package(plan)) == plan
    True

    Args:
        source: Folder, zip file, bytes of a zip file, or bytes by the names of the files.
        limits: Sizes beyond which a package is refused.

    Returns:
        A plan or a report, as the package says.

    Raises:
        SerializationError: With what is wrong, by file, row and column.
        UnreadableDocumentError: When a zip file is corrupt, encrypted, too large, or holds a file twice.
        OSError: When the path cannot be read.
    """
    files = _files(source, limits)
    missing = [name for name in FILES if name not in files and name != f"{DERIVED}.csv"]
    if missing:
        raise SerializationError([(name, "is missing") for name in missing])
    escaped = escaped_files(files[NAME])
    rows: dict[str, list[Row]] = {}
    problems: list[Problem] = []
    for table in TABLES:
        try:
            data = files.get(table.file)
            rows[table.name] = read(table, data, escaped=table.name in escaped) if data is not None else []
        except SerializationError as error:
            problems += error.problems
    if problems:
        raise SerializationError(problems)
    return assembled(rows)


def _files(source: str | Path | bytes | Mapping[str, bytes], limits: Limits) -> Mapping[str, bytes]:
    if isinstance(source, Mapping):
        return source
    if isinstance(source, bytes):
        return unpacked(source, "the package", FILES, limits)
    path = Path(source)
    if path.is_dir():
        return read_folder(path, FILES, limits)
    return unpacked(path.read_bytes(), path.name, FILES, limits)
