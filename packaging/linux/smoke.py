#!/usr/bin/env python3
"""Try the Debian package as a clerk would, in a clean Debian 12: install, check, look, upgrade, purge.

sudo python3 packaging/linux/smoke.py         after packaging/linux/build.py

Needs root, debootstrap, Xvfb, xdotool, imagemagick and strace on the host. Writes ``build/smoke/linux.png``,
a picture of the screen with the installed program on it, to be looked at.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import chroot  # noqa: E402
import inputs  # noqa: E402
import payload  # noqa: E402
import smoke_result  # noqa: E402

SMOKE = inputs.BUILD / "smoke"
PICTURE = SMOKE / "linux.png"
DISPLAY = ":87"
FOLDER = "2024年 报告草稿（送审）"
TITLE = "政府信息公开年报检查"
INTERNET = re.compile(r"\bAF_INET6?\b|\bAF_PACKET\b")


def expect(condition: object, what: str) -> None:
    if not condition:
        raise payload.PackageError(f"Linux smoke test: {what}")
    print(f"  ok  {what}", flush=True)


def package() -> Path:
    return payload.DIST / f"gxdesk_{payload.version()}_amd64.deb"


def install(system: chroot.Clean, deb: Path, *more: str) -> None:
    inside = system.root / "root" / deb.name
    shutil.copy(deb, inside)
    system.run("apt-get", "-q", "update")
    system.run("apt-get", "-q", "-y", "install", "--no-install-recommends", f"/root/{deb.name}", *more)
    inside.unlink()


def newer_package() -> Path:
    """The same package under a higher version, to try an upgrade."""
    tree, target = SMOKE / "newer", SMOKE / "gxdesk_newer.deb"
    shutil.rmtree(tree, ignore_errors=True)
    payload.run("dpkg-deb", "-R", package(), tree)
    control = tree / "DEBIAN" / "control"
    text = control.read_text(encoding="utf-8").replace(
        f"Version: {payload.version()}\n", f"Version: {payload.version()}+1\n"
    )
    control.write_text(text, encoding="utf-8")
    payload.run("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, target)
    shutil.rmtree(tree)
    return target


def traced(log: Path, command: list[str]) -> list[str]:
    """Return a command that also writes down every socket it and its children open."""
    return ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto,bind", "-o", str(log), *command]


def internet_lines(log: Path) -> list[str]:
    return [line for line in log.read_text(errors="replace").splitlines() if INTERNET.search(line)]


def check_drafts(system: chroot.Clean, drafts: Path) -> None:
    names = [path.name for path in sorted(drafts.iterdir())]
    log = SMOKE / "strace-check.txt"
    exports = ["--json", "结果.json", "--xlsx", "检查 清单.xlsx"]
    words = ["gxdesk", "check", *names, *exports, "--quiet", "--jobs", "2"]
    inside = ["sh", "-c", 'cd "$0" && exec "$@"', f"/home/{chroot.USER}/{FOLDER}", *words]
    status = subprocess.call(traced(log, system.command(*inside, user=chroot.USER)), stdin=subprocess.DEVNULL)
    expect(status == 1, "the installed program finds errors in the samples (status 1)")
    expect(zipfile.is_zipfile(drafts / "检查 清单.xlsx"), "the checklist workbook was exported")
    result = smoke_result.comparable(json.loads((drafts / "结果.json").read_text(encoding="utf-8")))
    expect(len(result["documents"]) == len(names), f"all {len(names)} samples were read")
    for name in ("结果.json", "检查 清单.xlsx"):
        (drafts / name).unlink()
    here = smoke_result.check_here(drafts, names)
    expect(result == here, "the JSON equals the one of this machine's own Python")
    expect(internet_lines(log) == [], "no internet socket while checking and exporting")


def entry_command(system: chroot.Clean, draft: str) -> list[str]:
    """The words of the desktop entry's Exec line with a draft in the place of %F."""
    entry = (system.root / "usr/share/applications/gxdesk.desktop").read_text(encoding="utf-8")
    line = re.search(r"^Exec=(.*)$", entry, re.MULTILINE)
    expect(line, "the desktop entry has a command")
    assert line
    return [draft if word == "%F" else word for word in shlex.split(line[1])]


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen without a monitor."""
    command = ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-ac"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        time.sleep(2)
        yield {**os.environ, "DISPLAY": DISPLAY}
    finally:
        server.terminate()
        server.wait(10)


def window_title(env: dict[str, str]) -> str:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", TITLE, "getwindowname"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip()


def open_window(system: chroot.Clean, draft: str) -> None:
    """Start from the desktop entry with a draft, wait for the window, take a picture, close it."""
    log = SMOKE / "strace-window.txt"
    words = entry_command(system, f"/home/{chroot.USER}/{FOLDER}/{draft}")
    with screen() as env:
        command = traced(log, system.command(*words, user=chroot.USER, DISPLAY=DISPLAY))
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            for _ in range(60):
                time.sleep(0.5)
                if window_title(env):
                    break
            expect(window_title(env), f"the window opened: {window_title(env)}")
            time.sleep(6)  # the check under strace takes longer
            PICTURE.unlink(missing_ok=True)
            payload.run("import", "-window", "root", PICTURE, env=env)
            expect(process.poll() is None and PICTURE.exists(), f"picture of the screen: {PICTURE}")
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)
    expect(internet_lines(log) == [], "no internet socket while the window is open")


def traces(system: chroot.Clean) -> list[str]:
    """What is left of us outside the user's own folder and the package manager's diary."""
    diary = ("var/log", "var/cache", "var/lib/apt", "proc", "dev", "sys", "home")
    found = []
    for folder, names, files in os.walk(system.root):
        inside = Path(folder).relative_to(system.root).as_posix()
        names[:] = [name for name in names if f"{inside}/{name}".removeprefix("./") not in diary]
        found += [f"{inside}/{name}" for name in [*names, *files] if "gxdesk" in name.lower()]
    return found


def main() -> int:
    if os.geteuid() != 0:
        raise payload.PackageError("the Linux smoke test needs root for chroot")
    print("Linux smoke test")
    SMOKE.mkdir(parents=True, exist_ok=True)
    with chroot.clean(SMOKE / "debian") as system:
        expect(traces(system) == [], "the system is clean")
        install(system, package(), "fonts-noto-cjk")
        owner = system.run("dpkg-query", "-W", "-f", "${Status}", "gxdesk")
        expect(owner == "install ok installed", "installed in a clean Debian 12")
        drafts = smoke_result.sample_drafts(system.home / FOLDER)
        system.run("chown", "-R", f"{chroot.USER}:", f"/home/{chroot.USER}")
        check_drafts(system, drafts)
        open_window(system, smoke_result.faulty_word_draft(drafts).name)
        installed = system.run("dpkg", "-L", "gxdesk").split("\n")
        install(system, newer_package())
        expect(system.run("gxdesk", "standards"), "works after an upgrade")
        system.run("apt-get", "-q", "-y", "purge", "gxdesk")
        left = [name for name in installed if name.startswith("/opt/") and (system.root / name[1:]).exists()]
        left += traces(system)
        expect(left == [], f"purged, nothing is left {left[:3]}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except payload.PackageError as error:
        sys.exit(f"FAILED  {error}")
