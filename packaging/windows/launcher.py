"""Compiles GxDesk.exe and gxdesk-cli.exe: a few kilobytes that load the bundled Python. See launcher.c."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import payload  # noqa: E402

PREFIX = "x86_64-w64-mingw32-"
PROGRAMS = {"GxDesk.exe": True, "gxdesk-cli.exe": False}  # name -> is it without a console


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return the version as Windows wants it: four numbers. A suffix such as "rc1" is dropped."""
    numbers = [int(part) for part in re.findall(r"\d+", re.split(r"[a-z+]", version)[0])]
    return tuple([*numbers, 0, 0, 0, 0][:4])  # type: ignore[return-value]


def resource_script(program: str, version: str, icon: Path, manifest: Path) -> str:
    """Return the resource script: icon, manifest, version information in simplified Chinese."""
    numbers = ",".join(str(number) for number in four_numbers(version))
    what = payload.TITLE if PROGRAMS[program] else f"{payload.TITLE}（命令行）"
    texts = {
        "CompanyName": payload.PUBLISHER,
        "FileDescription": what,
        "FileVersion": version,
        "InternalName": program.removesuffix(".exe"),
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": program,
        "ProductName": payload.NAME,
        "ProductVersion": version,
    }
    values = "\n".join(f'            VALUE "{key}", "{value}"' for key, value in texts.items())
    return f"""1 ICON "{icon.as_posix()}"
1 24 "{manifest.as_posix()}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS 0x40004
FILETYPE 1
BEGIN
    BLOCK "StringFileInfo"
    BEGIN
        BLOCK "080404b0"
        BEGIN
{values}
        END
    END
    BLOCK "VarFileInfo"
    BEGIN
        VALUE "Translation", 0x804, 1200
    END
END
"""


def tool(name: str) -> str:
    """Find a tool of mingw-w64: with its prefix (Debian), or plain (MSYS2 on Windows)."""
    found = shutil.which(PREFIX + name) or (shutil.which(name) if sys.platform == "win32" else None)
    if not found:
        raise payload.PackageError(f"{PREFIX}{name} is missing; on Debian: apt-get install mingw-w64")
    return found


def build(folder: Path, work: Path) -> None:
    """Compile both programs into ``folder``; equal sources give equal files."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(payload.EPOCH), "LC_ALL": "C.UTF-8"}
    icon = payload.ROOT / "resources" / "icons" / "gxdesk.ico"
    for program, windowed in PROGRAMS.items():
        script, resources = work / f"{program}.rc", work / f"{program}.res.o"
        text = resource_script(program, payload.version(), icon, HERE / "launcher.manifest")
        script.write_text(text, encoding="utf-8")
        payload.run(tool("windres"), "--codepage=65001", script, "-O", "coff", "-o", resources, env=env)
        command = [tool("gcc"), "-std=c11", "-Os", "-Wall", "-Wextra", "-Werror", "-municode", "-s"]
        command += ["-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--nxcompat,--high-entropy-va"]
        command += ["-mwindows", "-DWINDOWED"] if windowed else ["-mconsole"]
        target = folder / program
        source = str(HERE / "launcher.c")
        payload.run(*command, source, resources, "-o", target, "-static-libgcc", env=env)
