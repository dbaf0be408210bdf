"""What each element of Word's markup does to the paragraphs and tables being gathered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from localgender.documents.readers.docx_flow import RAISED, Block, Room, Table
from localgender.documents.readers.docx_runs import RUN_CLOSING, RUN_OPENING
from localgender.documents.readers.docx_walk import Action, Attributes, Walk
from localgender.documents.readers.ooxml import Package, local, value, whole

_NAMESPACES = {
    "w": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    "m": (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    "mc": ("http://schemas.openxmlformats.org/markup-compatibility/2006",),
}
_UNPRINTED = (
    "w:instrText w:delText w:delInstrText w:rt w:sectPr w:sdtPr w:sdtEndPr w:tabs w:tblPr w:tblPrEx w:tblGrid"
    " w:rPrChange w:pPrChange w:tcPrChange w:trPrChange w:customXmlPr w:smartTagPr w:fldData m:ctrlPr"
).split()


def read_blocks(package: Package) -> Iterator[Block]:
    """Yield the paragraphs and tables of a document that are not blank, and its footnotes after them.

    Raises:
        UnreadableDocumentError: When the document is corrupt, hostile or over the limits.
    """
    body = _walked(package, package.main, Room(package.name, package.limits))
    for block in (*body.flow.blocks, *_notes(body)):
        if not isinstance(block, str) or block.strip():
            yield block


def _notes(body: Walk) -> Iterator[Block]:
    if not body.cited:
        return
    parts = {relation.kind: relation.part for relation in body.package.relations(body.part)}
    kinds = {kind for kind, _ in body.cited if parts.get(f"{kind}s", "") in body.package}
    walks = {kind: _walked(body.package, parts[f"{kind}s"], body.room) for kind in sorted(kinds)}
    for number, (kind, name) in enumerate(body.cited, 1):
        if kind in walks and name in walks[kind].notes:
            text = walks[kind].notes.pop(name).text.strip()
            yield f"{str(number).translate(RAISED)} {text}"


def _walked(package: Package, part: str, room: Room) -> Walk:
    walk = Walk(package, part, room)
    walk.run(_OPENING, _CLOSING)
    return walk


def _open_table(walk: Walk, _: Attributes) -> None:
    walk.end_line()
    walk.tables.append(Table(walk.room))
    walk.check_depth(len(walk.tables))


def _close_table(walk: Walk, _: Attributes) -> None:
    walk.flow.extend(walk.tables.pop().finished())


def _close_row(walk: Walk, _: Attributes) -> None:
    if walk.tables:
        walk.tables[-1].end_row()


def _skip_before(walk: Walk, given: Attributes) -> None:
    if walk.tables:
        walk.tables[-1].skip(whole(value(given)))


def _skip_after(walk: Walk, given: Attributes) -> None:
    if walk.tables:
        walk.tables[-1].trailing = whole(value(given))


def _close_row_properties(walk: Walk, _: Attributes) -> None:
    walk.inside = ""
    if walk.deleted:
        walk.deleted = False
        walk.skip(lambda: _close_row(walk, {}))


def _open_flow(walk: Walk, _: Attributes) -> None:
    walk.push()


def _close_cell(walk: Walk, _: Attributes) -> None:
    cell = walk.pop()
    if walk.tables:
        walk.tables[-1].add(cell)
    else:
        walk.flow.extend(cell.blocks)


def _span(walk: Walk, given: Attributes) -> None:
    walk.flow.span = whole(value(given), 1)


def _cover(walk: Walk, given: Attributes) -> None:
    walk.flow.covered = value(given) != "restart"


def _drop(walk: Walk, _: Attributes) -> None:
    walk.flow.dropped = True


def _open_box(walk: Walk, _: Attributes) -> None:
    walk.push_box()


def _close_box(walk: Walk, _: Attributes) -> None:
    walk.pop_box()


def _open_note(walk: Walk, given: Attributes) -> None:
    walk.push()
    walk.notes[local(given).get("id", "")] = walk.flow


def _close_note(walk: Walk, _: Attributes) -> None:
    walk.pop()


def _open_properties(name: str) -> Action:
    def open_properties(walk: Walk, _: Attributes) -> None:
        walk.inside = name

    return open_properties


def _close_properties(walk: Walk, _: Attributes) -> None:
    walk.inside = ""


def _close_paragraph(walk: Walk, _: Attributes) -> None:
    line = walk.line
    walk.room.take_cells(1)
    if line.merges:
        line.merges = False
        line.forget()
        return
    number = _drawn(walk) if line.listed else ""
    text = line.close()
    walk.flow.blocks.append(f"{number} {text.lstrip()}".rstrip() if number else text)
    if line.after:
        walk.flow.extend(line.after)
        line.after.clear()


def _drawn(walk: Walk) -> str:
    line = walk.line
    # What is left in a cell below the one it is merged with is not drawn, and not counted.
    covered = walk.flow.covered and not any(map(str.strip, line.pieces))
    number = "" if covered else walk.numbering.drawn(line.style, line.list_id, line.level)
    walk.room.take(len(number))
    line.forget()
    return number


def _style_paragraph(walk: Walk, given: Attributes) -> None:
    walk.line.listed, walk.line.style = True, value(given)


def _list_paragraph(walk: Walk, given: Attributes) -> None:
    walk.line.listed, walk.line.list_id = True, value(given)


def _level_paragraph(walk: Walk, given: Attributes) -> None:
    walk.line.listed, walk.line.level = True, whole(value(given))


def _remove(walk: Walk, _: Attributes) -> None:
    if walk.inside == "pPr":
        walk.line.merges = True
    elif walk.inside == "trPr":
        walk.deleted = True
    else:
        walk.skip()


def _open_choice(walk: Walk, _: Attributes) -> None:
    walk.branches.append(False)


def _close_choice(walk: Walk, _: Attributes) -> None:
    walk.branches.pop()


def _branch(walk: Walk, _: Attributes) -> None:
    if walk.branches and walk.branches[-1]:
        walk.skip()
    elif walk.branches:
        walk.branches[-1] = True


def _unprinted(walk: Walk, _: Attributes) -> None:
    walk.skip()


def _spelled(actions: Mapping[str, Action]) -> dict[str, Action]:
    """Spell names with the namespaces of the transitional and of the strict standard."""
    return {
        f"{namespace} {word}": action
        for name, action in actions.items()
        for prefix, _, word in [name.partition(":")]
        for namespace in _NAMESPACES[prefix]
    }


_OPENING = _spelled(
    {
        **RUN_OPENING,
        **dict.fromkeys(_UNPRINTED, _unprinted),
        "w:tbl": _open_table,
        "w:tc": _open_flow,
        "w:txbxContent": _open_box,
        "w:footnote": _open_note,
        "w:endnote": _open_note,
        "w:gridBefore": _skip_before,
        "w:gridAfter": _skip_after,
        "w:gridSpan": _span,
        "w:vMerge": _cover,
        "w:cellDel": _drop,
        "w:pPr": _open_properties("pPr"),
        "w:trPr": _open_properties("trPr"),
        "w:pStyle": _style_paragraph,
        "w:numId": _list_paragraph,
        "w:ilvl": _level_paragraph,
        "w:del": _remove,
        "w:moveFrom": _remove,
        "mc:AlternateContent": _open_choice,
        "mc:Choice": _branch,
        "mc:Fallback": _branch,
    }
)
_CLOSING = _spelled(
    {
        **RUN_CLOSING,
        "w:tbl": _close_table,
        "w:tr": _close_row,
        "w:trPr": _close_row_properties,
        "w:tc": _close_cell,
        "w:txbxContent": _close_box,
        "w:footnote": _close_note,
        "w:endnote": _close_note,
        "w:p": _close_paragraph,
        "w:pPr": _close_properties,
        "mc:AlternateContent": _close_choice,
    }
)
