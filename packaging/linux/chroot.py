"""A clean Debian to try the package in: debootstrap's smallest system, entered with chroot. Needs root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import inputs  # noqa: E402
import payload  # noqa: E402

SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
BASE = inputs.BUILD / f"debian-{SUITE}"
USER = "clerk"
_MOUNTS = ("proc", "dev")


def base() -> Path:
    """Return a pristine system, made once."""
    if not (BASE / "made").exists():
        tool = shutil.which("debootstrap", path=f"{os.environ['PATH']}:/usr/sbin")
        if not tool:
            raise payload.PackageError("debootstrap is missing; on Debian: apt-get install debootstrap")
        shutil.rmtree(BASE, ignore_errors=True)
        payload.run(tool, "--variant=minbase", SUITE, BASE, MIRROR)
        (BASE / "made").touch()
    return BASE


class Clean:
    """A fresh copy of the pristine system with an ordinary user in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / "home" / USER

    def command(self, *words: str | Path, user: str = "root", **env: str) -> list[str]:
        """Return the command line that runs ``words`` inside, with a minimal environment."""
        home = "/root" if user == "root" else f"/home/{user}"
        settings = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LANG": "C.UTF-8", **env}
        settings.setdefault("DEBIAN_FRONTEND", "noninteractive")
        inside = ["env", "-i", *(f"{key}={value}" for key, value in settings.items()), *map(str, words)]
        return ["chroot", f"--userspec={user}:{user}", str(self.root), *inside]

    def run(self, *words: str | Path, user: str = "root", **env: str) -> str:
        return payload.run(*self.command(*words, user=user, **env))

    def status(self, *words: str | Path, user: str = "root", cwd: str = "/", **env: str) -> int:
        line = self.command("sh", "-c", 'cd "$0" && exec "$@"', cwd, *words, user=user, **env)
        return subprocess.call(line, stdin=subprocess.DEVNULL)


@contextmanager
def clean(folder: Path) -> Iterator[Clean]:
    """Make the copy, mount what programs expect, and unmount and remove everything at the end."""
    unmount(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    payload.run("cp", "-a", base(), folder)
    shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    system = Clean(folder)
    try:
        payload.run("mount", "-t", "proc", "proc", folder / "proc")
        payload.run("mount", "--rbind", "/dev", folder / "dev")
        payload.run("mount", "--make-rslave", folder / "dev")
        system.run("useradd", "-m", "-s", "/bin/sh", USER)
        yield system
    finally:
        unmount(folder)
        shutil.rmtree(folder, ignore_errors=True)


def unmount(folder: Path) -> None:
    for name in _MOUNTS:
        if os.path.ismount(folder / name):
            payload.run("umount", "-R", "-l", folder / name)
    if any(os.path.ismount(folder / name) for name in _MOUNTS):
        raise payload.PackageError(f"{folder} is still mounted; not touching it")  # /dev is the host's own
