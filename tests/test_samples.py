"""Our own sample drafts: they are built by code, good ones are right, faulty ones are wrong as declared."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
import zipfile
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

import gxdesk

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
sys.path.insert(0, str(ROOT / "packaging"))
samples = importlib.import_module("samples")
DECLARED = tomllib.loads((SAMPLES / "faults.toml").read_text(encoding="utf-8"))["samples"]
FAULTS: dict[str, list[dict[str, str]]] = {entry["file"]: entry["faults"] for entry in DECLARED}
PREVIOUS: dict[str, str] = {entry["file"]: entry["previous"] for entry in DECLARED if "previous" in entry}
GOOD = [name for name, faults in FAULTS.items() if not faults]
LEVELS = ("government", "department")
APPLICANTS = ("natural", "business", "research", "nonprofit", "legal", "other")

each = pytest.mark.parametrize("sample", samples.SAMPLES, ids=lambda sample: sample.name)
each_file = pytest.mark.parametrize("name", FAULTS)
with_tables = pytest.mark.parametrize(
    "sample",
    [sample for sample in samples.SAMPLES if sample.data["standard"] != "2008"],
    ids=lambda sample: sample.name,
)


def content(path: Path) -> Any:
    """What a reader of the file sees, without the packaging of the format."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return list(ElementTree.fromstring(package.read("word/document.xml")).itertext())
    if path.suffix == ".xlsx":
        books = [load_workbook(path, data_only=results) for results in (False, True)]
        return [[list(sheet.values) for sheet in book] for book in books]
    return path.read_bytes()


def figures(sample: Any) -> dict[str, int]:
    """The whole numbers of the good draft's tables three and four."""
    cells = sample.good().cells
    counted = ("applications/", "review_litigation/")
    return {key: int(text) for key, text in cells.items() if key.startswith(counted)}


