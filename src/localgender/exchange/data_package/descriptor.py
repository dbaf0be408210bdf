"""The descriptor of a Data Package: what its tables hold, where it comes from, how it may be used."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from localgender.documents.reading import Reading
from localgender.errors import NotationError, SerializationError
from localgender.exchange.data_package.cells import ESCAPE, File
from localgender.exchange.data_package.columns import Column, Table
from localgender.exchange.data_package.tables import TABLES
from localgender.exchange.parsing import parsed, seen
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, plan_of, value_of
from localgender.values.words import one_of

NAME = "datapackage.json"
FORMAT = "localgender-tables/1"
_OURS = "localgender"
_TAXONOMY = "https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json"

# Licences by the identifiers of opendefinition.org.
LICENSES: Mapping[str, tuple[str, str]] = MappingProxyType({
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution Share-Alike 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"
    ),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODC-BY-1.0": ("Open Data Commons Attribution 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "ODbL-1.0": ("Open Data Commons Open Database 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "ODC-PDDL-1.0": ("Open Data Commons Public Domain 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
})  # fmt: skip


def descriptor(asked: Asked, files: Mapping[str, File], *, license: str | None, source: str | None) -> bytes:  # noqa: A002
    """Write the descriptor of the files of a value.

    Raises:
        NotationError: For another licence, and for a source that is no address of the web.
    """
    title = plan_of(value_of(asked)).title
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": _name(asked),
        "title": title,
        "countryCode": "UA",
        "licenses": _licenses(license),
        "sources": _sources(asked, source),
        "columnTypes": [_TAXONOMY],
        "resources": [_resource(table, files[table.name]) for table in TABLES],
        _OURS: {"format": FORMAT},
    }
    told = {name: each for name, each in described.items() if each}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _name(asked: Asked) -> str:
    """Return a name that a file or an address can bear: what it is, of which community, for what period."""
    value = value_of(asked)
    community = plan_of(value).community
    words = [
        "report" if isinstance(value, Report) else "plan",
        community.katottg if community else None,
        str(value.period) if isinstance(value, Report) and value.period else None,
    ]
    plain = (re.sub(r"[^a-z0-9.]+", "-", word.lower()).strip("-.") for word in words if word)
    return "-".join(filter(None, plain))


def _licenses(name: str | None) -> list[dict[str, str]]:
    if name is None:
        return []
    title, path = LICENSES[one_of(name, tuple(LICENSES))]
    return [{"name": name, "title": title, "path": path}]


def _sources(asked: Asked, address: str | None) -> list[dict[str, str]]:
    if address is not None and not re.fullmatch(r"https?://[^\s]+", address):
        raise NotationError(address, "the address of a page or file, such as https://rada.gov.ua/zvit.docx")
    title = asked.document.name if isinstance(asked, Reading) else ""
    if not (title or address):
        return []
    named = {"title": title or plan_of(value_of(asked)).title or address or ""}
    return [{**named, "path": address} if address else named]


def _resource(table: Table, file: File) -> dict[str, Any]:
    described = {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(table),
    }
    return {**described, "dialect": {"escapeChar": ESCAPE}} if file.escaped else described


def schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of a table, with the column types of the Fiscal Data Package."""
    described: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = [_foreign_key(table, column) for column in table.columns if column.to]
    if keys:
        described["foreignKeys"] = keys
    if table.of_money:
        described["extraFields"] = [
            {"name": "currency", "type": "string", "columnType": "value-currency:code", "constant": "UAH"},
            {"name": "direction", "type": "string", "columnType": "direction", "constant": "expenditure"},
        ]
    return described


def _field(column: Column) -> dict[str, Any]:
    constraints = dict(column.kind.constraints)
    if column.required:
        constraints["required"] = True
    field = {
        "name": column.name,
        "type": column.kind.type,
        "title": column.title,
        "description": column.about,
        "columnType": column.fiscal,
        "constraints": constraints,
    }
    return {name: each for name, each in field.items() if each}


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    where, _, name = (column.to or "").partition(".")
    # A table is not named in a key to itself.
    resource = "" if where == table.name else where
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [name]}}


def escaped_files(data: bytes) -> frozenset[str]:
    """Return the names of the tables whose files are written with the escape sign.

    Raises:
        SerializationError: When the descriptor is none, or is of a format that this library does not read.
    """
    tree, odd = parsed(data)
    ours = tree.get(_OURS) if isinstance(tree, dict) else None
    met = ours.get("format") if isinstance(ours, dict) else None
    if odd:
        raise SerializationError([(f"{NAME}, {path}", why) for path, why in odd])
    if met != FORMAT:
        raise SerializationError([(f"{NAME}, $.{_OURS}.format", f"expected {FORMAT!r}, not {seen(met)}")])
    resources = tree.get("resources")
    described = [each for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    return frozenset(str(each.get("name")) for each in described if _is_escaped(each))


def _is_escaped(resource: dict[str, Any]) -> bool:
    dialect = resource.get("dialect", {})
    if dialect in ({}, {"escapeChar": ESCAPE}):
        return bool(dialect)
    raise SerializationError(
        [(f"{NAME}, resource {resource.get('name')}", "the dialect is not one this library writes")]
    )
