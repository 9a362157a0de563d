"""Our own sample drafts: they are built by code, good ones balance, faulty ones are wrong as declared."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
sys.path.insert(0, str(ROOT / "packaging"))
samples = importlib.import_module("samples")
DECLARED = tomllib.loads((SAMPLES / "faults.toml").read_text(encoding="utf-8"))["samples"]
FAULTS: dict[str, list[dict[str, str]]] = {entry["file"]: entry["faults"] for entry in DECLARED}
APPLICANTS = ("natural", "business", "research", "nonprofit", "legal", "other")

each = pytest.mark.parametrize("sample", samples.SAMPLES, ids=lambda sample: sample.name)
each_file = pytest.mark.parametrize("name", FAULTS)


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
    return {key: int(text) for key, text in cells.items() if not key.startswith("disclosure/")}


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
    least = 800 if sample.short else 4000

    assert len(re.findall("[一-鿿]", sample.draft().prose)) >= least


@each
def test_no_paragraph_of_a_good_draft_is_repeated(sample: Any) -> None:
    texts = [block.text for block in sample.good().blocks if len(block.text) > 12]

    assert len(texts) == len(set(texts))


@each
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


@each
def test_table_four_balances_before_it_is_spoilt(sample: Any) -> None:
    for row, cells in rows(figures(sample), "review_litigation").items():
        assert cells["total"] == sum(value for name, value in cells.items() if name != "total"), row


@each
def test_prose_repeats_the_tables(sample: Any) -> None:
    prose = sample.good().prose
    if sample.short:
        assert "未收到政府信息公开申请" in prose and set(figures(sample).values()) == {0}
        return
    table = {row: cells["total"] for row, cells in rows(figures(sample), "applications").items()}
    court = {row: cells["total"] for row, cells in rows(figures(sample), "review_litigation").items()}

    def sums(prefix: str) -> int:
        return sum(value for row, value in table.items() if row.startswith(prefix))

    claims = {
        r"新收政府信息公开申请(\d+)件": table["new"],
        r"上年结转(\d+)件": table["carried_in"],
        r"办结(\d+)件": table["total"],
        r"结转下年度继续办理(\d+)件": table["carried_out"],
        r"予以公开(\d+)件": table["granted"],
        r"部分公开(\d+)件": table["partial"],
        r"不予公开(\d+)件": sums("denied_"),
        r"无法提供(\d+)件": sums("unable_"),
        r"不予处理(\d+)件": sums("refused_"),
        r"其他处理(\d+)件": sums("other"),
        r"被申请行政复议(\d+)件": court["review"],
        r"被提起行政诉讼(\d+)件": court["suit"] + court["suit_after_review"],
    }
    for pattern, value in claims.items():
        assert [int(found) for found in re.findall(pattern, prose)] == [value], pattern


@each
def test_enumerations_add_up_before_they_are_spoilt(sample: Any) -> None:
    listed = re.findall(r"(\d+)([条篇])，其中([^。；]*?)(?=。|；|，主要)", sample.good().prose)

    for total, unit, parts in listed:
        assert int(total) == sum(int(part) for part in re.findall(rf"(\d+){unit}", parts)), parts
    assert len(listed) == (1 if sample.short else 2)


@each
def test_signed_after_the_year_and_before_the_deadline(sample: Any) -> None:
    draft = sample.good()
    year = int(re.search(r"(20\d\d)年", draft.blocks[0].text)[1])  # type: ignore[index]
    signed = re.fullmatch(r"(\d{4})年(\d+)月(\d+)日", draft.blocks[-1].text)

    assert signed is not None
    latest = (year + 1, 3, 31) if "人民政府" in draft.blocks[0].text else (year + 1, 1, 31)
    assert (year + 1, 1, 1) <= tuple(map(int, signed.groups())) <= latest


def test_text_drafts_are_gb18030_with_windows_line_ends() -> None:
    for path in SAMPLES.glob("*.txt"):
        text = path.read_bytes().decode("gb18030")
        assert text.count("\r\n") == text.count("\n") > 200, path.name
        assert "（二）部分公开（区分处理的，\r\n\r\n只计这一情形，不计其他情形）" in text, path.name


def test_workbook_totals_are_formulas_with_results() -> None:
    path = next(path for path in SAMPLES.glob("*.xlsx") if not FAULTS[path.name])
    written, results = load_workbook(path), load_workbook(path, data_only=True)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in written
        for line in sheet
        for cell in line
        if cell.data_type == "f"
    ]

    assert len(formulas) == 25 + 6 + 3
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


def engine_is_there() -> bool:
    """Whether every rule of the catalogue and the job that runs them exist."""
    try:
        importlib.import_module("gxdesk.checks.catalogue").rules()
        importlib.import_module("gxdesk.jobs.check")
    except ImportError:
        return False
    return True


engine = pytest.mark.skipif(not engine_is_there(), reason="the engine is not there yet")


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


@engine
@each_file
def test_engine_finds_exactly_the_declared_faults(name: str) -> None:
    import gxdesk

    result = gxdesk.check(SAMPLES / name)
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
