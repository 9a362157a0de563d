#!/usr/bin/env python3
"""Compile the CPython of the Debian package, so that it runs on systems as old as glibc 2.28.

The wheels of PySide6 6.8 need glibc 2.28 (Debian 10, 统信 UOS 20; 麒麟 V10 has 2.31). A Python taken from a
newer Debian would need more, so it is compiled here from Debian's sources, with Debian's security patches,
by a C compiler that links against glibc 2.28. Modules nobody needs are left out: above all there is no
TLS, no curses and no Tk in it. The result is kept in ``build/python-linux`` until a source or this file
changes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import inputs  # noqa: E402

GLIBC = "2.28"
PREFIX = "/opt/gxdesk/python"
WORK = inputs.BUILD / "python-build"
RESULT = inputs.BUILD / "python-linux"
EPOCH = "1735689600"  # stands for the time of compilation wherever one is written down

# Debian's own patches move folders about, which must not happen here; the security ones are wanted.
OTHER_WANTED_PATCHES = ("dict-use-after-free.patch", "traverse-managed-dicts.patch")

LEFT_OUT_MODULES = [
    *(
        "_ssl",
        "_hashlib",
        "_bz2",
        "_lzma",
        "_curses",
        "_curses_panel",
        "_dbm",
        "_gdbm",
        "_tkinter",
        "readline",
    ),
    *("_ctypes", "_ctypes_test", "_uuid", "nis", "_testcapi", "_testinternalcapi", "_testbuffer"),
    *("_testimportmultiple", "_testmultiphase", "_testsinglephase", "_testexternalinspection", "_testclinic"),
    *("_testclinic_limited", "_testlimitedcapi", "_xxtestfuzz", "xxlimited", "xxlimited_35", "xxsubtype"),
]
LEFT_OUT_FOLDERS = (
    "config-*",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "pydoc_data",
    "test",
    "tkinter",
    "turtledemo",
    "venv",
    "ctypes",
    "curses",
    "dbm",
    "_pyrepl",
    "site-packages/README.txt",
    "turtle.py",
)


def source(package: str, ending: str) -> Path:
    for item in inputs.lock():
        if item.origin == "debian" and item.package == package and ending in item.file:
            return item.path
    raise inputs.InputError(f"inputs.toml has no {package} {ending}")


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack a source archive and return the folder it made."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
        return folder / tar.getnames()[0].split("/")[0]


def run(*command: str | Path, cwd: Path, env: dict[str, str]) -> None:
    """Run a step of the build; what it prints goes to a log and is shown only when the step fails."""
    log = WORK / "log.txt"
    with log.open("w", encoding="utf-8") as stream:
        status = subprocess.call(
            [str(part) for part in command], cwd=cwd, env=env, stdout=stream, stderr=subprocess.STDOUT
        )
    if status:
        tail = log.read_text(encoding="utf-8", errors="replace")[-3000:]
        raise inputs.InputError(f"{command[0]} failed while compiling Python:\n{tail}")


def compiler() -> dict[str, str]:
    """Unpack the compiler, write the three little commands that call it, return the environment."""
    wheel = next(item.path for item in inputs.lock() if item.package == "ziglang")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(WORK / "compiler")
    program = WORK / "compiler" / "ziglang" / "zig"
    program.chmod(0o755)
    for name, words in {"cc": f"cc -target x86_64-linux-gnu.{GLIBC}", "ar": "ar", "ranlib": "ranlib"}.items():
        command = WORK / name
        command.write_text(f'#!/bin/sh\nexec "{program}" {words} "$@"\n', encoding="utf-8")
        command.chmod(0o755)
    flags = f"-O2 -g0 -fPIC -fno-sanitize=undefined -Wno-date-time -ffile-prefix-map={WORK}=."
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(WORK),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONHASHSEED": "0",
        "ZIG_GLOBAL_CACHE_DIR": str(WORK / "compiler-cache"),
        "CC": str(WORK / "cc"),
        "AR": str(WORK / "ar"),
        "RANLIB": str(WORK / "ranlib"),
        "CFLAGS": flags,
        "OPT": "-DNDEBUG",
    }


def build_libraries(env: dict[str, str]) -> Path:
    """Compile zlib and SQLite as archives that are linked into Python's modules."""
    libraries = WORK / "libraries"
    for name in ("lib", "include"):
        (libraries / name).mkdir(parents=True)
    zlib = unpack(source("zlib", ".orig."), WORK)
    run("./configure", "--static", f"--prefix={libraries}", cwd=zlib, env=env)
    run("make", "-j2", "libz.a", cwd=zlib, env=env)
    sqlite = unpack(source("sqlite3", ".orig."), WORK)
    run("./configure", "--disable-shared", "--disable-tcl", "--disable-readline", cwd=sqlite, env=env)
    run("make", "sqlite3.c", cwd=sqlite, env=env)
    options = ["-DSQLITE_THREADSAFE=1", "-DSQLITE_OMIT_LOAD_EXTENSION"]
    compile_it = [env["CC"], *env["CFLAGS"].split(), *options, "-c", "sqlite3.c", "-o", "sqlite3.o"]
    run(*compile_it, cwd=sqlite, env=env)
    run(env["AR"], "crsD", libraries / "lib" / "libsqlite3.a", "sqlite3.o", cwd=sqlite, env=env)
    shutil.copy(zlib / "libz.a", libraries / "lib")
    for header in (zlib / "zlib.h", zlib / "zconf.h", sqlite / "sqlite3.h", sqlite / "sqlite3ext.h"):
        shutil.copy(header, libraries / "include")
    return libraries


