"""Office Open XML as a package of parts: no size it states is trusted, no entity it declares is known."""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from collections.abc import Collection, Iterator
from io import BytesIO
from itertools import chain
from pyexpat import ExpatError, ParserCreate, XMLParserType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import define, field, frozen

from localgender.documents.grid import Limits
from localgender.errors import UnreadableDocumentError

_CHUNK = 2**16
_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)
_MOST_ENTRIES = 20_000
# Tables compress a hundredfold, bombs a thousandfold; nothing small is worth the question.
_RATIO = 300
_UNASKED = 32 * 2**20
_LONGEST_TAG = 4 * 2**20
_MOST_NAMES = 50_000
_LARGEST_LIST = 32 * 2**20
_SEPARATOR = re.compile("[ :]")
_LONGEST_DECLARATION = 1000
_DECLARATION = re.compile(rb"""xmlns(?::([\w.-]+))?\s*=\s*(["'])(.*?)\2""", re.DOTALL)
_OFF = frozenset({"0", "false", "off"})
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@frozen
class Relation:
    """Pointer of one part to another.

    Attributes:
        id: What the markup calls it.
        kind: Last word of its type, such as "styles".
        part: Name of the part it points to.
    """

    id: str
    kind: str
    part: str


def local(attributes: dict[str, str]) -> dict[str, str]:
    """Return attributes by their names without namespaces."""
    return {_SEPARATOR.split(name)[-1]: value for name, value in attributes.items()}


def value(attributes: dict[str, str]) -> str:
    """Return the attribute that most elements have nothing but; empty when it is not there."""
    return local(attributes).get("val", "")


def whole(text: str | None, default: int = 0) -> int:
    """Read a whole number of markup, never negative."""
    try:
        return max(int(text or default), 0)
    except ValueError:
        return default


def on(attributes: dict[str, str]) -> bool:
    """Tell whether a switch that is there is on."""
    return local(attributes).get("val", "1") not in _OFF


def is_encrypted(data: bytes) -> bool:
    """Tell whether bytes are an office document behind a password."""
    return data.startswith(_OLE) and _ENCRYPTED in data


