"""Shared by both smoke tests: the samples in a Chinese folder with spaces, and results to compare."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import payload

KINDS = (".docx", ".xlsx", ".txt")


def sample_drafts(folder: Path) -> Path:
    """Copy the sample drafts into a fresh folder; with LibreOffice at hand, in the old formats too."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in (payload.ROOT / "resources" / "samples").iterdir():
        if path.suffix in KINDS:
            shutil.copy(path, folder)
    office = shutil.which("soffice")
    if office:
        profile = (payload.inputs.BUILD / "smoke" / "office").as_uri()
        for path in [next(folder.glob("*有错*.docx")), next(folder.glob("*有错*.xlsx"))]:
            words = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", path.suffix[1:-1]]
            payload.run(office, *words, "--outdir", folder, path)
    return folder


def faulty_word_draft(folder: Path) -> Path:
    """Return the Word sample with planted mistakes."""
    return next(path for path in sorted(folder.glob("*.docx")) if "有错" in path.name)


def comparable(result: dict[str, Any]) -> dict[str, Any]:
    """Return a result without what may differ: the moment, the duration, and the way a path is written."""
    documents = []
    for document in result["documents"]:
        same = {key: value for key, value in document.items() if key not in ("checked_at", "seconds")}
        documents.append({**same, "path": file_name(document["path"])})
    return {**result, "checked_at": "", "documents": documents}


def file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def check_here(drafts: Path, names: list[str]) -> dict[str, Any]:
    """Check the same drafts on this machine, with the wheel that the packages were made of."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "here.json"
        with zipfile.ZipFile(payload.DIST / f"gxdesk-{payload.version()}-py3-none-any.whl") as wheel:
            wheel.extractall(folder)
        command = [sys.executable, "-m", "gxdesk", "check", *names, "--json", str(target), "--quiet"]
        subprocess.run(command, cwd=drafts, env={**os.environ, "PYTHONPATH": folder}, check=False)
        return comparable(json.loads(target.read_text(encoding="utf-8")))