def is_wanted_patch(name: str) -> bool:
    return name.startswith("CVE-") or name in OTHER_WANTED_PATCHES


def patched_source(env: dict[str, str]) -> Path:
    """Unpack CPython and apply Debian's security patches in Debian's order."""
    python = unpack(source("python3.13", ".orig."), WORK)
    patches = unpack(source("python3.13", ".debian."), WORK) / "patches"
    for line in (patches / "series").read_text(encoding="utf-8").splitlines():
        if is_wanted_patch(line.strip()):
            patch = patches / line.strip()
            run("patch", "-p1", "--no-backup-if-mismatch", "-i", patch, cwd=python, env=env)
    return python


def build_python(env: dict[str, str], libraries: Path) -> Path:
    """Compile and install CPython under ``WORK/installed``; return that folder."""
    include, link = f"-I{libraries}/include", f"-L{libraries}/lib"
    env = {
        **env,
        "ZLIB_CFLAGS": include,
        "ZLIB_LIBS": f"{link} -lz",
        "LIBSQLITE3_CFLAGS": include,
        "LIBSQLITE3_LIBS": f"{link} -lsqlite3",
        **{f"py_cv_module_{name}": "n/a" for name in LEFT_OUT_MODULES},
    }
    python = patched_source(env)
    options = ["--without-ensurepip", "--disable-test-modules", "--with-pkg-config=no", "--without-readline"]
    run("./configure", f"--prefix={PREFIX}", *options, cwd=python, env=env)
    program = "LINKFORSHARED=-pie -Wl,-z,now -Xlinker -export-dynamic"  # at an address nobody can guess
    run("make", "-j2", program, cwd=python, env=env)
    installed = WORK / "installed"
    run("make", "install", program, f"DESTDIR={installed}", cwd=python, env=env)
    shutil.copy(python / "LICENSE", installed / PREFIX[1:] / "LICENSE")
    return installed / PREFIX[1:]


def trim(python: Path) -> None:
    """Throw away what a program does not need: headers, manuals, development and graphical modules."""
    library = next((python / "lib").glob("python3.*"))
    doomed = [python / "include", python / "share", python / "lib" / "pkgconfig"]
    doomed += [path for pattern in LEFT_OUT_FOLDERS for path in library.glob(pattern)]
    doomed += [path for path in (python / "bin").iterdir() if path.name != library.name]
    doomed += list(python.rglob("__pycache__"))
    doomed += list(python.rglob("*.a"))
    for path in doomed:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    (python / "bin" / library.name).rename(python / "bin" / "python3")
    for record in library.glob("_sysconfigdata_*.py"):  # where it was compiled is nobody's business
        record.write_text(record.read_text(encoding="utf-8").replace(str(WORK), "/build"), encoding="utf-8")
    for program in [python / "bin" / "python3", *library.glob("lib-dynload/*.so")]:
        subprocess.run(["strip", "--strip-unneeded", program], check=True)
        program.chmod(0o755 if program.name == "python3" else 0o644)


def state() -> str:
    """Changes whenever the result would."""
    items = [item for item in inputs.lock() if item.origin == "debian" or item.package == "ziglang"]
    pinned = sorted(item.sha256 for item in items)
    return hashlib.sha256(Path(__file__).read_bytes() + "".join(pinned).encode()).hexdigest()


def build() -> Path:
    """Return the folder with the compiled interpreter, compiling it when there is none or it is stale."""
    stamp = RESULT / "state"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state():
        return RESULT / "python"
    inputs.fetch("linux")
    for folder in (WORK, RESULT):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    env = compiler()
    python = build_python(env, build_libraries(env))
    trim(python)
    shutil.copytree(python, RESULT / "python", symlinks=True)
    stamp.write_text(state(), encoding="utf-8")
    shutil.rmtree(WORK)
    return RESULT / "python"


if __name__ == "__main__":
    print(build())
