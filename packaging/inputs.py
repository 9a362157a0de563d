"""Everything that is bundled and was not written by us: named, pinned by hash, fetched and verified.

``inputs.toml`` lists the files. :func:`fetch` brings what a package needs into ``build/inputs`` through the
ordinary clients of PyPI (pip) and Debian (apt-get) and refuses any file whose SHA-256 is not the listed one.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
STORE = BUILD / "inputs"
LOCK = Path(__file__).with_name("inputs.toml")
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


class InputError(Exception):
    """An input is missing, cannot be had, or is not the file we looked at when we pinned it."""


@dataclass(frozen=True)
class Input:
    """One file of the lock: where it comes from, and what it must be."""

    origin: str  # "pypi" or "debian"
    package: str
    version: str
    file: str
    sha256: str
    use: tuple[str, ...]
    suite: str = ""

    @property
    def path(self) -> Path:
        return STORE / self.file


def read_lock(text: str) -> list[Input]:
    """Return the inputs listed; a malformed or doubtful entry is an :class:`InputError`."""
    data = tomllib.loads(text)
    inputs = []
    for origin in ("pypi", "debian"):
        for entry in data.get(origin, []):
            try:
                inputs.append(Input(origin, **{**entry, "use": tuple(entry["use"])}))
            except (TypeError, KeyError) as error:
                raise InputError(f"inputs.toml: a [[{origin}]] entry is not complete: {error}") from error
    for item in inputs:
        if len(item.sha256) != 64 or set(item.sha256) - set("0123456789abcdef"):
            raise InputError(f"inputs.toml: {item.file} has no SHA-256")
        if Path(item.file).name != item.file:
            raise InputError(f"inputs.toml: {item.file} is not a plain file name")
    if len({item.file for item in inputs}) != len(inputs):
        raise InputError("inputs.toml names a file twice")
    return inputs


def lock() -> list[Input]:
    return read_lock(LOCK.read_text(encoding="utf-8"))


def sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_there(item: Input) -> bool:
    """Say whether the file was fetched; one that is there and differs is thrown out."""
    if not item.path.exists():
        return False
    if sha256(item.path) == item.sha256:
        return True
    item.path.unlink()
    return False


def wheel_arguments(file: str) -> list[str]:
    """Return pip's options that select exactly this wheel whatever machine we are on."""
    if not file.endswith(".whl"):
        return ["--no-binary", ":all:"]
    python, abi, platforms = file.removesuffix(".whl").split("-")[-3:]
    newest = python.split(".")[-1]
    version = f"3.{newest[3:]}" if newest.startswith("cp3") and len(newest) > 3 else "3.12"
    arguments = ["--only-binary", ":all:", "--python-version", version, "--abi", abi]
    arguments += ["--implementation", newest[:2]]
    for platform in platforms.split("."):
        arguments += ["--platform", platform]
    return arguments


def fetch_from_pypi(item: Input) -> None:
    wanted = STORE / f"{item.file}.txt"
    wanted.write_text(f"{item.package}=={item.version} --hash=sha256:{item.sha256}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--retries", "5"]
    pip += ["--no-deps", "--require-hashes", "-d", str(STORE), "-r", str(wanted)]
    status = subprocess.call([*pip, *wheel_arguments(item.file)])
    wanted.unlink()
    if status:
        raise InputError(f"pip could not fetch {item.file}, see above why")


def apt_options(folder: Path, suite: str) -> list[str]:
    """Return options that give apt-get lists of its own: the machine's own sources stay as they are."""
    (folder / "lists" / "partial").mkdir(parents=True, exist_ok=True)
    sources = folder / "sources.list"
    line = f"deb-src [signed-by={KEYRING}] http://deb.debian.org/debian {suite} main\n"
    sources.write_text(line, encoding="utf-8")
    settings = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": folder / "lists",
        "Dir::Cache": folder,
        "APT::Sandbox::User": "root",
        "Acquire::Retries": "3",
    }
    return [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]


def fetch_from_debian(items: list[Input]) -> None:
    for suite in sorted({item.suite for item in items}):
        options = apt_options(BUILD / "apt" / suite, suite)
        wanted = sorted({f"{item.package}={item.version}" for item in items if item.suite == suite})
        for command in (["update"], ["source", "--download-only", *wanted]):
            if subprocess.call(["apt-get", "-qq", *options, *command], cwd=STORE):
                raise InputError(f"apt-get could not fetch {' '.join(wanted)}, see above why")


def fetch(use: str) -> list[Input]:
    """Make every input of one ``use`` ("windows", "linux", "wheel") present and verified; return them."""
    STORE.mkdir(parents=True, exist_ok=True)
    items = [item for item in lock() if use in item.use]
    missing = [item for item in items if not is_there(item)]
    for item in missing:
        if item.origin == "pypi":
            fetch_from_pypi(item)
    sources = [item for item in missing if item.origin == "debian"]
    if sources:
        fetch_from_debian(sources)
    for item in items:
        if not is_there(item):
            raise InputError(f"{item.file}: what was fetched is not the file that inputs.toml pins")
    return items


def bundled_wheels(platform: str) -> list[Input]:
    """Fetch and return the wheels whose files go into a package."""
    return [item for item in fetch(platform) if item.file.endswith(".whl") and item.package != "ziglang"]
