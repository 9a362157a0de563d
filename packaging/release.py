"""Build everything that is published, in ``dist/``, write its SHA-256 sums, and try it.

python3 packaging/dev.py release [windows] [linux] [--no-smoke]

Without names, all is built. It runs on Debian (and alike); trying the Debian package needs root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import dev  # noqa: E402
import inputs  # noqa: E402
import payload  # noqa: E402
import smoke_result  # noqa: E402

SUMS = "SHA256SUMS.txt"

# Program -> Debian package, for building and for trying.
TOOLS = {
    "windows": {
        "makensis": "nsis",
        "x86_64-w64-mingw32-gcc": "mingw-w64",
        "osslsigncode": "osslsigncode",
        "wine": "wine",
        "wineserver": "wine64",
    },
    "linux": {
        "dpkg-deb": "dpkg-dev",
        "make": "make",
        "patch": "patch",
        "objdump": "binutils",
        "tclsh": "tcl",
        "lintian": "lintian",
        "appstreamcli": "appstream",
        "desktop-file-validate": "desktop-file-utils",
    },
}
SMOKE_TOOLS = {
    "windows": {},
    "linux": {
        "debootstrap": "debootstrap",
        "Xvfb": "xvfb",
        "xdotool": "xdotool",
        "import": "imagemagick",
        "strace": "strace",
    },
}
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")


def missing_packages(platforms: list[str], smoke: bool) -> list[str]:
    """Return the Debian packages of the tools that are not here."""
    tools: dict[str, str] = {}
    for platform in platforms:
        tools |= TOOLS[platform] | (SMOKE_TOOLS[platform] if smoke else {})
    path = f"{os.environ.get('PATH', '')}:/usr/sbin"
    missing = {package for tool, package in tools.items() if not shutil.which(tool, path=path)}
    if smoke and not FONT.exists():
        missing.add("fonts-noto-cjk")
    return sorted(missing)


def script(*words: str) -> None:
    """Run one of our scripts with this Python."""
    if subprocess.call([sys.executable, *words], cwd=payload.ROOT):
        raise payload.PackageError(f"{' '.join(words)} failed, see above")


def try_wheel() -> None:
    """Install the wheel into an environment of its own and check a sample with the command it brings."""
    folder = inputs.BUILD / "smoke" / "venv"
    shutil.rmtree(folder, ignore_errors=True)
    payload.run(sys.executable, "-m", "venv", folder)
    wheel = payload.DIST / f"gxdesk-{payload.version()}-py3-none-any.whl"
    payload.run(folder / "bin" / "python", "-m", "pip", "install", "-q", wheel)
    sample = smoke_result.faulty_word_draft(payload.ROOT / "resources" / "samples")
    status = subprocess.call([folder / "bin" / "gxdesk", "check", sample, "--quiet"], cwd=folder)
    if status != 1:
        raise payload.PackageError(f"the installed wheel did not find the sample's errors (status {status})")
    shutil.rmtree(folder)
    print("  ok  pip install of the wheel, and its command finds the sample's errors", flush=True)


def check_package_texts() -> None:
    """Debian's own checks: no error of lintian, valid desktop entry and software-centre entry."""
    tree = inputs.BUILD / "linux" / "gxdesk" / "usr" / "share"
    payload.run("desktop-file-validate", tree / "applications" / "gxdesk.desktop")
    payload.run("appstreamcli", "validate", "--no-net", tree / "metainfo" / "org.gxdesk.GxDesk.metainfo.xml")
    package = payload.DIST / f"gxdesk_{payload.version()}_amd64.deb"
    report = payload.run("lintian", "--allow-root", "--fail-on", "error", package)
    print(f"  ok  lintian finds no error\n{report}", end="", flush=True)


def write_sums() -> None:
    """Write one line per published file, as ``sha256sum --check`` reads it."""
    lines = [f"{inputs.sha256(path)}  {path.name}" for path in published()]
    (payload.DIST / SUMS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for path in published():
        print(f"{payload.megabytes(path.stat().st_size):>9}  {path.name}")


def published() -> list[Path]:
    version = payload.version()
    return sorted(path for path in payload.DIST.iterdir() if version in path.name and path.name != SUMS)


def release(platforms: list[str], smoke: bool) -> None:
    missing = missing_packages(platforms, smoke)
    if missing and not (dev.is_debian_like() and dev.apt_install(missing)):
        raise payload.PackageError(f"these are needed: {' '.join(missing)}")
    payload.DIST.mkdir(exist_ok=True)
    if platforms == list(TOOLS):
        for old in payload.DIST.iterdir():
            old.unlink()
    print(payload.build_wheel())
    for platform in platforms:
        script(f"packaging/{platform}/build.py")
    write_sums()
    if "linux" in platforms:
        check_package_texts()
    if smoke:
        try_wheel()
        for platform in platforms:
            script(f"packaging/{platform}/smoke.py")
        if "linux" in platforms:
            script("packaging/linux/newcomer.py")


def main(arguments: list[str]) -> int:
    unknown = [word for word in arguments if word not in (*TOOLS, "--no-smoke")]
    if unknown:
        print(__doc__)
        return 2
    platforms = [platform for platform in TOOLS if platform in arguments] or list(TOOLS)
    try:
        release(platforms, "--no-smoke" not in arguments)
    except (payload.PackageError, inputs.InputError) as error:
        print(f"[gxdesk] {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
