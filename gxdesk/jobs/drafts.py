"""Which files of the named files and folders are drafts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from gxdesk.errors import ReadError
from gxdesk.readers import EXTENSIONS

OTHER_FORMATS = (".doc", ".wps", ".xls", ".et", ".pdf", ".ofd", ".rtf", ".odt", ".ods", ".htm", ".html")
"""Perhaps drafts, but unreadable: walking a folder must not pass over them in silence."""


def drafts_in(paths: Iterable[str | Path]) -> list[Path]:
    """Return the drafts among ``paths``, each once; folders are walked and their drafts naturally sorted.

    A named file is taken as it is, whatever its suffix (it exists or reading says that it does not).
    Raises :class:`~gxdesk.errors.ReadError` for a folder without drafts or one that may not be opened.
    """
    found: dict[Path, None] = {}
    for given in map(Path, paths):
        if not given.is_dir():
            found.setdefault(given)
            continue
        drafts = _walk(given, EXTENSIONS)
        if not drafts:
            name = given.name or given.resolve().name or str(given)
            raise ReadError(f"文件夹“{name}”中没有可检查的报告草稿（.docx、.doc、.wps、.xlsx、.txt 等）。")
        found.update(dict.fromkeys(drafts))
    return _each_once(found)


def passed_over(paths: Iterable[str | Path]) -> list[Path]:
    """Return the files in the named folders that look like drafts in a format that cannot be read."""
    unreadable = tuple(suffix for suffix in OTHER_FORMATS if suffix not in EXTENSIONS)
    return [file for folder in map(Path, paths) if folder.is_dir() for file in _walk(folder, unreadable)]


def natural_key(path: Path) -> list[list[tuple[int, int, str]]]:
    """Return a sort key that puts 报告2 before 报告10, folder by folder."""
    return [
        [
            (0, int(piece), "") if piece.isdecimal() else (1, 0, piece)
            for piece in _PIECES.findall(part.lower())
        ]
        for part in path.parts
    ]


_PIECES = re.compile(r"\d+|\D+")


def _walk(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    files: list[Path] = []
    for top, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(top, name) for name in names if _is_shown(name) and name.lower().endswith(suffixes)]
    return sorted(files, key=natural_key)


def _is_shown(name: str) -> bool:
    """Hidden files and the lock files of Word (``~$``), WPS (``.~``) and LibreOffice are no drafts."""
    return not name.startswith((".", "~$", "~WRL"))


def _refuse(error: OSError) -> None:
    name = Path(error.filename or "").name
    raise ReadError(f"文件夹“{name}”打不开。请检查是否有读取权限，或者 U 盘、网络盘是否断开。") from error


def _each_once(paths: Iterable[Path]) -> list[Path]:
    """Drop paths that lead to the same file."""
    by_file: dict[str, Path] = {}
    for path in paths:
        by_file.setdefault(os.path.normcase(os.path.realpath(path)), path)
    return list(by_file.values())
