"""Drafts from a few lines of text, so that a case reads as the draft itself.

A plain line is a paragraph, blank lines are nothing. Neighbouring lines with tabs are the rows of one table;
in it ``<`` continues the cell on its left, ``^`` the cell above (merged cells).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.document.model import Block, Cell, Document, Paragraph, Table
from gxdesk.document.place import LineOrigin, Place
from gxdesk.report.model import Report
from gxdesk.report.recognise import recognise
from gxdesk.standards.load import load


def document(text: str) -> Document:
    """Build a document from the small format above."""
    blocks: list[Block] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if "\t" in line:
            rows.append((number, [cell.strip() for cell in line.split("\t")]))
            continue
        if rows:
            blocks.append(_table(rows))
            rows = []
        stripped = line.strip()
        if stripped:
            blocks.append(Paragraph(stripped, LineOrigin(number, line.index(stripped) + 1)))
    return Document(tuple(blocks), "txt", "utf-8")


def _table(rows: list[tuple[int, list[str]]]) -> Table:
    width = max(len(cells) for _, cells in rows)
    spans: dict[tuple[int, int], list[int]] = {}
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for r, (_, cells) in enumerate(rows):
        for c in range(width):
            mark = cells[c] if c < len(cells) else ""
            anchor = anchors[r, c - 1] if mark == "<" else anchors[r - 1, c] if mark == "^" else (r, c)
            anchors[r, c] = anchor
            span = spans.setdefault(anchor, [1, 1])
            span[:] = [max(span[0], r - anchor[0] + 1), max(span[1], c - anchor[1] + 1)]
    cells_ = tuple(
        Cell(_text(rows[r][1], c), r, c, LineOrigin(rows[r][0]), *span) for (r, c), span in spans.items()
    )
    return Table(len(rows), width, cells_, LineOrigin(rows[0][0]))


def _text(cells: list[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


@pytest.fixture
def report_of():
    """``report_of(text, **options)``: recognise a draft; options are those of ``recognise``."""

    def build(text: str, **options: str) -> Report:
        return recognise(document(text), **options)

    return build


@pytest.fixture
def statutory():
    """``statutory("2021", "applications", {"new.natural": 3}, drop=("total",))``: an official table as text.

    Cells not given hold ``0``.
    """

    def draw(standard: str, table: str, cells: dict[str, object], drop: tuple[str, ...] = ()) -> str:
        form = load(standard).table(table)
        unknown = set(cells) - set(form.cell_ids())
        assert not unknown, f"no such cells: {unknown}"
        if form.layout == "wide":
            columns = [(row, column) for row in form.rows() for column in form.parts[0].columns]
            lines = [
                [row.label for row, _ in columns],
                [column.label for _, column in columns],
                [str(cells.get(f"{row.id}.{column.id}", 0)) for row, column in columns],
            ]
            lines[0] = [label if n % 5 == 0 else "<" for n, label in enumerate(lines[0])]
            return "\n".join("\t".join(line) for line in lines)
        lines = []
        for part in form.parts:
            lines.append(["信息内容", *(column.label for column in part.columns)])
            for row in part.rows:
                if row.id not in drop:
                    figures = (str(cells.get(f"{row.id}.{column.id}", 0)) for column in part.columns)
                    lines.append([row.label, *figures])
        return "\n".join("\t".join(line) for line in lines)

    return draw


PROSE = {
    "overview": """（一）主动公开。2024年通过门户网站公开各类信息，及时更新重点领域栏目，方便群众查询。
（二）依申请公开。规范登记、审核、办理、答复各环节，全年依法办理政府信息公开申请。
（三）政府信息管理。严格落实发布审核制度，定期清理规范性文件。
（四）政府信息公开平台建设。优化门户网站专栏，加强政务新媒体管理。
（五）监督保障。开展业务培训，接受社会监督。""",
    "problems": """存在的主要问题：一是政策解读形式不够丰富；二是基层人员业务能力有待提高。
