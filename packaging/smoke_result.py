"""Shared by both smoke tests: the samples in a folder with a Chinese name and spaces, and results to compare."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import payload

KINDS = (".docx", ".xlsx", ".txt")


def sample_drafts(folder: Path) -> Path:
    """Copy the sample drafts into a fresh folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in (payload.ROOT / "resources" / "samples").iterdir():
        if path.suffix in KINDS:
            shutil.copy(path, folder)
    return folder


def comparable(result: dict[str, Any]) -> dict[str, Any]:
    """Return a result without what may differ: the moment, and the way a path is written."""
    documents = [{**document, "path": file_name(document["path"])} for document in result["documents"]]
    return {**result, "checked_at": "", "documents": documents}


def file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def check_here(drafts: Path, names: list[str]) -> dict[str, Any]:
    """Check the same drafts with this repository's program and this Python."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "here.json"
        code = f"import sys; sys.path.insert(0, {str(payload.ROOT)!r}); from gxdesk.__main__ import main; sys.exit(main())"
        command = [sys.executable, "-c", code, "check", *names, "--json", str(target), "--quiet"]
        subprocess.run(command, cwd=drafts, check=False)
        return comparable(json.loads(target.read_text(encoding="utf-8")))
