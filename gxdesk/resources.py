"""Where the program's own data files are: formats, word lists, icons, the manual, samples."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    installed = _PACKAGE / "resources"  # a wheel carries resources/ inside the package
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a data file, e.g. ``resource("standards", "2021.toml")``.

    Works from source (the repository's ``resources/``) and installed (``gxdesk/resources/``). The file need
    not exist; the caller says what its absence means.
    """
    return _root().joinpath(*parts)
