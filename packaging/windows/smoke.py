#!/usr/bin/env python3
"""Try the Windows installer as a clerk would: install, check drafts, look, remove. Under Wine on Linux.

python3 packaging/windows/smoke.py            after packaging/windows/build.py

Writes ``build/smoke/windows.png``, a picture of the installed program's window, to be looked at.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import inputs  # noqa: E402
import payload  # noqa: E402
import smoke_result  # noqa: E402
import wine  # noqa: E402

PREFIX = inputs.BUILD / "smoke" / "wine"
USER = PREFIX / "drive_c" / "users"
PICTURE = inputs.BUILD / "smoke" / "windows.png"
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
RUNNING = 3  # the installer's status when it refuses

# Wine has no Chinese fonts and Qt's offscreen platform asks Windows for none: the picture brings its own.
TAKE_PICTURE = """
import sys
from PySide6.QtGui import QFont, QFontDatabase
from gxdesk.ui import screenshot
make = screenshot.make_application
def with_font(arguments):
    app = make(arguments)
    QFontDatabase.addApplicationFont(sys.argv[3])
    font = app.font()
    font.setFamilies(["Noto Sans CJK SC"])
    app.setFont(font)
    return app
screenshot.make_application = with_font
sys.exit(screenshot.main(sys.argv[1:3]))
"""


def expect(condition: object, what: str) -> None:
    if not condition:
        raise payload.PackageError(f"Windows smoke test: {what}")
    print(f"  ok  {what}", flush=True)


def install(*switches: str) -> int:
    # A plain name: the path of the installer itself is not what is tried here.
    program = PREFIX.parent / "setup.exe"
    shutil.copy(payload.DIST / f"GxDesk-{payload.version()}-安装程序.exe", program)
    return wine.run(program, "/S", *switches, prefix=PREFIX).returncode


def installed_folder() -> Path:
    found = list(USER.glob("*/AppData/Local/Programs/GxDesk"))
    expect(len(found) == 1, "installed for this user only, without administrator rights")
    return found[0]


def traces() -> list[str]:
    """What is left of us: files on the make-believe computer, lines of its registry."""
    wine.stop(PREFIX)
    home = PREFIX.with_name(f"{PREFIX.name}-home")
    places = [PREFIX / "drive_c", home]
    found = [str(path) for place in places for path in place.rglob("*") if "gxdesk" in path.name.lower()]
    for name in ("user.reg", "system.reg"):
        lines = (PREFIX / name).read_text(encoding="utf-8", errors="replace").splitlines()
        found += [f"{name}: {line}" for line in lines if "gxdesk" in line.lower()]
    return found


def check_drafts(folder: Path, drafts: Path) -> None:
    """The installed program checks all samples and exports; its JSON equals the one made here."""
    names = [path.name for path in sorted(drafts.iterdir())]
    result, workbook = drafts / "结果.json", drafts / "检查 清单.xlsx"
    arguments = ["check", *names, "--json", result.name, "--xlsx", workbook.name, "--quiet", "--jobs", "2"]
    done = wine.run(folder / "gxdesk-cli.exe", *arguments, prefix=PREFIX, cwd=drafts)
    expect(done.returncode == 1, "the installed program finds errors in the samples (status 1)")
    expect(zipfile.is_zipfile(workbook), "the checklist workbook was exported")
    windows = smoke_result.comparable(json.loads(result.read_text(encoding="utf-8")))
    expect(len(windows["documents"]) == len(names), f"all {len(names)} samples were read")
    for path in (result, workbook):
        path.unlink()
    here = smoke_result.check_here(drafts, names)
    expect(windows == here, "the JSON equals the one made on this machine")


def take_picture(folder: Path, draft: Path) -> None:
    font = PREFIX / "drive_c" / "font.ttc"
    shutil.copy(FONT, font)
    python = folder / "runtime" / "python.exe"
    PICTURE.unlink(missing_ok=True)
    arguments = ["-X", "utf8", "-c", TAKE_PICTURE, draft.name, wine.windows_path(PICTURE), r"C:\font.ttc"]
    done = wine.run(python, *arguments, prefix=PREFIX, cwd=draft.parent)
    expect(done.returncode == 0 and PICTURE.exists(), f"the window was rendered to {PICTURE}")


def refuse_while_running(folder: Path, draft: Path) -> None:
    """Open the window through GxDesk.exe itself; installer and uninstaller must refuse until it is closed."""
    process, writing = wine.start(folder / "GxDesk.exe", draft.name, prefix=PREFIX, cwd=draft.parent)
    try:
        time.sleep(6)
        expect(process.poll() is None, "GxDesk.exe opens the window with a draft and stays open")
        expect(install() == RUNNING, "the installer refuses while the program is running")
        wine.run(folder / "uninstall.exe", "/S", prefix=PREFIX)
        time.sleep(2)
        expect((folder / "GxDesk.exe").exists(), "the uninstaller refuses while the program is running")
    finally:
        wine.run("taskkill", "/F", "/IM", "GxDesk.exe", prefix=PREFIX)
        wait_for_end(process, writing)


def wait_for_end(process: subprocess.Popen[bytes], writing: int) -> None:
    try:
        process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    os.close(writing)


def uninstall(folder: Path, *switches: str) -> None:
    """Remove the program; the uninstaller works from a copy of itself, so wait until the folder is gone."""
    wine.run(folder / "uninstall.exe", "/S", *switches, prefix=PREFIX)
    for _ in range(60):
        if not folder.exists():
            break
        time.sleep(0.5)
    wine.stop(PREFIX)


def upgrade(folder: Path) -> None:
    """A file of an older version goes, a file of the user's own stays."""
    old, own = folder / "lib" / "gxdesk" / "own.txt", folder / "用户自己的文件.txt"
    for path in (old, own):
        path.write_text("x", encoding="utf-8")
    (folder / "lib" / "gxdesk" / "__init__.py").write_text("broken", encoding="utf-8")
    expect(install() == 0, "installing over an installed version works")
    fresh = (folder / "lib" / "gxdesk" / "__init__.py").read_text(encoding="utf-8")
    expect("__version__" in fresh and own.exists(), "the upgrade replaced our files, not the user's")
    for path in (old, own):
        path.unlink()


