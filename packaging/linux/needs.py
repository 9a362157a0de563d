"""What the bundled programs need of the system: no newer glibc than stated, the packages of every library."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

NEWEST = {"GLIBC": (2, 28), "GLIBCXX": (3, 4, 25), "CXXABI": (1, 3, 11)}  # Debian 10, 统信 UOS 20

# Shared library -> package, with its other names on newer or older systems.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libc.so.6": "libc6 (>= 2.28)",
    "libcups.so.2": "libcups2 | libcups2t64",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1 | libgcc1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6 (>= 8)",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Parts of a package that is named above already.
ALIASES = {
    **dict.fromkeys(
        ("ld-linux-x86-64.so.2", "libdl.so.2", "libm.so.6", "libpthread.so.0", "librt.so.1", "libutil.so.1"),
        "libc.so.6",
    ),
    **dict.fromkeys(("libgio-2.0.so.0", "libgobject-2.0.so.0", "libgthread-2.0.so.0"), "libglib-2.0.so.0"),
}


class NeedError(Exception):
    """A bundled file needs what the systems we support do not have."""


def programs(folder: Path) -> list[Path]:
    """All ELF files below a folder."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sorted(path for path in found if is_program(path))


def is_program(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def newest_versions(symbols: str) -> dict[str, tuple[int, ...]]:
    """Read ``objdump -T``: the newest version needed of each versioned library interface."""
    newest: dict[str, tuple[int, ...]] = {}
    for name, version in re.findall(r"\b(GLIBC|GLIBCXX|CXXABI)_([0-9.]+)", symbols):
        newest[name] = max(newest.get(name, ()), numbers(version))
    return newest


def objdump(option: str, path: Path) -> str:
    return subprocess.run(["objdump", option, path], capture_output=True, text=True, check=True).stdout


def check_versions(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return the newest versions needed by anything in ``folder``; too new a one is a :class:`NeedError`."""
    newest: dict[str, tuple[int, ...]] = {}
    for path in programs(folder):
        for name, version in newest_versions(objdump("-T", path)).items():
            if version > NEWEST[name]:
                raise NeedError(f"{path.name} needs {name} {'.'.join(map(str, version))}")
            newest[name] = max(newest.get(name, ()), version)
    return newest


def dependencies(needed: Iterable[str], bundled: set[str]) -> list[str]:
    """Return the Debian packages of the libraries needed and not bundled."""
    outside = {ALIASES.get(name, name) for name in set(needed) - bundled}
    unknown = sorted(outside - set(PACKAGES))
    if unknown:
        raise NeedError(f"nobody said which package has {', '.join(unknown)}; see packaging/linux/needs.py")
    return sorted(PACKAGES[name] for name in outside)


def folder_dependencies(folder: Path) -> list[str]:
    paths = programs(folder)
    needed = [name for path in paths for name in re.findall(r"NEEDED\s+(\S+)", objdump("-p", path))]
    return dependencies(needed, {path.name for path in paths})
