"""What decides, beside its bytes, what a document becomes, and what the tables keep of that."""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib import import_module

from attrs import astuple, field, frozen

from localgender.documents.layouts.layout import Layout
from localgender.documents.readers.format import Format
from localgender.exchange.frames.register import Register
from localgender.exchange.frames.tables import TABLES
from localgender.exchange.versions import FORMAT
from localgender.questions.policy import Policy
from localgender.values.parts import tuple_of

_DIGITS = 16


@frozen
class Recipe:
    """How every document of a folder is read.

    Attributes:
        kind: "report" or "plan"; found out for each document when None.
        layouts: Families of tables to try.
        formats: Formats to try; what runs in another process must be importable there.
        policy: Limits of sizes, and choices of the questions.
        communities: Register out of which codes and regions are filled in.
    """

    kind: str | None
    layouts: tuple[Layout, ...] = field(converter=tuple_of)
    formats: tuple[Format, ...] = field(converter=tuple_of)
    policy: Policy
    communities: Register = field(default=Register(()))

    @cached_property
    def reader(self) -> str:
        """Version of the library and a fingerprint of choices; where it differs, documents are read again.

        Of a format only its name is known, so a format of one's own that changes needs another name.
        """
        # Looked up by name: the façade names every module, so importing from it would turn the house round.
        version = import_module("localgender").__version__
        columns = {name: dict(columns) for name, columns in TABLES.items()}
        layouts = [astuple(each) for each in self.layouts]
        names = [each.name for each in self.formats]
        communities = sorted(repr(astuple(each)) for each in self.communities.entries)
        told = repr((FORMAT, columns, self.kind, layouts, names, astuple(self.policy), communities))
        return f"{version}+{hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]}"