改进情况：一是增加图解和视频解读；二是组织两期业务培训。""",
    "other": "本年度没有收取信息处理费。除此之外没有其他需要报告的事项。",
}


@pytest.fixture
def draft(statutory):
    """``draft(cells={"applications": {...}}, drop_sections=("other",))``: a complete, correct report as text.

    ``standard`` and ``year`` choose the format; ``cells`` fill the tables (0 elsewhere); ``drop`` leaves out
    rows of table three, ``drop_tables`` and ``drop_sections`` whole ones; ``prose`` replaces sections' text.
    """

    def write(
        standard: str = "2021",
        year: int = 2024,
        authority: str = "云州市教育局",
        cells: dict[str, dict[str, object]] | None = None,
        drop: tuple[str, ...] = (),
        drop_tables: tuple[str, ...] = (),
        drop_sections: tuple[str, ...] = (),
        prose: dict[str, str] | None = None,
    ) -> str:
        texts = {**PROSE, **(prose or {})}
        lines = [f"{authority}{year}年政府信息公开工作年度报告"]
        for section in load(standard).sections:
            if section.id in drop_sections:
                continue
            lines += [section.title, texts.get(section.id, "").replace("2024", str(year))]
            for table in load(standard).tables:
                if table.section == section.id and table.id not in drop_tables:
                    gone = drop if table.id == "applications" else ()
                    lines += ["", statutory(standard, table.id, (cells or {}).get(table.id, {}), gone), ""]
        return "\n".join(lines)

    return write


class Outcome:
    """What one rule says of one draft, in the words the cases use."""

    def __init__(self, rule: Rule, report: Report, results: list[Hit | Unchecked]) -> None:
        self.report = report
        self.results = results
        self.hits = [result for result in results if isinstance(result, Hit)]
        self.unchecked = [result for result in results if isinstance(result, Unchecked)]
        self.severities = [hit.severity or rule.severity for hit in self.hits]
        self.messages = [hit.message for hit in self.hits]
        self.words = [[self.words_at(place) for place in hit.places] for hit in self.hits]

    def words_at(self, place: Place) -> str:
        """Return the characters of the draft a place points at."""
        if place.block is None or place.block >= len(self.report.document.blocks):
            return ""
        block = self.report.document.blocks[place.block]
        if isinstance(block, Table):
            cell = None if place.row is None else block.grid()[place.row][place.column or 0]
            return cell.text if cell else ""
        return block.text[place.start : place.end]

    @property
    def errors(self) -> list[Hit]:
        return [h for h, s in zip(self.hits, self.severities, strict=True) if s is Severity.ERROR]

    @property
    def warnings(self) -> list[Hit]:
        return [h for h, s in zip(self.hits, self.severities, strict=True) if s is Severity.WARNING]


HERE = Path(__file__).parent
LAST = HERE / "test_tried_enough.py"
_left_out: list[str] = []


def pytest_deselected(items):
    """Remember that a part of the session was left out (``-k``, ``-m``, ``--last-failed``...)."""
    _left_out.extend(item.nodeid for item in items if HERE in item.path.parents)


def pytest_collection_modifyitems(items):
    """Put the test last that judges what the others tried."""
    items.sort(key=lambda item: item.path == LAST)


@pytest.fixture
def whole_folder(request):
    """Skips a test unless every test of this folder runs in this session."""
    chosen = {item.path for item in request.session.items}
    named = any("::" in argument for argument in request.config.args)
    if named or _left_out or not chosen.issuperset(HERE.rglob("test_*.py")):
        pytest.skip("not all tests of tests/checks are run")


class Tried:
    """The drafts each rule was tried on in this session, by what it said of them."""

    def __init__(self) -> None:
        self.caught: dict[str, set[str]] = defaultdict(set)
        self.passed: dict[str, set[str]] = defaultdict(set)

    def run(self, rule: Rule, report: Report) -> list[Hit | Unchecked]:
        """Run a rule if it applies to such a draft; a draft it cannot check is neither caught nor passed."""
        if not rule.applies_to(report):
            return []
        results = list(rule.check(report))
        if any(isinstance(result, Hit) for result in results):
            self.caught[rule.id].add(_draft(report))
        elif not results:
            self.passed[rule.id].add(_draft(report))
        return results


def _draft(report: Report) -> str:
    """Return a name of a draft that only drafts of the same words and notices share."""
    then = _draft(report.previous) if report.previous else ""
    words = repr((report.document, report.standard.id, report.identity, then))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.fixture(scope="session")
def tried():
    return Tried()


@pytest.fixture
def try_rule(tried):
    """``try_rule("family.rule", report)``: run only that rule, if it applies to such a report."""

    def run(rule_id: str, report: Report) -> Outcome:
        rule: Rule = import_module(f"gxdesk.checks.{rule_id}").RULE
        assert rule.id == rule_id
        return Outcome(rule, report, tried.run(rule, report))

    return run


@pytest.fixture
def run_rule(report_of, try_rule):
    """``run_rule("family.rule", text, **options)``: run only that rule; ``previous`` is last year's text."""

    def run(rule_id: str, text: str, previous: str | None = None, **options: str) -> Outcome:
        report = report_of(text, **options)
        then = report_of(previous) if previous is not None else None
        return try_rule(rule_id, replace(report, previous=then))

    return run
