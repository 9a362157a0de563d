#!/usr/bin/env python3
"""GxDesk for developers: one command prepares everything, then runs, tests, lints or measures.

    python3 packaging/dev.py run [DRAFT...]      the window; without a display: a check and a screenshot
    python3 packaging/dev.py test [ARGUMENT...]  the tests (arguments go to pytest)
    python3 packaging/dev.py lint                ruff, formatting, types
    python3 packaging/dev.py bench [ARGUMENT...] start-up and speed, measured
    python3 packaging/dev.py release [ARGUMENT...] installers for Windows and Linux, built and tried

Only the standard library is used. What is missing is installed: a virtual environment in ``.venv``, the
project in it, and on Debian-like systems the libraries Qt needs. Where that is not permitted, the one
command to type is printed.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
SAMPLES = ROOT / "resources" / "samples"
OLDEST, NEWEST = (3, 11), (3, 13)  # what PySide6 6.8 can be installed on
WINDOWS = sys.platform == "win32"

# Shared library -> Debian package. Asking for the library and not the package is right on every release:
# Debian 13 and Ubuntu 24.04 renamed some packages, the libraries kept their names.
LIBRARIES = {
    # without these Qt cannot even be imported
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    # without these no window opens on X11 or Wayland
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


class Stop(Exception):
    """Preparation cannot go on; the text says what to do (English, then Chinese)."""


def say(text: str) -> None:
    print(f"[gxdesk] {text}", flush=True)


def run(*command: str | Path, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    """Run a command in the repository and return its exit status (negative: the signal that ended it)."""
    output = subprocess.DEVNULL if quiet else None
    sys.stdout.flush()
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=env, stdout=output, stderr=output)


# --- the system ------------------------------------------------------------------------------------------


def is_debian_like() -> bool:
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip())


def missing_libraries() -> list[str]:
    return [library for library in LIBRARIES if not loads(library)]


def root_prefix() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo, or None when it is not permitted."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and run("sudo", "-n", "true", quiet=True) == 0:
        return ["sudo", "-n"]
    return None


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages if this user may; otherwise print the command to type. Says if it was done."""
    install = ["install", "-y", "--no-install-recommends", *packages]
    prefix = root_prefix()
    if prefix is not None:
        say(f"installing system packages / 正在安装系统组件: {' '.join(packages)}")
        apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3"]
        run(*apt, "update", quiet=True)
        if run(*apt, *install, quiet=True) == 0:
            return True
    say("System packages are missing. Please type: / 缺少系统组件，请执行：")
    print(f"    sudo apt-get update && sudo apt-get {' '.join(install)}", flush=True)
    return False


def prepare_system() -> None:
    """Install what Qt needs. Not being able to is no reason to stop: perhaps less is enough here."""
    if not sys.platform.startswith("linux"):
        return
    libraries, font = missing_libraries(), has_chinese_font()
    if is_debian_like():
        packages = [LIBRARIES[library] for library in libraries]
        packages += [] if font else ["fontconfig", "fonts-noto-cjk"]
        if packages:
            apt_install(packages)
    elif libraries or not font:
        wanted = ", ".join([*libraries, *([] if font else ["a Chinese font"])])
        say(f"please install with your package manager / 请用系统的软件包管理器安装: {wanted}")


# --- the virtual environment -----------------------------------------------------------------------------


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def find_python() -> str:
    """A Python that PySide6 supports: this one if it will do, else another one on the path."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    raise Stop(
        f"Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed, this is {sys.version.split()[0]}.\n"
        f"需要 Python 3.{OLDEST[1]} 至 3.{NEWEST[1]}，请安装后重试。"
    )


def make_venv() -> None:
    if venv_python().exists() and run(venv_python(), "-c", "import pip", quiet=True) == 0:
        return
    python = find_python()
    complete = run(python, "-c", "import venv, ensurepip", quiet=True) == 0
    if not complete and not (is_debian_like() and apt_install(["python3-venv"])):
        raise Stop(
            "Python's venv module is missing; install it and run this command again.\n"
            "缺少 Python 的 venv 组件，安装后请重新执行本命令。"
        )
    say(f"making the virtual environment / 正在建立虚拟环境: {VENV}")
    if run(python, "-m", "venv", "--clear", VENV) != 0:
        raise Stop(
            f"The virtual environment could not be made in {VENV}; is the disk full or read-only?\n"
            "无法建立虚拟环境，请检查磁盘空间与权限。"
        )


def wanted_state() -> str:
    """Changes whenever the installed project would: its declaration, its place."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()).hexdigest()