def rows(cells: dict[str, int], table: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for key, value in cells.items():
        if key.startswith(f"{table}/"):
            row, column = key.split("/")[1].split(".")
            found.setdefault(row, {})[column] = value
    return found


def test_files_are_what_the_script_builds(tmp_path: Path) -> None:
    built = samples.build(tmp_path)

    assert sorted(path.name for path in built) == sorted(path.name for path in SAMPLES.iterdir())
    for path in built:
        assert content(path) == content(SAMPLES / path.name), path.name


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = samples.build(tmp_path / "1"), samples.build(tmp_path / "2")

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_every_format_has_a_good_and_a_faulty_draft() -> None:
    assert {Path(name).suffix for name, faults in FAULTS.items() if faults} == {".docx", ".xlsx", ".txt"}
    assert {Path(name).suffix for name, faults in FAULTS.items() if not faults} == {".docx", ".xlsx", ".txt"}
    assert any(" " in name for name in FAULTS)


@each
def test_prose_has_the_length_of_a_real_report(sample: Any) -> None:
    assert len(re.findall("[一-鿿]", sample.draft().prose)) >= 700


@each
def test_no_paragraph_of_a_good_draft_is_repeated(sample: Any) -> None:
    texts = [block.text for block in sample.good().blocks if len(block.text) > 12]

    assert len(texts) == len(set(texts))


def test_no_two_texts_are_one_with_other_figures() -> None:
    """Texts may quote the same regulation, yet not describe different bodies in the same sentences."""
    grams = {}
    for sample in samples.SAMPLES:
        told = "".join(block.text for block in sample.good().blocks if block.kind == "body")
        text = re.sub(r"《[^》]*》|[^一-鿿]", "", told)
        grams[sample.data.get("text", sample.id)] = {text[i : i + 12] for i in range(len(text) - 11)}

    for (one, first), (other, second) in combinations(grams.items(), 2):
        assert len(first & second) < 0.05 * min(len(first), len(second)), (one, other)


@with_tables
def test_table_three_balances_before_it_is_spoilt(sample: Any) -> None:
    table = rows(figures(sample), "applications")
    results = [row for row in table if row not in {"new", "carried_in", "total", "carried_out"}]

    for row, cells in table.items():
        assert cells["total"] == sum(cells[who] for who in APPLICANTS), row
    for column in (*APPLICANTS, "total"):
        assert table["total"][column] == sum(table[row][column] for row in results), column
        taken = table["new"][column] + table["carried_in"][column]
        assert taken == table["total"][column] + table["carried_out"][column], column
    assert min(figures(sample).values()) >= 0


@with_tables
def test_table_four_balances_before_it_is_spoilt(sample: Any) -> None:
    for row, cells in rows(figures(sample), "review_litigation").items():
        assert cells["total"] == sum(value for name, value in cells.items() if name != "total"), row


@with_tables
def test_prose_repeats_the_tables(sample: Any) -> None:
    prose, cells = sample.good().prose, figures(sample)
    if not any(cells.values()):
        assert re.search("(?:未|没有)收到政府信息公开申请", prose)
        return
    table = {row: column["total"] for row, column in rows(cells, "applications").items()}
    court = {row: column["total"] for row, column in rows(cells, "review_litigation").items()}

    def sums(prefix: str) -> int:
        return sum(value for row, value in table.items() if row.startswith(prefix))

    claims = {
        r"(?:新收|收到|受理)政府信息公开申请(\d+)件": table["new"],
        r"上年结转的?(\d+)件": table["carried_in"],
        r"办结(\d+)件": table["total"],
        r"结转下年度(?:继续办理)?(\d+)件": table["carried_out"],
        r"予以公开(\d+)件": table["granted"],
        r"部分公开(\d+)件": table["partial"],
        r"不予公开(\d+)件": sums("denied_"),
        r"无法提供(\d+)件": sums("unable_"),
        r"不予处理(\d+)件": sums("refused_"),
        r"(?<!作)其他处理(\d+)件": sums("other"),
        r"被申请行政复议(\d+)件": court["review"],
        r"被提起行政诉讼(\d+)件": court["suit"] + court["suit_after_review"],
    }
    found = {pattern: {int(number) for number in re.findall(pattern, prose)} for pattern in claims}
    assert [p for p, numbers in found.items() if not numbers <= {claims[p]}] == []
    assert sum(map(bool, found.values())) >= (6 if table["new"] > 10 else 1)


def test_enumerations_add_up_before_they_are_spoilt() -> None:
    listed = [
        (total, re.findall(rf"(\d+){unit}", parts))
        for sample in samples.SAMPLES
        for total, unit, parts in re.findall(
            r"(?<![增加减少\d])(\d+)([条篇])，其中([^。；]*?)(?=。|；|，主要)", sample.good().prose
        )
    ]

    for total, parts in listed:
        named = sum(map(int, parts))
        assert int(total) == named or (len(parts) == 1 and named < int(total)), parts
    assert len(listed) >= len(FAULTS)


@each
def test_signed_after_the_year_and_before_the_deadline(sample: Any) -> None:
    draft = sample.good()
    year = int(re.search(r"(20\d\d)年", draft.blocks[0].text)[1])  # type: ignore[index]
    signed = re.fullmatch(r"(\d{4})年(\d+)月(\d+)日", draft.blocks[-1].text)

    assert signed is not None
    late = "人民政府" in draft.blocks[0].text or year <= 2018
    latest = (year + 1, 3, 31) if late else (year + 1, 1, 31)
    assert (year + 1, 1, 1) <= tuple(map(int, signed.groups())) <= latest


def test_text_drafts_are_laid_out_in_several_ways() -> None:
    drafts = {path.name: path.read_bytes() for path in SAMPLES.glob("*.txt")}
    texts = {name: data.decode(checked(name).report.document.encoding) for name, data in drafts.items()}

    assert all(text.count("\r\n") == text.count("\n") > 20 for text in texts.values())
    for line in (
        "（二）部分公开（区分处理的，\r\n\r\n只计这一情形，不计其他情形）\r\n\r\n3\r\n",
        "\t（一）予以公开\t7\t0\t0\t0\t1\t0\t8\r\n",
        " （一）予以公开 22 6 0 0 3 0 31\r\n",
    ):
        assert sum(line in text for text in texts.values()) == 1, line


@pytest.mark.parametrize("name", [name for name in GOOD if name.endswith(".xlsx")])
def test_workbook_totals_are_formulas_with_results(name: str) -> None:
    written, results = load_workbook(SAMPLES / name), load_workbook(SAMPLES / name, data_only=True)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in written
        for line in sheet
        for cell in line
        if cell.data_type == "f"
    ]

    rows_of_applications = {"2019": 23, "2021": 25}[checked(name).report.standard.id]
    assert len(formulas) == rows_of_applications + 6 + 3
    assert all(isinstance(results[title][spot].value, int) for title, spot in formulas)


def test_word_numbers_the_headings_of_one_draft_itself() -> None:
    typed = {
        path.name: "一、总体情况" in "".join(content(path))
        for path in SAMPLES.glob("*.docx")
        if "总体情况" in "".join(content(path))
    }

    assert set(typed.values()) == {True, False}


@each_file
def test_declared_faults_name_known_rules(name: str) -> None:
    from gxdesk.checks.catalogue import RULE_IDS

    assert {fault["rule"] for fault in FAULTS[name]} <= set(RULE_IDS)


# ------------------------------------------------------------------ the engine on the samples


@cache
def checked(name: str, previous: str = "") -> Any:
    """What the program says of a sample, beside last year's if it is named."""
    return gxdesk.check(SAMPLES / name, previous=SAMPLES / previous if previous else None)


