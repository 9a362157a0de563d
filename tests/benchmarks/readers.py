"""Measures our readers against the least the same work can cost and against what else there is.

    python tests/benchmarks/readers.py [--repeat 20] [--json]

Everything is read in one warm process, in turn, and compared within the same round: the figures are medians
of the ratios of neighbours, so that a busy machine disturbs them little.

docx   against unzipping the file and walking its text with lxml (the least), python-docx with ``row.cells``,
       and docx2python and markitdown where installed; a bundled draft, and the same saved by LibreOffice,
       whose XML is several times as long (where LibreOffice is installed)
xlsx   against python-calamine (Rust), which tells no number formats, hidden rows, comments or places
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "formats"), str(ROOT / "tests" / "readers")]
SAMPLES = ROOT / "resources" / "samples"
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
Reader = Callable[[bytes], object]


def ours(data: bytes) -> object:
    from gxdesk.readers import read_bytes

    return read_bytes(data, "draft")


def zip_and_lxml(data: bytes) -> str:
    """The least anyone can do with a Word file: unzip it, parse every WordprocessingML text."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    return "".join(node.text or "" for node in tree.iter(TEXT))


def python_docx(data: bytes) -> list[str]:
    import docx

    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    return texts + [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def docx2python(data: bytes) -> object:
    from docx2python import docx2python as convert

    with convert(io.BytesIO(data)) as found:
        return found.body


def markitdown(data: bytes) -> str:
    from markitdown import MarkItDown

    return MarkItDown().convert_stream(io.BytesIO(data), file_extension=".docx").text_content


def calamine(data: bytes) -> list[object]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


WORD = {
    "zip+lxml": zip_and_lxml,
    "python-docx": python_docx,
    **({"docx2python": docx2python} if installed("docx2python") else {}),
    **({"markitdown": markitdown} if installed("markitdown") else {}),
}
SHEET = {"calamine": calamine} if installed("python_calamine") else {}


def seconds(read: Reader, data: bytes) -> float:
    began = time.perf_counter()
    read(data)
    return time.perf_counter() - began


def compare(data: bytes, others: dict[str, Reader], repeat: int) -> dict[str, float]:
    """Return our milliseconds, and for each other reader its milliseconds and how often ours takes it."""
    for read in (ours, *others.values()):
        read(data)
    rounds = []
    for number in range(repeat):
        order = [("ours", ours), *others.items()]
        if number % 2:
            order.reverse()
        rounds.append({name: seconds(read, data) for name, read in order})
    figures = {"ours_ms": median(one["ours"] for one in rounds) * 1000}
    for name in others:
        figures[f"{name}_ms"] = median(one[name] for one in rounds) * 1000
        figures[f"times {name}"] = median(one["ours"] / one[name] for one in rounds)
    return {name: round(figure, 2) for name, figure in figures.items()}


def drafts() -> dict[str, tuple[bytes, dict[str, Reader]]]:
    """The files to read, with the readers to compare on them."""
    import layouts

    def largest(suffix: str) -> Path:
        return max(SAMPLES.glob(f"*{suffix}"), key=lambda path: path.stat().st_size)

    word = largest(".docx")
    found: dict[str, tuple[bytes, dict[str, Reader]]] = {"docx": (word.read_bytes(), WORD)}
    if layouts.SOFFICE is not None:
        with tempfile.TemporaryDirectory() as folder:
            verbose = layouts.through_libreoffice(
                word.read_bytes(), ".docx", "docx:MS Word 2007 XML", Path(folder)
            )
        found["docx, verbose"] = (verbose, WORD)
    found["xlsx"] = (largest(".xlsx").read_bytes(), SHEET)
    return found


def measure(repeat: int) -> dict[str, dict[str, float]]:
    return {name: compare(data, others, repeat) for name, (data, others) in drafts().items()}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=20, help="rounds (default 20)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    measured = measure(options.repeat)
    if options.json:
        print(json.dumps(measured, ensure_ascii=False, indent=2))
        return 0
    for name, figures in measured.items():
        print(f"{name:14}", ", ".join(f"{key} {figure}" for key, figure in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
