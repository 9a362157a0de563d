"""The place of every recognised figure leads to the very cell in the file, by other programs' count."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import books
import layouts
import pages
import pytest
import texts
import words
from office_files import W_NS

from gxdesk.document.model import Document
from gxdesk.readers import read_bytes
from gxdesk.report.recognise import recognise

SAMPLE = next((Path(__file__).parents[2] / "resources" / "samples").glob("*教育局2024*有错*.docx"))
ENCODINGS = {
    **dict.fromkeys(("cells.txt", "pasted.txt", "commas.txt", "semicolons.txt", "double.txt"), "gb18030"),
    "bars.txt": "utf-16-le",
    "wide-bars.txt": "utf-16-be",
}


@pytest.fixture(scope="module")
def document() -> Document:
    return read_bytes(SAMPLE.read_bytes(), SAMPLE.name)


def figures(data: bytes, name: str) -> list[tuple[str, dict[str, Any]]]:
    """Every recognised figure with the place the result gives for it."""
    tables = recognise(read_bytes(data, name)).tables
    found = [(cell.text, cell.place.to_json()) for table in tables for cell in table.cells.values()]
    assert len(found) >= 180
    return [(text, place) for text, place in found if text]


@pytest.mark.parametrize("layout", ["spans.docx", "old-merges.docx", "cut-header.docx", "cut-bare.docx"])
def test_word_tables_rows_and_grid_columns_as_they_stand_in_the_body(document: Document, layout: str):
    from lxml import etree

    data = words.ALL[layout](document)
    w = f"{{{W_NS}}}"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(w + "body")
    tables = body.findall(w + "tbl")
    for text, place in figures(data, layout):
        column, found = 0, {}
        for cell in tables[place["table"]].findall(w + "tr")[place["row"]].findall(w + "tc"):
            found[column] = "".join(node.text or "" for node in cell.iter(w + "t"))
            span = cell.find(f"{w}tcPr/{w}gridSpan")
            column += 1 if span is None else int(span.get(w + "val"))
        assert found[place["column"]] == text


@pytest.mark.parametrize("layout", books.ALL)
def test_workbook_cells_as_openpyxl_names_them(document: Document, layout: str):
    import openpyxl

    data = books.ALL[layout](document)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for text, place in figures(data, layout):
        assert str(book[place["sheet"]][place["cell"]].value) == text


@pytest.mark.parametrize("layout", [name for name in texts.ALL if name != "broken.txt"])
def test_text_lines_and_columns_as_an_editor_shows_them(document: Document, layout: str):
    data = texts.ALL[layout](document)
    lines = (
        data.replace(b"\x00", b"").decode()
        if layout == "spaces.txt"
        else data.decode(ENCODINGS.get(layout, "utf-8-sig"))
    )
    lines = lines.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for text, place in figures(data, layout):
        assert lines[place["line"] - 1][place["column"] - 1 :].startswith(text)


@pytest.mark.parametrize("build", [pages.as_page, pages.as_exported])
def test_pages_as_a_browser_counts_tables_and_an_editor_lines(document: Document, build):
    data = build(document)
    lines = data.decode("utf-8" if build is pages.as_page else "gb18030").split("\n")
    for text, place in figures(data, "page.html"):
        assert f">{text}" in lines[place["line"] - 1]


@pytest.mark.skipif(layouts.SOFFICE is None, reason="LibreOffice is not installed")
def test_old_workbooks_name_the_cells_of_the_new_one(document: Document, tmp_path: Path):
    new = books.one_sheet(document)
    old = layouts.through_libreoffice(new, ".xlsx", "xls", tmp_path)
    assert figures(old, "a.xls") == figures(new, "a.xlsx")
