"""Runs Windows programs: directly on Windows, under Wine elsewhere (with pipes and no display)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import payload  # noqa: E402

WINDOWS = sys.platform == "win32"
OVERRIDES = "winemenubuilder.exe=d;mscoree,mshtml="  # no menus of the host, no browser, no .NET
PREFIX = payload.inputs.BUILD / "wine"


def environment(prefix: Path = PREFIX, **more: str) -> dict[str, str]:
    """Return the environment for a Windows program; ``prefix`` is the make-believe computer it runs on."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0", **more}
    if not WINDOWS:
        env |= {"WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": OVERRIDES}
        env["LC_ALL"] = "C.UTF-8"  # else Wine cannot write files with Chinese names
        env["HOME"] = str(prefix.with_name(f"{prefix.name}-home"))  # Wine puts the desktop there
        env["WINEQT_QPA_PLATFORM"] = env["QT_QPA_PLATFORM"]  # Wine passes a host's Qt settings only so
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            env.pop(name, None)
    return env


def command(program: Path | str, *arguments: str | Path) -> list[str]:
    """Return the command line that runs a Windows program here."""
    words = [str(program), *map(str, arguments)]
    if WINDOWS:
        return words
    wine = shutil.which("wine64") or shutil.which("wine")
    if not wine:
        raise payload.PackageError("Wine is missing; on Debian: apt-get install wine wine64")
    return [wine, *words]


def start(
    program: Path | str, *arguments: str | Path, prefix: Path = PREFIX, **options: object
) -> tuple[subprocess.Popen[bytes], int]:
    """Start a Windows program; also return the other end of its input, to be closed when it has ended.

    Under Wine, Python's streams fail with files, terminals, and pipes that nobody holds open.
    """
    reading, writing = os.pipe()
    process = subprocess.Popen(
        command(program, *arguments),
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(prefix),
        **options,  # type: ignore[call-overload]
    )
    os.close(reading)
    return process, writing


def run(
    program: Path | str,
    *arguments: str | Path,
    prefix: Path = PREFIX,
    timeout: float = 300,
    **options: object,
) -> subprocess.CompletedProcess[bytes]:
    """Run a Windows program to its end and return status and output."""
    process, writing = start(program, *arguments, prefix=prefix, **options)
    try:
        output, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        raise payload.PackageError(f"{program} did not end in {timeout} seconds") from None
    finally:
        os.close(writing)
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


def windows_path(path: Path) -> str:
    """Return how a Windows program names a file of ours."""
    return str(path) if WINDOWS else "Z:" + str(path).replace("/", "\\")


def fresh_prefix(prefix: Path) -> None:
    """Make a new computer with Windows 10: no settings, no programs."""
    if WINDOWS:
        return
    home = prefix.with_name(f"{prefix.name}-home")
    for folder in (prefix, home):
        shutil.rmtree(folder, ignore_errors=True)
    (home / "Desktop").mkdir(parents=True)
    for words in (["wineboot", "-i"], ["winecfg", "/v", "win10"]):
        done = run(*words, prefix=prefix)
        if done.returncode:
            raise payload.PackageError(f"{words[0]}: {done.stderr.decode(errors='replace')}")
    stop(prefix)


def stop(prefix: Path) -> None:
    """Wait until every program on that computer has ended and its registry is written."""
    if not WINDOWS and shutil.which("wineserver"):
        subprocess.run(["wineserver", "-w"], env=environment(prefix), timeout=120, check=False)
