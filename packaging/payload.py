"""What both packages are made of: our own wheel, the bundled ones, byte code, hashes that can be compared."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import inputs
import qt

ROOT = inputs.ROOT
DIST = ROOT / "dist"
NAME = "GxDesk"
TITLE = "政府信息公开年报检查"  # as in the window's title bar
PUBLISHER = "GxDesk contributors"
EPOCH = 1735689600  # 2025-01-01: the time of every packed file, so that equal inputs make equal packages

# Byte code that trusts its file: it needs no comparison of times at start-up and is the same on every build.
COMPILE = """
import py_compile, sys
from pathlib import Path
root = Path(sys.argv[1])
for path in sorted(root.rglob("*.py"), key=lambda path: path.relative_to(root).as_posix()):
    py_compile.compile(str(path), dfile=path.relative_to(root).as_posix(), doraise=True,
                       invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
"""


class PackageError(Exception):
    """A package cannot be built, or is not what it should be."""


def version() -> str:
    """The one version number, from ``gxdesk/__init__.py``."""
    text = (ROOT / "gxdesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([0-9][0-9A-Za-z.+]*)"$', text, re.MULTILINE)
    if not found:
        raise PackageError("gxdesk/__init__.py has no __version__")
    return found[1]


def run(*command: str | Path, **options: object) -> str:
    """Run a command and return what it printed; a failure is a :class:`PackageError` with all it said."""
    done = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        **options,  # type: ignore[call-overload]
    )
    if done.returncode:
        raise PackageError(f"{' '.join(map(str, command))}: status {done.returncode}\n{done.stdout[-4000:]}")
    return str(done.stdout)


def build_wheel() -> Path:
    """Build our own wheel in ``dist/`` with the pinned build tools; the same source gives the same wheel."""
    tools = [str(item.path) for item in inputs.fetch("wheel")]
    DIST.mkdir(exist_ok=True)
    code = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(tools), "SOURCE_DATE_EPOCH": str(EPOCH)}
    run(sys.executable, "-c", code, DIST, cwd=ROOT, env=env)
    return DIST / f"gxdesk-{version()}-py3-none-any.whl"


def unpack_wheel(wheel: Path, folder: Path, platform: str) -> None:
    """Unpack the wanted files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if not name.endswith("/") and qt.is_kept(name, platform):
                archive.extract(name, folder)


def unpack_wheels(folder: Path, platform: str) -> None:
    """Fill ``folder`` (a site-packages) with our own wheel and all that it needs at run time."""
    for item in inputs.bundled_wheels(platform):
        unpack_wheel(item.path, folder, platform)
    unpack_wheel(build_wheel(), folder, platform)


def compile_all(python: list[str | Path], folder: Path | str, env: dict[str, str] | None = None) -> None:
    """Byte-compile a folder with the very interpreter that will run it."""
    run(*python, "-c", COMPILE, folder, env={**os.environ, "PYTHONHASHSEED": "0", **(env or {})})


def files(folder: Path) -> list[Path]:
    """All files below a folder, in an order that does not depend on the machine."""
    found = [path for path in folder.rglob("*") if path.is_file() or path.is_symlink()]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def freeze(folder: Path) -> None:
    """Give every file and folder the same time."""
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)


def tree_hash(folder: Path) -> str:
    """One SHA-256 over names and contents: the payload hash that two builds are compared by."""
    digest = hashlib.sha256()
    for path in files(folder):
        content = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        name = path.relative_to(folder).as_posix()
        digest.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()


def size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in files(folder))


def zip_folder(folder: Path, target: Path, inside: str) -> None:
    """Pack a folder; names are UTF-8, times and order fixed."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files(folder):
            name = f"{inside}/{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def megabytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"
