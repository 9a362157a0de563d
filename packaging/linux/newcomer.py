#!/usr/bin/env python3
"""Do what the README tells a newcomer, in a clean Debian 12 that has python3 and git and nothing else.

sudo python3 packaging/linux/newcomer.py

The committed state is cloned; the commands are taken from the README as they are printed there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import chroot  # noqa: E402
import inputs  # noqa: E402
import payload  # noqa: E402

SMOKE = inputs.BUILD / "smoke"
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


def printed_commands(readme: str) -> list[str]:
    """Return the two commands of the README's first block that calls dev.py, without their comments."""
    for block in re.findall(r"^```\w*\n(.*?)^```", readme, re.MULTILINE | re.DOTALL):
        lines = [line.split("#")[0].strip() for line in block.splitlines()]
        commands = [line for line in lines if line.startswith("python3 packaging/dev.py")]
        if commands:
            return commands
    raise payload.PackageError("the README prints no command")


def network_settings(root: Path) -> dict[str, str]:
    """Let pip reach the package index as on this machine, which may stand behind a gateway of its own."""
    settings = {key: value for key, value in os.environ.items() if key in ("PIP_INDEX_URL", "https_proxy")}
    if CERTIFICATES.exists():
        shutil.copy(CERTIFICATES, root / "root" / "certificates.pem")
        settings["PIP_CERT"] = "/root/certificates.pem"
    return settings


def main() -> int:
    if os.geteuid() != 0:
        raise payload.PackageError("the newcomer's test needs root for chroot")
    commands = printed_commands((payload.ROOT / "README.md").read_text(encoding="utf-8"))
    print("Newcomer's test")
    with chroot.clean(SMOKE / "newcomer") as system:
        network = network_settings(system.root)
        system.run("apt-get", "-q", "update")
        system.run("apt-get", "-q", "-y", "install", "--no-install-recommends", "python3", "git")
        subprocess.run(
            ["git", "clone", "-q", "--bare", payload.ROOT, system.root / "srv/gxdesk.git"], check=True
        )
        system.run("git", "config", "--global", "--add", "safe.directory", "*")
        system.run("git", "clone", "-q", "/srv/gxdesk.git", "/root/gxdesk")
        for command in commands:
            print(f"  $ {command}", flush=True)
            status = system.status("sh", "-c", command, cwd="/root/gxdesk", **network)
            if status:
                raise payload.PackageError(f"a newcomer sees status {status} from: {command}")
            print(f"  ok  {command}", flush=True)
        picture = system.root / "root/gxdesk/build/window.png"
        if picture.exists():
            shutil.copy(picture, SMOKE / "newcomer.png")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except payload.PackageError as error:
        sys.exit(f"FAILED  {error}")