@define(eq=False)
class Package:
    """Parts of an office document, unpacked as they are asked for and counted as they come."""

    name: str
    limits: Limits
    size: int
    _archive: ZipFile
    _entries: dict[str, ZipInfo]
    _unpacked: dict[str, int] = field(factory=dict, init=False)

    @classmethod
    def open(cls, data: bytes, name: str, limits: Limits) -> Package:
        """Open a package.

        Raises:
            UnreadableDocumentError: When it is encrypted or no archive.
        """
        if is_encrypted(data):
            raise UnreadableDocumentError(name, "the document is encrypted; save it without a password")
        if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
            raise UnreadableDocumentError(name, f"an archive of more than {_MOST_ENTRIES} entries")
        try:
            archive = ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise UnreadableDocumentError(name, f"the archive is corrupt: {error}") from error
        entries = {_key(info.filename): info for info in archive.infolist()}
        return cls(name, limits, len(data), archive, entries)

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._entries

    @property
    def main(self) -> str:
        """Name of the part the package is about; empty when there is none."""
        targets = (each.part for each in self.relations("") if each.kind == "officeDocument")
        return next((part for part in targets if part in self), "")

    def content_type(self, part: str) -> str:
        """Return the declared type of a part; empty when there is none."""
        defaults = {}
        for tag, attributes in self.tags("[Content_Types].xml", ("Override", "Default")):
            if tag == "Default":
                defaults[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "")
            elif _key(attributes.get("PartName", "")) == _key(part):
                return attributes.get("ContentType", "")
        return defaults.get(part.rpartition(".")[2].lower(), "")

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return what a part points to inside the package, the package itself being the part ""."""
        folder, file = posixpath.split(part)
        return tuple(
            Relation(
                attributes.get("Id", ""),
                attributes.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/"),
            )
            for _, attributes in self.tags(posixpath.join(folder, "_rels", f"{file}.rels"), ("Relationship",))
            if attributes.get("TargetMode") != "External"
        )

    def tags(self, part: str, wanted: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the opening tags of a small part by their local names, with local names of attributes.

        Raises:
            UnreadableDocumentError: When the part is corrupt, hostile, or larger than such lists ever are.
        """
        if part not in self:
            return
        parser, found = self.parser(part), list[tuple[str, dict[str, str]]]()

        def start(tag: str, attributes: dict[str, str]) -> None:
            if (name := tag.rpartition(" ")[2]) in wanted:
                found.append((name, local(attributes)))

        parser.StartElementHandler = start
        for _ in self.feed(part, parser, most=_LARGEST_LIST):
            yield from found
            found.clear()

    def prefixes(self, part: str) -> dict[str, str]:
        """Return the namespace of each prefix, the default one being "".

        Following namespaces costs a parser half its time, and writers of office documents give a prefix
        one meaning from the first tag to the last.

        Returns:
            Nothing when a prefix means different things in different places, so that they must be followed.
        """
        found: dict[str, str] = {}
        tail = b""
        for chunk in self._chunks(part):
            piece = tail + chunk
            tail = piece[-_LONGEST_DECLARATION:]
            if b"xmlns" not in piece:
                continue
            for declared in _DECLARATION.finditer(piece):
                prefix, namespace = (declared[1] or b"").decode(), declared[3].decode(errors="replace")
                if found.setdefault(prefix, namespace) != namespace:
                    return {}
        return found

    def parser(self, part: str, *, namespaces: bool = True) -> XMLParserType:
        """Make a parser for a part: no document type, no entities.

        Args:
            part: Name of the part.
            namespaces: Whether names come with their namespaces, a blank between, or as they are written.

        Raises:
            UnreadableDocumentError: When the part is missing or corrupt.
        """
        head = next(self._chunks(part), b"")[:2]
        # Named here, so that no declaration brings in a codec of its own.
        encoding = "utf-16" if head in _UTF_16 else "utf-8"
        parser = ParserCreate(encoding, " ") if namespaces else ParserCreate(encoding)
        parser.buffer_text = True

        def refuse(*_: object) -> None:
            raise UnreadableDocumentError(self.name, f"{part} declares a document type")

        parser.StartDoctypeDeclHandler = refuse
        return parser

    def feed(self, part: str, parser: XMLParserType, *, most: int | None = None) -> Iterator[None]:
        """Push a part through a parser, yielding after every piece.

        Args:
            part: Name of the part.
            parser: Made by `parser`.
            most: Bytes beyond which the part is refused.

        Raises:
            UnreadableDocumentError: When the part is missing, corrupt, hostile or over the limits.
        """
        fed = 0
        for chunk in chain(self._chunks(part), (b"",)):
            fed += len(chunk)
            if most is not None and fed > most:
                raise UnreadableDocumentError(self.name, f"{part} is larger than {most} bytes")
            try:
                parser.Parse(chunk, not chunk)
            except ExpatError as error:
                raise UnreadableDocumentError(self.name, f"{part} is corrupt: {error}") from error
            # The parser begins an unfinished tag anew with every piece, which a long one would make endless.
            if fed - parser.CurrentByteIndex > _LONGEST_TAG + _CHUNK or len(parser.intern) > _MOST_NAMES:
                raise UnreadableDocumentError(self.name, f"{part} is no office document")
            yield

    def content(self, part: str) -> bytes:
        """Return all bytes of a part.

        Raises:
            UnreadableDocumentError: When the part is missing, corrupt or over the limits.
        """
        return b"".join(self._chunks(part))

    def _chunks(self, part: str) -> Iterator[bytes]:
        info = self._entries.get(_key(part))
        if info is None:
            raise UnreadableDocumentError(self.name, f"{part} is missing")
        if info.flag_bits & 1:
            raise UnreadableDocumentError(self.name, "the archive is encrypted")
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise UnreadableDocumentError(self.name, f"{part} is compressed in an unknown way")
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    self._count(info.filename, stream.tell())
                    yield chunk
        except _BROKEN as error:
            if isinstance(error, UnreadableDocumentError):
                raise
            raise UnreadableDocumentError(self.name, f"{part} is corrupt: {error}") from error

    def _count(self, part: str, read: int) -> None:
        self._unpacked[part] = max(self._unpacked.get(part, 0), read)
        unpacked = sum(self._unpacked.values())
        if unpacked > self.limits.unpacked_bytes:
            raise UnreadableDocumentError(
                self.name, f"unpacks to more than {self.limits.unpacked_bytes} bytes"
            )
        if unpacked > max(_UNASKED, _RATIO * self.size):
            raise UnreadableDocumentError(self.name, f"unpacks to more than {_RATIO} times its size")


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
