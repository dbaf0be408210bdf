"""Data Packages: what stands in the files, that they come back, and what is refused where."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import PLAN, READING, REPORT

import localgender as lg
from localgender import strategies
from localgender.documents.grid import Limits
from localgender.errors import NotationError, SerializationError, UnreadableDocumentError
from localgender.exchange.data_package import FILES, data_package, read_data_package, write_data_package
from localgender.exchange.data_package.archive import zipped
from localgender.exchange.data_package.tables import BY_NAME, TABLES
from localgender.model.community import Community
from localgender.model.funding import FundingPeriod
from localgender.model.passport import Passport
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.values.money import Money, thousand_uah, uah
from localgender.values.terms import Term
from paths import plan_sources, report_sources

values = strategies.plans() | strategies.reports()

HOSTILE = [
    "=1+1",
    "+380",
    "-проведення",
    "@SUM(A1)",
    "＝1",
    'лапки "так"',
    "кома, крапка; \\ риска",
    "'=1",
    "\\",
    "\\=1",
]


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))


def described(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["datapackage.json"])


def resource(files: dict[str, bytes], name: str) -> dict[str, Any]:
    return next(each for each in described(files)["resources"] if each["name"] == name)


@given(values)
def test_every_value_comes_back(value: Plan | Report) -> None:
    files = data_package(value)
    assert read_data_package(files) == value
    assert data_package(value) == files


@given(strategies.readings())
def test_a_reading_gives_its_value_back_and_the_places_beside_it(reading: Any) -> None:
    files = data_package(reading)
    assert read_data_package(files) == reading.value
    rows = table(files, "observations")
    places = [row.place for row in lg.observations(reading)]
    assert [row["row"] for row in rows] == [str(each.row) if each else "" for each in places]


@given(values, st.randoms(use_true_random=False))
def test_rows_may_stand_in_any_order(value: Plan | Report, random: Random) -> None:
    files = data_package(value)
    assert (
        read_data_package(
            {name: shuffled(data, random) if name.endswith("csv") else data for name, data in files.items()}
        )
        == value
    )


def shuffled(data: bytes, random: Random) -> bytes:
    # No cell of ours holds the end of a line.
    head, *rows = data.decode().split("\r\n")[:-1]
    random.shuffle(rows)
    return "".join(f"{line}\r\n" for line in [head, *rows]).encode()


@pytest.mark.parametrize("source", [*report_sources(), *plan_sources()])
def test_what_is_read_from_a_document_comes_back(source: Path) -> None:
    reading = lg.read(source)
    assert read_data_package(zipped(data_package(reading))) == reading.value


@pytest.mark.parametrize(
    "value",
    [
        PLAN,
        REPORT,
        Plan(),
        Report(Plan()),
        Plan(term=Term(), passport=Passport(), goals=[Goal(measures=Measure(term=Term(), results=["", "а"]))]),
        Plan(goals=[Measure("1", involvements=["", "Рада"])], targets=[Target("", ()), Target("x", ("",)), Target("x", ("", ""))]),
        Plan(goals=[Goal("1"), Goal("1", goals=[Goal("1"), Goal("1")])]),
        Plan(goals=[Measure("1", funding=[FundingPeriod(), FundingPeriod(2024, "state", planned=Money(-5))])]),
        Plan(stated_totals=[StatedTotal("", "goal:7"), StatedTotal("Всього", "1.1#3", FundingPeriod(planned=uah(10**60)))]),
        Report(Plan(goals=[Measure("1", funding=FundingPeriod(planned=uah(1)))], stated_totals=StatedTotal("у плані")),
            "2024-9m", progress=Progress("1", FundingPeriod(planned=uah(2))), stated_totals=StatedTotal("у звіті")),
        Plan("\x00 \ufeff «" + "ї" * 50_000, community=Community(",", district='"')),
    ],
    ids=range(11),
)  # fmt: skip
def test_rare_values_come_back(value: Plan | Report) -> None:
    assert read_data_package(data_package(value)) == value


FRICTIONLESS = """
import sys
from pathlib import Path
from frictionless import Package, system
for folder in sorted(Path(sys.argv[1]).iterdir()):
    report = Package(str(folder / "datapackage.json")).validate()
    for error in report.flatten(["type", "note"]):
        print(folder.name, *error)
