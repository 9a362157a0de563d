"""The same draft gives the same cells and the same balance findings in whatever format it comes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import books
import drafts
import layouts
import pytest

from gxdesk.checks.runner import run
from gxdesk.document.model import Document
from gxdesk.readers import read_bytes
from gxdesk.report.recognise import recognise
from gxdesk.standards.load import load

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("*2024*.docx"))
needs_office = pytest.mark.skipif(layouts.SOFFICE is None, reason="LibreOffice is not installed")
# A figure that was never filled in leaves no trace between spaces: this layout cannot tell its row's places.
LOSES_BLANKS = {
    "spaces.txt",
    "cells.txt",
    "broken.txt",
    "figures.txt",
    "single.txt",
    "aligned.txt",
    "ended.txt",
}

Answer = tuple[dict[str, str], list[tuple[str, str]]]


def answer(data: bytes, name: str) -> Answer:
    """Return the recognised cells and the balance findings of a draft, without their places."""
    return answer_of(read_bytes(data, name))


def answer_of(document: Document) -> Answer:
    """Return the same of a draft that has been read."""
    report = recognise(document)
    cells = {f"{t.id}/{key}": cell.text for t in report.tables for key, cell in t.cells.items()}
    findings = [(f.rule, f.message) for f in run(report).findings if f.rule.startswith("balance.")]
    return cells, sorted(findings)


@cache
def sample(path: Path) -> tuple[Document, Answer]:
    data = path.read_bytes()
    return read_bytes(data, path.name), answer(data, path.name)


def narrow(found: Answer) -> Answer:
    """Full-width digits are another way to write the same figures."""
    cells, findings = found
    digits = str.maketrans("０１２３４５６７８９", "0123456789")
    return {key: text.translate(digits) for key, text in cells.items()}, findings


@pytest.mark.parametrize("layout", layouts.BUILDERS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_layout_gives_the_same_answer(path: Path, layout: str):
    document, expected = sample(path)
    if layout in LOSES_BLANKS and any(text == "" for text in expected[0].values()):
        expected = ({key: text for key, text in expected[0].items() if text}, expected[1])
    found = narrow(answer(layouts.BUILDERS[layout](document), layout))
    assert found[0] == expected[0]
    assert found[1] == expected[1]


@cache
def made(name: str) -> tuple[Document, dict[str, str]]:
    document = drafts.filled(*drafts.ALL[name])
    return document, answer_of(document)[0]


@pytest.mark.parametrize("layout", layouts.BUILDERS)
@pytest.mark.parametrize("name", drafts.ALL)
def test_every_format_of_report_gives_the_same_cells(name: str, layout: str):
    if layout in LOSES_BLANKS and name.endswith("unfilled"):
        pytest.skip("this layout cannot tell which cell of a row is blank")
    document, expected = made(name)
    forms = load(name.split("-")[0]).tables
    assert len(expected) == sum(len(form.cell_ids()) for form in forms)
    assert narrow(answer(layouts.BUILDERS[layout](document), layout))[0] == expected


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """What LibreOffice saves of all samples, by layout."""
    folder = tmp_path_factory.mktemp("office")
    sources: dict[str, list[Path]] = {"docx": [], "xlsx": []}
    for number, path in enumerate(SAMPLES):
        sources["docx"].append(folder / f"draft{number}.docx")
        sources["docx"][-1].write_bytes(path.read_bytes())
        sources["xlsx"].append(folder / f"draft{number}.xlsx")
        sources["xlsx"][-1].write_bytes(books.one_sheet(sample(path)[0]))
    found = {
        layout: layouts.convert(sources[source], target, folder)
        for layout, (source, target) in layouts.OFFICE.items()
    }
    odt = layouts.convert(sources["docx"], "odt", folder)
    found["odt-made.docx"] = layouts.convert(odt, "docx:MS Word 2007 XML", folder)
    return found


@needs_office
@pytest.mark.parametrize("layout", [*layouts.OFFICE, "odt-made.docx"])
@pytest.mark.parametrize("number", range(len(SAMPLES)), ids=[path.stem for path in SAMPLES])
def test_what_libreoffice_saves_gives_the_same_answer(saved: dict[str, list[Path]], number: int, layout: str):
    _, expected = sample(SAMPLES[number])
    found = answer(saved[layout][number].read_bytes(), layout)
    assert found[0] == expected[0]
    assert found[1] == expected[1]


def test_the_samples_have_cells_and_balance_findings():
    answers = [sample(path)[1] for path in SAMPLES]
    assert all(len(cells) >= 180 for cells, _ in answers)
    assert any(findings for _, findings in answers)
