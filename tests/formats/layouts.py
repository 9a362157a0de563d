"""The same draft laid out in every way clerks' drafts come, by our own builders and by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import books
import pages
import texts
import words

from gxdesk.document.model import Document

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
BUILDERS: dict[str, Callable[[Document], bytes]] = {
    **words.ALL,
    **books.ALL,
    **texts.ALL,
    "page.html": pages.as_page,
    "old-page.htm": lambda document: pages.as_page(document, "gb18030"),
    "exported.xls": pages.as_exported,
    "exported.doc": pages.as_exported,
    "sheet.xls": pages.as_sheet,
    "excel2003.xls": books.one_xml,
    "archive.mht": pages.as_archive,
}
# What LibreOffice saves, from what, under which name its result is read.
OFFICE = {
    "word97.doc": ("docx", "doc"),
    "rich.rtf": ("docx", "rtf"),
    "verbose.docx": ("docx", "docx:MS Word 2007 XML"),
    "excel97.xls": ("xlsx", "xls"),
    "page.html": ("docx", "html"),
    "sheet.html": ("xlsx", "html"),
}


def through_libreoffice(data: bytes, suffix: str, target: str, folder: Path) -> bytes:
    """Return the file LibreOffice makes of ``data``; ``target`` is a filter such as ``docx`` or ``odt``."""
    source = folder / f"draft{suffix}"
    source.write_bytes(data)
    return convert([source], target, folder)[0].read_bytes()


def convert(sources: Iterable[Path], target: str, folder: Path) -> list[Path]:
    """Let LibreOffice save all files in another format, in one go; return the new files in order."""
    assert SOFFICE is not None
    sources = list(sources)
    out = folder / f"to-{target.split(':')[0]}-{sources[0].suffix[1:]}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", target, "--outdir", out, *sources]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=180)
    return [out / f"{source.stem}.{target.split(':')[0]}" for source in sources]
