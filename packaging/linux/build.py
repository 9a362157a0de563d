#!/usr/bin/env python3
"""Build the Debian package in ``dist/``: for Debian 10 and later, 统信 UOS 20, 麒麟 V10 and alike, x86_64.

python3 packaging/linux/build.py

Python and Qt are bundled under /opt/gxdesk. Everything that comes from elsewhere is pinned in inputs.toml.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import inputs  # noqa: E402
import licences  # noqa: E402
import needs  # noqa: E402
import payload  # noqa: E402
import python  # noqa: E402

WORK = inputs.BUILD / "linux"
TREE = WORK / "gxdesk"
MAINTAINER = "GxDesk contributors <noreply@gxdesk.invalid>"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

CONTROL = """Package: gxdesk
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei, shared-mime-info, hicolor-icon-theme
Suggests: libreoffice-writer-nogui
Section: editors
Priority: optional
Description: checks the annual report on open government information
 GxDesk reads a draft of the annual report on open government information
 (政府信息公开工作年度报告) in Word, Excel or plain text and lists what must be
 mended before it is published, each with the place, the reason and the way to
 mend it. It works offline and never changes the draft.
 .
 Python and Qt are bundled; nothing else needs to be installed.
"""

COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: GxDesk
Comment: The notices of all bundled components are in /usr/share/doc/gxdesk/licences.

Files: *
Copyright: 2025 GxDesk contributors
License: Apache-2.0

Files: opt/gxdesk/python/*
Copyright: 2001-2025 Python Software Foundation
License: Python
 See /usr/share/doc/gxdesk/licences/Python/LICENSE.txt .

Files: opt/gxdesk/python/lib/python3.13/site-packages/PySide6/*
Copyright: 2025 The Qt Company Ltd.
License: LGPL-3

License: Apache-2.0
 On Debian systems the full text is in /usr/share/common-licenses/Apache-2.0 .

License: LGPL-3
 On Debian systems the full text is in /usr/share/common-licenses/LGPL-3 .
"""


def date() -> datetime:
    return datetime.fromtimestamp(payload.EPOCH, UTC)


def filled(name: str) -> str:
    """Return one of our templates with version and date filled in."""
    text = (HERE / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", payload.version()).replace("@DATE@", date().strftime("%Y-%m-%d"))


def write(path: str, text: str, *, mode: int = 0o644) -> None:
    target = TREE / path
    target.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode("utf-8")
    target.write_bytes(gzip.compress(content, 9, mtime=0) if path.endswith(".gz") else content)
    target.chmod(mode)


def install_program() -> None:
    """Python, Qt, our program, byte-compiled, under /opt/gxdesk."""
    home = TREE / "opt" / "gxdesk" / "python"
    shutil.copytree(python.build(), home, symlinks=True)
    library = next((home / "lib").glob("python3.*"))
    payload.unpack_wheels(library / "site-packages", "linux")
    (home / "LICENSE").unlink()
    payload.compile_all([home / "bin" / "python3", "-I", "-B"], home)


def changelog() -> str:
    when = date().strftime("%a, %d %b %Y %H:%M:%S +0000")
    version = payload.version()
    head = f"gxdesk ({version}) stable; urgency=medium"
    return f"{head}\n\n  * Version {version}.\n\n -- {MAINTAINER}  {when}\n"


def install_around() -> None:
    """Command, desktop entry, icons, manual page, software-centre entry, licences."""
    write("usr/bin/gxdesk", filled("gxdesk.sh"), mode=0o755)
    write("usr/share/applications/gxdesk.desktop", filled("gxdesk.desktop"))
    write("usr/share/metainfo/org.gxdesk.GxDesk.metainfo.xml", filled("gxdesk.metainfo.xml"))
    write("usr/share/man/man1/gxdesk.1.gz", filled("gxdesk.1"))
    write("usr/share/man/zh_CN/man1/gxdesk.1.gz", filled("gxdesk.zh_CN.1"))
    write("usr/share/doc/gxdesk/copyright", COPYRIGHT)
    write("usr/share/doc/gxdesk/changelog.gz", changelog())
    write("usr/share/lintian/overrides/gxdesk", filled("lintian-overrides"))
    icons = payload.ROOT / "resources" / "icons"
    hicolor = TREE / "usr/share/icons/hicolor"
    places = {f"{size}x{size}/apps/gxdesk.png": f"gxdesk-{size}.png" for size in ICON_SIZES}
    for place, name in {**places, "scalable/apps/gxdesk.svg": "gxdesk.svg"}.items():
        (hicolor / place).parent.mkdir(parents=True)
        shutil.copyfile(icons / name, hicolor / place)
    python_licence = (python.build() / "LICENSE").read_bytes()
    licences.collect("linux", TREE / "usr/share/doc/gxdesk/licences", python_licence)


def set_modes() -> None:
    """Everything readable by all, writable by root, and only commands executable."""
    for path in TREE.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)


def write_control() -> None:
    depends = ", ".join(needs.folder_dependencies(TREE / "opt"))
    size = sum(1 + path.lstat().st_size // 1024 for path in TREE.rglob("*"))
    values = {"version": payload.version(), "maintainer": MAINTAINER, "size": size, "depends": depends}
    write("DEBIAN/control", CONTROL.format(**values))
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(TREE)}" for path in packed()]
    write("DEBIAN/md5sums", "\n".join(sums) + "\n")


def packed() -> list[Path]:
    return [path for path in payload.files(TREE) if "DEBIAN" not in path.parts and not path.is_symlink()]


def build() -> list[Path]:
    """Build the package and return it."""
    payload.DIST.mkdir(exist_ok=True)
    shutil.rmtree(WORK, ignore_errors=True)
    TREE.mkdir(parents=True)
    install_program()
    install_around()
    set_modes()
    newest = needs.check_versions(TREE / "opt")
    write_control()
    payload.freeze(TREE)
    target = payload.DIST / f"gxdesk_{payload.version()}_amd64.deb"
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(payload.EPOCH)}
    # xz: dpkg of UOS 20 and 麒麟 V10 does not know zstd
    payload.run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", TREE, target, env=env)
    wanted = ", ".join(f"{name} {'.'.join(map(str, version))}" for name, version in sorted(newest.items()))
    sizes = [payload.megabytes(count) for count in (target.stat().st_size, payload.size(TREE))]
    print(f"payload {payload.tree_hash(TREE)} package {sizes[0]} installed {sizes[1]} needs {wanted}")
    return [target]


if __name__ == "__main__":
    for path in build():
        print(path)