def all_users_in_a_chinese_folder(drafts: Path) -> None:
    """Install for all users into a folder with a Chinese name; use it; remove it."""
    status = install("/ALLUSERS", r"/D=C:\办公软件\年报检查")
    expect(status == 0, "installed for all users, in a Chinese folder")
    folder = PREFIX / "drive_c" / "办公软件" / "年报检查"
    wine.stop(PREFIX)
    registry = (PREFIX / "system.reg").read_text(encoding="utf-8", errors="replace")
    expect("shell\\\\GxDesk]" in registry, "the context menu verb for all users")
    check = ["check", ".", "--quiet", "--jobs", "2"]
    done = wine.run(folder / "gxdesk-cli.exe", *check, prefix=PREFIX, cwd=drafts)
    expect(done.returncode == 1, "the program works in a folder with a Chinese name")
    uninstall(folder, "/PURGE")
    expect(not folder.exists() and traces() == [], "removed for all users, nothing left")


def portable(drafts: Path, draft: Path) -> None:
    """Unpack the portable edition and use it: all it writes it writes beside itself."""
    place = PREFIX / "drive_c" / "U 盘"
    with zipfile.ZipFile(payload.DIST / f"GxDesk-{payload.version()}-绿色版.zip") as archive:
        archive.extractall(place)
    code = "import os; print(os.environ['GXDESK_DATA'])"
    folder = place / "GxDesk"
    done = wine.run(folder / "gxdesk-cli.exe", "check", ".", "--quiet", prefix=PREFIX, cwd=drafts)
    expect(done.returncode == 1, "the portable edition checks the samples")
    # As a worker the launcher passes Python's arguments on: a look at the environment it makes.
    worker = ["-X", "utf8", "-c", code, "--multiprocessing-fork"]
    seen = wine.run(folder / "gxdesk-cli.exe", *worker, prefix=PREFIX)
    expect(seen.stdout.decode().strip() == r"C:\U 盘\GxDesk\data", "its records are kept beside it")
    process, writing = wine.start(folder / "GxDesk.exe", draft.name, prefix=PREFIX, cwd=draft.parent)
    time.sleep(6)
    wine.run("taskkill", "/F", "/IM", "GxDesk.exe", prefix=PREFIX)
    wait_for_end(process, writing)
    kept = {path.name for path in (folder / "data").iterdir()}
    expect({"decisions.db", "settings.ini"} <= kept, "its window keeps settings and decisions there too")
    shutil.rmtree(place)
    expect(traces() == [], "nothing of the portable edition is left on the computer")


def main() -> int:
    print("Windows smoke test")
    wine.fresh_prefix(PREFIX)
    drafts = smoke_result.sample_drafts(inputs.BUILD / "smoke" / "2024年 报告草稿（送审）")
    draft = smoke_result.faulty_word_draft(drafts)
    expect(install() == 0, "silent installation")
    folder = installed_folder()
    links = [path.name for path in PREFIX.parent.rglob("*.lnk") if "GxDesk" in path.name]
    expect(len(links) == 2, "shortcuts in the start menu and on the desktop")
    wine.stop(PREFIX)
    registry = (PREFIX / "user.reg").read_text(encoding="utf-8", errors="replace")
    verbs = [f"\\\\.{kind}\\\\shell\\\\GxDesk]" in registry for kind in ("docx", "doc", "xlsx", "xls", "txt")]
    expect(all(verbs), "the context menu verb of five kinds of files")
    check_drafts(folder, drafts)
    take_picture(folder, draft)
    refuse_while_running(folder, draft)
    upgrade(folder)
    uninstall(folder)
    left = traces()
    records = [line for line in left if "AppData" in line]
    expect(not folder.exists() and left == records, "removed; only the user's records are left")
    expect(install() == 0, "installed again")
    uninstall(folder, "/PURGE")
    expect(traces() == [], "removed with the records: nothing is left in files and registry")
    all_users_in_a_chinese_folder(drafts)
    portable(drafts, draft)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except payload.PackageError as error:
        sys.exit(f"FAILED  {error}")