"""


def frictionless(folder: Path) -> str:
    """What frictionless has to say against the packages in a folder."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FRICTIONLESS, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_frictionless_accepts_whatever_is_written(tmp_path: Path) -> None:
    number = iter(range(1000))

    @settings(max_examples=settings().max_examples // 4)
    @given(values | strategies.readings())
    def place_each(value: Any) -> None:
        write_data_package(
            value, tmp_path / f"{next(number):03}", license="CC-BY-4.0", source="https://rada.example/zvit"
        )

    place_each()
    for text in HOSTILE:
        write_data_package(with_text(text), tmp_path / f"{next(number):03}")
    assert len(list(tmp_path.iterdir())) > 20
    assert frictionless(tmp_path) == ""


TITLES = """
import json, sys
from frictionless import Package
rows = Package(sys.argv[1]).get_resource("measures").read_rows()
print(json.dumps([row["title"] for row in rows]))
"""


def test_another_program_reads_every_text_as_it_is(tmp_path: Path) -> None:
    """What keeps a spreadsheet from running a text is no part of the text."""
    plan = Plan(goals=[Measure(title=text) for text in HOSTILE])
    path = write_data_package(plan, tmp_path / "plan") / "datapackage.json"
    command = [sys.executable, "-W", "ignore", "-c", TITLES, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == HOSTILE


def test_frictionless_is_asked_about_keys_and_types(tmp_path: Path) -> None:
    """The oracle is not blind: a lost measure, a doubled key and a wrong amount are told."""
    wrong = {
        "measures.csv": (b"2.10,1,", b"2.11,1,"),
        "goals.csv": (b"2,1,2.1", b"1,1,2.1"),
        "amounts.csv": (b"10500.00", b"10 500"),
    }
    for file, (old, new) in wrong.items():
        files = data_package(REPORT)
        if file == "amounts.csv":
            files = data_package(PLAN)
        assert old in files[file]
        (tmp_path / file).mkdir()
        for name, data in {**files, file: files[file].replace(old, new)}.items():
            (tmp_path / file / name).write_bytes(data)
    told = frictionless(tmp_path)
    assert "measures.csv foreign-key" in told
    assert "goals.csv primary-key" in told
    assert "amounts.csv type-error" in told


def test_money_is_hryvnias_and_silence_is_no_row() -> None:
    files = data_package(PLAN)
    assert table(files, "amounts") == [
        {"line": "1", "phase": "planned", "amount": "10500.00"},
        {"line": "1", "phase": "disbursed", "amount": "0.00"},
    ]
    assert table(files, "funding")[0] | {"needs": ""} == {
        "line": "1", "said_in": "plan", "measure": "2.10", "total": "", "first_day": "2023-01-01",
        "last_day": "2023-12-31", "needs": "", "step": "100.00",
    }  # fmt: skip


@given(values)
def test_the_amounts_of_a_phase_add_up_to_its_total(value: Plan | Report) -> None:
    rows = table(data_package(value), "observations")
    for stage in lg.Stage:
        found = [
            lg.uah(row["amount"]) for row in rows if row["phase"] == stage and row["stated_total"] == "false"
        ]
        total = lg.total(value, stage)
        assert total is None or sum(found) == total


def test_the_columns_of_money_bear_fiscal_types() -> None:
    schema = resource(data_package(PLAN), "observations")["schema"]
    types = {each["name"]: each.get("columnType") for each in schema["fields"]}
    assert (types["amount"], types["phase"], types["code"]) == (
        "value",
        "phase:id",
        "activity:generic:project:code",
    )
    assert {each["columnType"]: each["constant"] for each in schema["extraFields"]} == {
        "value-currency:code": "UAH", "direction": "expenditure",
    }  # fmt: skip


def test_the_descriptor_tells_title_source_and_licence() -> None:
    told = described(data_package(READING, license="CC0-1.0", source="https://rada.example/zvit.docx"))
    assert (told["name"], told["title"]) == ("report-2023", "Рівні можливості")
    assert told["sources"] == [{"title": "звіт.docx", "path": "https://rada.example/zvit.docx"}]
    assert told["licenses"][0]["name"] == "CC0-1.0"


def test_what_nobody_said_is_not_in_the_descriptor() -> None:
    assert {"title", "sources", "licenses"}.isdisjoint(described(data_package(Plan())))


def test_another_licence_and_what_is_no_address_are_refused() -> None:
    with pytest.raises(NotationError, match=r"the nearest is CC-BY-4\.0"):
        data_package(PLAN, license="CC-BY")
    with pytest.raises(NotationError, match="the address of a page"):
        data_package(PLAN, source="../zvit.docx")


def with_text(text: str) -> Plan:
    return Plan(
        text,
        goals=[
            Goal("1", title=text, measures=Measure("1.1", text, involvements=text, results=text, place=text))
        ],
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_begins_as_a_formula_and_every_text_comes_back(text: str) -> None:
    plan = with_text(text)
    files = data_package(plan)
    assert read_data_package(files) == plan
    cells = [cell for each in TABLES for row in table(files, each.name) for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "＝"}]


def test_the_escape_sign_is_declared_where_it_is_used_and_only_there() -> None:
    files = data_package(with_text("=1+1"))
    assert resource(files, "measures")["dialect"] == {"escapeChar": "\\"}
    assert "dialect" not in resource(files, "funding")
    assert "dialect" not in resource(data_package(with_text("1+1")), "measures")
    declared = csv.reader(io.StringIO(files["measures.csv"].decode()), escapechar="\\")
    assert list(declared)[1][4] == "=1+1"


def test_an_amount_below_zero_is_a_number_and_no_formula() -> None:
    files = data_package(Plan(goals=[Measure("1", funding=FundingPeriod(planned=Money(-5)))]))
    assert table(files, "amounts")[0]["amount"] == "-0.05"


def problems(files: dict[str, bytes]) -> list[tuple[str, str]]:
    with pytest.raises(SerializationError) as caught:
        read_data_package(files)
    return list(caught.value.problems)


def changed(name: str, row: int, **cells: str) -> dict[str, bytes]:
    """The package of the sample with other cells in one row, counted as a spreadsheet counts."""
    files = data_package(REPORT)
    rows = table(files, name)
    rows[row - 2] |= cells
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return {**files, f"{name}.csv": out.getvalue().encode()}


@pytest.mark.parametrize(
    ("name", "row", "cells", "where", "why"),
    [
        (
            "amounts",
            2,
            {"amount": "10,5"},
            "amounts.csv, row 2, column amount",
            "expected hryvnias with a point",
        ),
        ("amounts", 2, {"amount": "1e3"}, "amounts.csv, row 2, column amount", "expected hryvnias"),
        ("amounts", 2, {"amount": "0.005"}, "amounts.csv, row 2, column amount", "expected hryvnias"),
        ("amounts", 2, {"amount": ""}, "amounts.csv, row 2, column amount", "is empty"),
        (
            "amounts",
            4,
            {"amount": "6.00"},
            "observations.csv, row 2, column amount",
            "expected '6.00', not '5.00'",
        ),
        ("amounts", 2, {"phase": "spent"}, "amounts.csv, row 2, column phase", "expected one of planned"),
        ("funding", 4, {"measure": "2.10"}, "funding.csv, row 4, column total", "expected '', not '1'"),
        (
            "funding",
            2,
            {"measure": "9.9"},
            "funding.csv, row 2, column measure",
            "no such measure in measures.csv",
        ),
        ("funding", 3, {"said_in": "plan"}, "observations.csv, row 3", "nothing in the other tables asks"),
        ("funding", 2, {"last_day": ""}, "funding.csv, row 2", "a first and a last day, or neither"),
        ("funding", 2, {"first_day": "2024-01-01"}, "funding.csv, row 2", "a last day that is not before"),
        ("funding", 2, {"step": "0.00"}, "funding.csv, row 2", "at least one kopiyka"),
        ("goals", 3, {"parent": "2"}, "goals.csv, row 3", "goal 2 stands under goal 2"),
        ("goals", 2, {"level": "top"}, "goals.csv, row 2, column level", "expected one of strategic"),
        ("measures", 3, {"measure": "2.1.#3"}, "progress.csv, row 3, column measure", "no such measure"),
        ("measures", 2, {"code": "2.11"}, "document.csv, row 2", "nothing here is called 2.10"),
        ("measures", 2, {"title": ""}, "observations.csv, row 2, column title", "expected '', not"),
        ("measures", 3, {"position": "1"}, "measures.csv, row 3, column position", "expected '2', not '1'"),
        ("measures", 3, {"goal": "7"}, "measures.csv, row 3, column goal", "no such goal in goals.csv: 7"),
        ("document", 2, {"kind": "plan"}, "progress.csv, row 2", "nothing in the other tables asks"),
        (
            "document",
            2,
            {"title": "два  пробіли"},
            "document.csv, row 2, column title",
            "expected 'два пробіли'",
        ),
        ("terms", 5, {"words": "13-01..13-02"}, "terms.csv, row 5", "expected a month and a day of a year"),
        ("terms", 4, {"words": "11-25"}, "terms.csv, row 4, column words", "expected '', not '11-25'"),
        (
            "involvements",
            2,
            {"by_consent": "так"},
            "involvements.csv, row 2, column by_consent",
            "expected true",
        ),
        (
            "involvements",
            2,
            {"executor": "5"},
            "involvements.csv, row 2, column executor",
            "no such executor",
        ),
        ("progress", 3, {"measure": "2.10"}, "progress.csv, row 3, column measure", "the same as in row 2"),
        (
            "progress",
            2,
            {"stated_percent": "95%"},
            "progress.csv, row 2, column stated_percent",
            "expected a percent",
        ),
        ("observations", 2, {"amount": "6.00"}, "observations.csv, row 2, column amount", "expected '5.00'"),
        ("observations", 2, {"ref": "?"}, "observations.csv, row 2, column ref", "expected an address"),
    ],
)
def test_what_is_wrong_is_told_by_file_row_and_column(
    name: str, row: int, cells: dict[str, str], where: str, why: str
) -> None:
    told = problems(changed(name, row, **cells))
    assert [text for place, text in told if place == where and why in text], told


def test_a_row_that_is_gone_is_missed() -> None:
    files = data_package(REPORT)
    files["amounts.csv"] = b"\r\n".join(files["amounts.csv"].split(b"\r\n")[:-2]) + b"\r\n"
    assert ("observations.csv, row 3", "nothing in the other tables asks for this row") in problems(files)


def test_the_flat_view_may_be_missing() -> None:
    files = data_package(REPORT)
    del files["observations.csv"]
    assert read_data_package(files) == REPORT


def test_amounts_may_come_back_from_a_spreadsheet_without_their_zeros() -> None:
    assert read_data_package(changed("funding", 2, step="100")) == REPORT
    assert read_data_package(changed("amounts", 2, amount="10500.0")) == REPORT


@pytest.mark.parametrize(
    ("file", "data", "where", "why"),
    [
        ("goals.csv", b"\xff", "goals.csv", "byte 0 is not UTF-8"),
        ("goals.csv", b"", "goals.csv, row 1, column goal", "is missing"),
        ("goals.csv", b"goal,parent,code,level,titel\r\n", "goals.csv, row 1, column titel", "the nearest is 'title'"),
        ("goals.csv", b"goal,goal,parent,code,level,title\r\n", "goals.csv, row 1, column goal", "more than once"),
        ("goals.csv", b"goal,parent,code,level,title\r\n1,,,task\r\n", "goals.csv, row 2", "4 cells where the header has 5"),
        ("goals.csv", b'goal,parent,code,level,title\r\n1,,,task,"a', "goals.csv, row 2", "unexpected end of data"),
        ("document.csv", b"", "document.csv, row 1, column kind", "is missing"),
        ("datapackage.json", b"{", "$", "broken JSON"),
        ("datapackage.json", b"[]", "datapackage.json, $.localgender.format", "expected 'localgender-tables/1', not null"),
        ("datapackage.json", b'{"localgender": {"format": "localgender-tables/2"}}', "datapackage.json, $.localgender.format", "not 'localgender-tables/2'"),
        ("datapackage.json", b'{"a": 1, "a": 1}', "datapackage.json, $.a", "more than once"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named(file: str, data: bytes, where: str, why: str) -> None:
    told = problems({**data_package(REPORT), file: data})
    assert [text for place, text in told if place == where and why in text], told


@given(strategies.plans() | strategies.reports(), st.data())
def test_a_damaged_package_is_refused_or_read_for_what_it_says(
    value: Plan | Report, data: st.DataObject
) -> None:
    """Whatever is taken is written as it was read, so that nothing of it was lost."""
    files = data_package(value)
    name = data.draw(st.sampled_from([name for name in files if name != "datapackage.json"]))
    lines = list(csv.reader(io.StringIO(files[name].decode(), newline="")))
    at = data.draw(st.integers(0, len(lines) - 1))
    cell = data.draw(st.integers(0, len(lines[at]) - 1))
    lines[at][cell] = data.draw(
        st.sampled_from(
            ["", "0", "1", "-1", "2", "2.1", "plan", "report", "x", "2024-01-01", "true", "empty"]
        )
    )
    out = io.StringIO()
    csv.writer(out).writerows(lines if data.draw(st.booleans()) else [*lines, lines[at]])
    damaged = {**files, name: out.getvalue().encode()}
    try:
        again = data_package(read_data_package(damaged))
    except SerializationError as error:
        assert all(file.startswith(FILES) for file, _ in error.problems)
    else:
        assert [
            each.name for each in TABLES[:-1] if cells(again, each.name) != cells(damaged, each.name)
        ] == []


def cells(files: dict[str, bytes], name: str) -> Counter[tuple[Any, ...]]:
    """The rows of a table in any order, with amounts as numbers."""
    return Counter(
        tuple(Decimal(text) if key in {"amount", "step"} else text for key, text in sorted(row.items()))
        for row in table(files, name)
    )


def test_goals_without_end_are_refused_both_ways() -> None:
    goal = Goal("1")
    for _ in range(3000):
        goal = Goal("1", goals=(goal,))
    with pytest.raises(SerializationError, match=r"goals\.csv: nested too deeply"):
        data_package(Plan(goals=goal))
    rows = "".join(f"{number},{number - 1 or ''},1,task,\r\n" for number in range(1, 3001))
    files = {**data_package(Plan()), "goals.csv": b"goal,parent,code,level,title\r\n" + rows.encode()}
    assert problems(files) == [("goals.csv", "nested too deeply")]


def test_another_dialect_is_refused() -> None:
    files = data_package(REPORT)
    tree = described(files)
    tree["resources"][3]["dialect"] = {"delimiter": ";"}
    told = problems({**files, "datapackage.json": json.dumps(tree).encode()})
    assert told == [("datapackage.json, resource goals", "the dialect is not one this library writes")]


def test_missing_files_are_all_named() -> None:
    assert [name for name, _ in problems({})] == [name for name in FILES if name != "observations.csv"]


def test_a_text_that_no_reader_of_csv_takes_is_not_written() -> None:
    with pytest.raises(SerializationError, match=r"progress\.csv, row 3, column narrative: more than 131072"):
        data_package(evolve(REPORT, progress=[Progress("2.10"), Progress("2.1.#2", narrative="ї" * 131_073)]))


@pytest.mark.parametrize("wrong", [None, "plan", Measure("1"), [PLAN]])
def test_what_is_no_plan_or_report_is_not_written(wrong: Any) -> None:
    with pytest.raises(TypeError, match="expected a Plan, a Report or a Reading"):
        data_package(wrong)


@pytest.mark.parametrize("name", ["package", "package.zip", "Звіт.ZIP"])
def test_a_package_is_written_and_written_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert write_data_package(PLAN, path) == path
    assert read_data_package(path) == PLAN
    write_data_package(REPORT, str(path))
    assert read_data_package(str(path)) == REPORT
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "звіт.docx").write_bytes(b"x")
    with pytest.raises(FileExistsError, match="is there and is no data package"):
        write_data_package(PLAN, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["звіт.docx"]


def test_nothing_is_placed_when_the_value_cannot_be_written(tmp_path: Path) -> None:
    for name in ("package", "package.zip"):
        with pytest.raises(SerializationError):
            write_data_package(Plan("ї" * 131_073), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_equal_values_give_equal_archives() -> None:
    assert zipped(data_package(REPORT)) == zipped(data_package(evolve(REPORT)))


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in data_package(PLAN).items():
            archive.writestr(name, data)
        archive.writestr("../readme.txt", b"not looked at")
    assert read_data_package(out.getvalue()) == PLAN
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in data_package(PLAN).items():
            archive.writestr(name, data if name != "goals.csv" else b"0" * 40_000_000)
    with pytest.raises(UnreadableDocumentError, match="times its size"):
        read_data_package(bomb.getvalue())
    with pytest.raises(UnreadableDocumentError, match="unpacks to more than 1000"):
        read_data_package(out.getvalue(), limits=Limits(unpacked_bytes=1000))
    with pytest.raises(UnreadableDocumentError, match="larger than 10 bytes"):
        read_data_package(out.getvalue(), limits=Limits(file_bytes=10))
    write_data_package(PLAN, tmp_path / "package")
    with pytest.raises(UnreadableDocumentError, match="larger than 1000 bytes"):
        read_data_package(tmp_path / "package", limits=Limits(unpacked_bytes=1000))


def test_an_archive_that_holds_a_file_twice_is_refused() -> None:
    """Which of the two is meant nobody can tell."""
    out = io.BytesIO(zipped(data_package(PLAN)))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("Measures.csv", b"")
    with pytest.raises(UnreadableDocumentError, match=r"measures\.csv stands in it more than once"):
        read_data_package(out.getvalue())


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match="the archive is corrupt"):
        read_data_package(b"PK")
    with pytest.raises(FileNotFoundError):
        read_data_package(tmp_path / "nothing")


def test_every_foreign_key_leads_to_a_column_that_is_there() -> None:
    for each in TABLES:
        assert set(each.key) <= set(each.names)
        for column in each.columns:
            where, _, name = (column.to or f"{each.name}.{column.name}").partition(".")
            assert name in BY_NAME[where].names


def test_a_value_of_thousands_is_told_in_hryvnias() -> None:
    plan = Plan(goals=[Measure("1", funding=FundingPeriod(planned=thousand_uah("10.5")))])
    assert table(data_package(plan), "amounts")[0]["amount"] == "10500.00"