def remarks(result: Any) -> list[tuple[str, str]]:
    """All that is found, but that a report of 2014 to 2018 may have the statistics annexed."""
    found = result.checklist.findings
    return [(f.rule, f.message) for f in found if (f.rule, str(f.severity)) != ("table.statistics", "info")]


@pytest.mark.parametrize("name", GOOD)
def test_a_good_draft_is_recognised_and_right(name: str) -> None:
    body, year = re.match(r"(\S+) ?(20\d\d)年报告", name).groups()  # type: ignore[union-attr]
    result = checked(name)
    identity = result.report.identity

    assert (identity.authority, identity.year) == (body, int(year))
    assert identity.level == ("government" if body.endswith("人民政府") else "department")
    assert result.report.standard.since <= int(year) <= (result.report.standard.until or 9999)
    assert remarks(result) == []


@pytest.mark.parametrize(("name", "previous"), PREVIOUS.items())
def test_a_good_draft_follows_from_the_year_before(name: str, previous: str) -> None:
    result, before = checked(name, previous), checked(previous)

    assert remarks(result) == []
    identity, then = result.report.identity, before.report.identity
    assert (identity.authority, identity.year) == (then.authority, then.year + 1)
    ours, theirs = (report.table("applications") for report in (result.report, before.report))
    assert ours.value("carried_in.total") == theirs.value("carried_out.total") > 0


def test_the_good_drafts_are_of_every_kind() -> None:
    good = {name: checked(name).report for name in GOOD}
    kinds = {(report.standard.id, report.identity.level) for report in good.values()}
    pairs = {(good[then].standard.id, good[now].standard.id) for now, then in PREVIOUS.items()}
    prose = {name: "".join(text.text for text in report.folded.values()) for name, report in good.items()}

    assert len(good) >= 12
    assert kinds == {(form, level) for form in ("2008", "2019", "2021") for level in LEVELS}
    assert {Path(name).suffix for name in good} == {".docx", ".xlsx", ".txt"}
    assert {("2019", "2019"), ("2019", "2021"), ("2021", "2021")} <= pairs
    assert len(PREVIOUS) < len(good)
    assert {report.identity.year for report in good.values()} >= set(range(2018, 2026))
    assert {checked(name).report.document.encoding for name in good if name.endswith(".txt")} == {
        "gb18030",
        "utf-8",
    }
    assert sum(is_zero(report) for report in good.values()) >= 2
    assert any(is_large(report) and len(prose[name]) >= 6000 for name, report in good.items())
    assert min(map(len, prose.values())) < 1500


def is_zero(report: Any) -> bool:
    """Whether nothing was asked of the body in its year."""
    tables = [report.table(table) for table in ("applications", "review_litigation")]
    return all(table and not any(cell.value for cell in table.cells.values()) for table in tables)


def is_large(report: Any) -> bool:
    """Whether a government decides tens of thousands of cases a year."""
    table = report.table("disclosure")
    return table is not None and max(cell.value or 0 for cell in table.cells.values()) >= 10000


def reach(result: Any, finding: Any) -> str:
    """All words by which a clerk could tell where a finding is."""
    blocks = result.report.document.blocks
    standing = [place.block for place in finding.places if place.block is not None and place.gap is None]
    texts = [getattr(blocks[block], "text", "") for block in standing]
    labels = [place.label for place in finding.places]
    return "\n".join([finding.message, finding.item, *labels, *texts])


def found_at(result: Any, finding: Any, where: str) -> bool:
    """Whether a finding is about ``where``: a cell, the id of a table or section, or words."""
    standard = result.report.standard
    if "/" in where:
        table, cell = where.split("/")
        suspected = any(suspect.cell == where for suspect in finding.suspects)
        return suspected or standard.table(table).cell_name(cell) in reach(result, finding)
    names = {form.id: form.name for form in standard.tables}
    names |= {form.id: form.title for form in standard.sections if form.id not in names}
    return names.get(where, where) in reach(result, finding)


@pytest.mark.parametrize("name", [name for name in FAULTS if name not in GOOD])
def test_engine_finds_exactly_the_declared_faults(name: str) -> None:
    result = checked(name)
    grave = [f for f in result.checklist.findings if str(f.severity) != "info"]
    missed = [
        fault
        for fault in FAULTS[name]
        if not any(
            (f.rule, str(f.severity)) == (fault["rule"], fault["severity"])
            and found_at(result, f, fault["where"])
            for f in result.checklist.findings
        )
    ]
    undeclared = [
        (f.rule, str(f.severity), f.message)
        for f in grave
        if not any(f.rule == fault["rule"] and found_at(result, f, fault["where"]) for fault in FAULTS[name])
    ]

    assert (missed, undeclared) == ([], [])
