"""Collects the licences of everything that is bundled into a folder that goes into the package.

Texts come from the wheels themselves. The wheels of Qt for Python carry none, so the texts of the LGPL and
GPL are kept beside this file. What the LGPL asks of us is written into the notice, in Chinese, for whoever
redistributes.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from email.parser import Parser
from pathlib import Path

import inputs

TEXTS = Path(__file__).with_name("licences")
NOTICE = "第三方组件说明.txt"
QT = ("PySide6-Essentials", "shiboken6")
_TEXT_NAME = re.compile(r"(licen[cs]es?|copying|notice|authors)\b", re.IGNORECASE)

# Where the licence in force and the sources of each component are stated, when its wheel does not say.
HOMES = {
    "PySide6-Essentials": "https://code.qt.io/pyside/pyside-setup（标签 v6.8.3）；https://download.qt.io/archive/qt/6.8/6.8.3",
    "shiboken6": "https://code.qt.io/pyside/pyside-setup（标签 v6.8.3）",
    "python-docx": "https://github.com/python-openxml/python-docx",
    "typing-extensions": "https://github.com/python/typing_extensions",
}
PYTHON = {
    "windows": "CPython 3.12.9（含 SQLite、zlib、expat、libffi、bzip2、xz 及微软 C 运行库）",
    "linux": "CPython 3.13.5（源代码取自 Debian，含其安全补丁；含 SQLite 3.46.1、zlib 1.3.1、expat）",
}
_PARTS = "zlib、libpng、FreeType、HarfBuzz、PCRE2、double-conversion、MD4C 等（各自的许可见 Qt 文档）。"
PARTS = {"windows": f"Qt 库内含：{_PARTS}", "linux": f"Qt 库内含：ICU 73、{_PARTS}"}
LIBRARIES = {
    "windows": r"lib\PySide6\Qt6*.dll、lib\PySide6\*.dll、lib\shiboken6\*.dll",
    "linux": "/opt/gxdesk/python/lib/python3.13/site-packages/PySide6/Qt/lib/*.so.6 等",
}


def metadata(wheel: Path) -> dict[str, str]:
    """Return name, version, licence and home page as the wheel states them."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        message = Parser().parsestr(archive.read(name).decode("utf-8"))
    urls = [value.partition(",") for value in message.get_all("Project-URL", [])]
    homes = [url.strip() for label, _, url in urls if label.strip().lower() in ("source", "home", "homepage")]
    return {
        "name": message["Name"],
        "version": message["Version"],
        "licence": message.get("License-Expression") or message.get("License") or "见所附许可文本",
        "home": (homes or [message.get("Home-page") or ""])[0],
    }


def licence_texts(wheel: Path) -> dict[str, bytes]:
    """Return the licence files inside a wheel by their plain names."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" in name and not name.endswith("/")]
        wanted = [name for name in names if _TEXT_NAME.match(Path(name).name)]
        return {Path(name).name: archive.read(name) for name in wanted if "Commercial" not in name}


def notice(platform: str, components: list[dict[str, str]]) -> str:
    """Return the notice: what is bundled, under which licence, and the rights the LGPL gives the user."""
    rows = "\n".join(
        f"- {part['name']} {part['version']}：{part['licence']}\n"
        f"  来源：{HOMES.get(part['name']) or part['home']}"
        for part in components
    )
    return f"""GxDesk 本身以 Apache License 2.0 发布（见 GxDesk 文件夹）。

随本程序一同安装的第三方组件如下，许可文本在同名文件夹中。

- {PYTHON[platform]}：PSF License 2.0 等
  来源：https://www.python.org
{rows}

关于 Qt 与 Qt for Python（PySide6、Shiboken6）
本程序依 GNU 宽通用公共许可证第 3 版（LGPL-3.0）使用 Qt 6.8.3 与 Qt for Python 6.8.3，未作任何修改。
1. 这些库以动态链接库的形式独立存放：{LIBRARIES[platform]}。
   您可以用接口兼容的自行编译的版本替换它们；本程序不作任何校验或限制。
2. 本程序的条款不禁止您为调试此类替换而对程序进行逆向工程。
3. 这些库的完整源代码可自上列“来源”取得；许可文本见 Qt 文件夹中的 LGPL-3.0.txt 与 GPL-3.0.txt。
4. {PARTS[platform]}
   详见 https://doc.qt.io/qt-6.8/licenses-used-in-qt.html 。
"""


def collect(platform: str, folder: Path, python_licence: bytes) -> None:
    """Write all licence texts and the notice for one platform into ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("GxDesk", "Qt", "Python"):
        (folder / name).mkdir(parents=True)
    shutil.copy(TEXTS / "Apache-2.0.txt", folder / "GxDesk")
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        shutil.copy(TEXTS / name, folder / "Qt")
    (folder / "Python" / "LICENSE.txt").write_bytes(python_licence)
    components = []
    for item in sorted(inputs.bundled_wheels(platform), key=lambda item: item.package.lower()):
        components.append({**metadata(item.path), "name": item.package})
        texts = licence_texts(item.path)
        if not texts and item.package not in QT:
            raise inputs.InputError(f"{item.file} carries no licence text")
        for name, content in texts.items():
            target = folder / item.package / (name if "." in name else f"{name}.txt")
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
    (folder / NOTICE).write_text(notice(platform, components), encoding="utf-8", newline="\r\n")
