"""State of one pass through Word's markup: which flow is open, in which tables, and what is passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pyexpat import XMLParserType

from attrs import define, field

from localgender.documents.readers.docx_flow import Flow, Line, Room, Table
from localgender.documents.readers.docx_numbering import Numbering, read_numbering
from localgender.documents.readers.ooxml import Package
from localgender.errors import UnreadableDocumentError

_DEEPEST = 60


@define(eq=False)
class Walk:
    """One pass through a part that holds text.

    Attributes:
        package: Where the part is.
        part: Its name.
        room: What is left of the limits.
        flow: Flow that is open; the body, once the pass is over.
        line: Paragraph that is open.
        hearing: Whether the characters that come are text.
        tables: Tables that are open, outermost first.
        notes: Footnotes of the part by their names.
        cited: Footnotes referred to in their order, as kind and name.
        branches: For each choice of renderings that is open, whether one was taken.
        inside: Properties that are open: "pPr", "trPr" or none.
        deleted: Whether the row that is open was deleted.
    """

    package: Package
    part: str
    room: Room
    flow: Flow = field(factory=Flow, init=False)
    line: Line = field(factory=Line, init=False)
    hearing: bool = field(default=False, init=False)
    tables: list[Table] = field(factory=list, init=False)
    notes: dict[str, Flow] = field(factory=dict, init=False)
    cited: list[tuple[str, str]] = field(factory=list, init=False)
    branches: list[bool] = field(factory=list, init=False)
    inside: str = field(default="", init=False)
    deleted: bool = field(default=False, init=False)
    _outer: list[Flow] = field(factory=list, init=False)
    _anchors: list[Line] = field(factory=list, init=False)
    _parser: XMLParserType = field(init=False)

    @cached_property
    def numbering(self) -> Numbering:
        """Lists and styles, read when the first paragraph asks for them."""
        return read_numbering(self.package)

    def run(self, opening: Mapping[str, Action], closing: Mapping[str, Action]) -> None:
        """Walk through the part.

        Args:
            opening: What an element does where it begins, by its namespace and name.
            closing: What it does where it ends.
        """
        prefixes = self.package.prefixes(self.part)
        if written := _as_written(opening, prefixes):
            opening, closing = written, _as_written(closing, prefixes)
        self._parser = self.package.parser(self.part, namespaces=not written)
        self._listen(opening.get, closing.get)
        for _ in self.package.feed(self.part, self._parser):
            pass
        self.end_line()

    def _listen(self, opening: Find, closing: Find) -> None:
        nothing: Attributes = {}

        def start(tag: str, attributes: Attributes) -> None:
            action = opening(tag)
            if action is not None:
                action(self, attributes)

        def end(tag: str) -> None:
            action = closing(tag)
            if action is not None:
                action(self, nothing)

        def characters(data: str) -> None:
            if self.hearing:
                # A line feed of the markup is a blank; one that is printed is an element of its own.
                self.put(data.replace("\n", " "))

        self._parser.StartElementHandler, self._parser.EndElementHandler = start, end
        self._parser.CharacterDataHandler = characters

    def skip(self, resumed: Callable[[], None] | None = None) -> None:
        """Pass over everything up to the end of the element that is open.

        Args:
            resumed: What to do there.
        """
        heard = self._parser.StartElementHandler, self._parser.EndElementHandler
        depth = 1

        def deeper(_: str, __: Attributes) -> None:
            nonlocal depth
            depth += 1

        def shallower(_: str) -> None:
            nonlocal depth
            depth -= 1
            if not depth:
                self._parser.StartElementHandler, self._parser.EndElementHandler = heard
                if resumed is not None:
                    resumed()

        self._parser.StartElementHandler, self._parser.EndElementHandler = deeper, shallower

    def push(self) -> None:
        """Open a flow inside the one that is open."""
        self._outer.append(self.flow)
        self.flow = Flow()
        if len(self._outer) > _DEEPEST:
            self.check_depth(len(self._outer))

    def pop(self) -> Flow:
        """Close the flow that is open."""
        self.end_line()
        done, self.flow = self.flow, self._outer.pop()
        return done

    def push_box(self) -> None:
        """Open a text box in the paragraph that is open."""
        self._anchors.append(self.line)
        self.line = Line()
        self.push()

    def pop_box(self) -> None:
        """Close a text box; what it holds follows the paragraph it is anchored in."""
        box = self.pop()
        self.line = self._anchors.pop()
        self.line.after += box.blocks

    def end_line(self) -> None:
        """End a paragraph that its markup did not end."""
        if self.line.pieces or self.line.after:
            self.flow.extend([self.line.close(), *self.line.after])
            self.line.after.clear()

    def check_depth(self, depth: int) -> None:
        """Refuse tables in tables without end."""
        if depth > _DEEPEST:
            raise UnreadableDocumentError(self.package.name, f"tables nested deeper than {_DEEPEST}")

    def put(self, text: str) -> None:
        """Add to the open paragraph what is printed there."""
        line = self.line
        if not line.muted:
            self.room.take(len(text))
            if line.superscript:
                line.raised.append(len(line.pieces))
            line.pieces.append(text)


Attributes = dict[str, str]
Action = Callable[[Walk, Attributes], None]
Find = Callable[[str], Action | None]


def _as_written(actions: Mapping[str, Action], prefixes: Mapping[str, str]) -> dict[str, Action]:
    """Key actions by the names that a document writes."""
    return {
        f"{prefix}:{word}" if prefix else word: action
        for name, action in actions.items()
        for namespace, _, word in [name.partition(" ")]
        for prefix, meant in prefixes.items()
        if meant == namespace
    }