def install_project(extra: str) -> None:
    """Install the project in ``.venv`` unless that was done since ``pyproject.toml`` last changed."""
    stamps = {name: VENV / f"gxdesk-{name or 'run'}.stamp" for name in ("", "dev")}
    state = wanted_state()
    enough = (stamps["dev"],) if extra else tuple(stamps.values())
    if any(stamp.exists() and stamp.read_text(encoding="utf-8") == state for stamp in enough):
        return
    say("installing GxDesk and what it needs (about 100 MB once) / 正在安装所需组件（首次约 100 MB）")
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    pip = (venv_python(), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--retries", "5")
    if run(*pip, "-e", target) != 0:
        raise Stop(
            "pip could not install the project, see above why. Check the network, or name a mirror in "
            "the environment variable PIP_INDEX_URL.\n"
            "pip 安装失败，原因见上。请检查网络，或用环境变量 PIP_INDEX_URL 指定镜像源。"
        )
    stamps[extra].write_text(state, encoding="utf-8")


def prepare(extra: str = "") -> None:
    make_venv()
    install_project(extra)
    prepare_system()


# --- the commands ----------------------------------------------------------------------------------------


def has_display() -> bool:
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def sample() -> Path:
    """The bundled draft with planted mistakes."""
    found = sorted(SAMPLES.glob("*.docx"), key=lambda path: ("合格" in path.name, path.name))
    if not found:
        raise Stop(
            f"No sample draft in {SAMPLES}; name a draft.\n没有找到示例稿，请在命令后写上报告草稿的文件名。"
        )
    return found[0]


def draft_paths(arguments: list[str]) -> list[Path]:
    drafts = [Path(argument).resolve() for argument in arguments]
    for draft in drafts:
        if not draft.exists():
            raise Stop(f"There is no file {draft}.\n找不到文件：{draft}")
    return drafts


def verdict(document: dict) -> str:
    """One sentence about one checked draft of the JSON result."""
    counts = document["counts"]
    answer = "不能发布" if counts.get("error") else "未发现必须修改的问题"
    numbers = f"要改 {counts.get('error', 0)} 处，存疑 {counts.get('warning', 0)} 处"
    return f"{Path(document['path']).name}：{answer}（{numbers}，提示 {counts.get('info', 0)} 处）"


def check_without_window(drafts: list[Path]) -> int:
    """Check, write the checklist workbook and a picture of the window to ``build/``, print the verdict."""
    drafts = drafts or [sample()]
    BUILD.mkdir(exist_ok=True)
    result, workbook, picture = BUILD / "result.json", BUILD / "checklist.xlsx", BUILD / "window.png"
    say("no display, so no window: the draft is checked here / 没有显示器，改为直接检查并截图")
    exports = ("--json", result, "--xlsx", workbook)
    status = run(venv_python(), "-m", "gxdesk", "check", *drafts, *exports, "--quiet")
    if status not in (0, 1) or not result.exists():
        return status or 1
    for document in json.loads(result.read_text(encoding="utf-8"))["documents"]:
        say(f"verdict / 结论: {verdict(document)}")
    say(f"checklist / 检查清单: {workbook}")
    say(f"result / 检查结果: {result}")
    if run(venv_python(), "-m", "gxdesk.ui.screenshot", drafts[0], picture, env=offscreen()) != 0:
        say("the picture of the window could not be made / 未能生成窗口截图")
        return 1
    say(f"window / 窗口截图: {picture}")
    return 0


def command_run(arguments: list[str]) -> int:
    drafts = draft_paths(arguments)
    prepare()
    if not has_display():
        return check_without_window(drafts)
    say("starting the window / 正在打开窗口")
    status = run(venv_python(), "-m", "gxdesk", *drafts)
    if not WINDOWS and status == -signal.SIGABRT:  # Qt found no usable display behind DISPLAY
        return check_without_window(drafts)
    return status


def command_test(arguments: list[str]) -> int:
    prepare("dev")
    return run(venv_python(), "-m", "pytest", *arguments, env=offscreen())


def command_lint(_arguments: list[str]) -> int:
    prepare("dev")
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    failed = [check[0] for check in checks if run(venv_python(), "-m", *check) != 0]
    if failed:
        raise Stop(f"not clean: {', '.join(failed)} / 未通过检查")
    return 0


def command_bench(arguments: list[str]) -> int:
    prepare("dev")
    return run(venv_python(), ROOT / "tests" / "benchmarks" / "bench.py", *arguments)


def command_release(arguments: list[str]) -> int:
    prepare("dev")
    return run(venv_python(), ROOT / "packaging" / "release.py", *arguments)


COMMANDS = {
    "run": command_run,
    "test": command_test,
    "lint": command_lint,
    "bench": command_bench,
    "release": command_release,
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a Windows console may not know Chinese
    try:
        status = COMMANDS[arguments[0]](arguments[1:])
    except Stop as stop:
        print(f"[gxdesk] {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
