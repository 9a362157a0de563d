"""The same draft gives the same cells and the same balance findings in whatever format it comes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gxdesk.checks.runner import run
from gxdesk.readers import read_bytes
from gxdesk.report.recognise import recognise

sys.path.insert(0, str(Path(__file__).parent))
import layouts

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("*2024*.docx"))
needs_office = pytest.mark.skipif(layouts.SOFFICE is None, reason="LibreOffice is not installed")


def answer(data: bytes, name: str):
    """Return the recognised cells and the balance findings of a draft, without their places."""
    report = recognise(read_bytes(data, name))
    cells = {f"{t.id}/{key}": cell.text for t in report.tables for key, cell in t.cells.items()}
    findings = [(f.rule, f.message) for f in run(report).findings if f.rule.startswith("balance.")]
    return cells, sorted(findings)


def other_layouts(document, data: bytes, folder: Path):
    yield "draft.xlsx", layouts.as_xlsx(document)
    yield "sheets.xlsx", layouts.as_xlsx(document, sheet_per_table=True)
    yield "flattened.txt", layouts.as_flattened_text(document)
    yield "tabs.txt", layouts.as_tabbed_text(document)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_docx_xlsx_and_text_agree(sample: Path, tmp_path: Path):
    data = sample.read_bytes()
    cells, findings = answer(data, sample.name)
    assert len(cells) >= 180
    for name, other in other_layouts(read_bytes(data, sample.name), data, tmp_path):
        assert answer(other, name) == (cells, findings), name


@needs_office
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_what_libreoffice_makes_of_it_agrees(sample: Path, tmp_path: Path):
    data = sample.read_bytes()
    cells, findings = answer(data, sample.name)
    again = layouts.through_libreoffice(data, ".docx", "docx:MS Word 2007 XML", tmp_path)
    assert answer(again, "again.docx") == (cells, findings)
    odt = layouts.through_libreoffice(data, ".docx", "odt", tmp_path)
    from_odt = layouts.through_libreoffice(odt, ".odt", "docx:MS Word 2007 XML", tmp_path)
    assert answer(from_odt, "odt.docx") == (cells, findings)


def test_the_samples_do_have_balance_findings():
    assert any(answer(sample.read_bytes(), sample.name)[1] for sample in SAMPLES)
