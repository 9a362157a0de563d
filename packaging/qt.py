"""Which files of the wheels are bundled. PySide6 is listed positively: what is not named here stays out.

The wheel of PySide6 unpacks to 190 MB; the window needs a handful of modules. One that the program
begins to use is added here, and a test compares this list with the program's imports.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport")
LIBRARIES = (
    "Core",
    "Gui",
    "Widgets",
    "PrintSupport",
    "Svg",
)  # Svg: what the plugins for SVG icons are linked to
LANGUAGES = ("zh_CN", "zh_TW", "en")

_EVERYWHERE = (
    "PySide6/__init__.py",
    "PySide6/_config.py",
    "PySide6/_git_pyside_version.py",
    "PySide6/support/__init__.py",
    "PySide6/support/deprecated.py",
    "shiboken6/__init__.py",
    "shiboken6/_config.py",
    "shiboken6/_git_shiboken_module_version.py",
)
_WINDOWS = (
    *(f"PySide6/{module}.pyd" for module in MODULES),
    *(f"PySide6/Qt6{library}.dll" for library in LIBRARIES),
    "PySide6/pyside6.abi3.dll",
    "PySide6/msvcp140*.dll",
    "PySide6/vcruntime140*.dll",
    "shiboken6/Shiboken.pyd",
    "shiboken6/shiboken6.abi3.dll",
    "shiboken6/msvcp140*.dll",
    "shiboken6/vcruntime140*.dll",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",  # python -m gxdesk.ui.screenshot
    "PySide6/plugins/iconengines/qsvgicon.dll",
    "PySide6/plugins/imageformats/qsvg.dll",
    "PySide6/plugins/imageformats/qico.dll",
    *(f"PySide6/translations/qtbase_{language}.qm" for language in LANGUAGES),
)
_LINUX = (
    *(f"PySide6/{module}.abi3.so" for module in MODULES),
    *(f"PySide6/Qt/lib/libQt6{library}.so.6" for library in LIBRARIES),
    "PySide6/Qt/lib/libQt6DBus.so.6",
    "PySide6/Qt/lib/libQt6XcbQpa.so.6",
    "PySide6/Qt/lib/libQt6OpenGL.so.6",
    "PySide6/Qt/lib/libQt6WaylandClient.so.6",
    "PySide6/Qt/lib/libicu*.so.73",
    "PySide6/libpyside6.abi3.so.6.8",
    "shiboken6/Shiboken.abi3.so",
    "shiboken6/libshiboken6.abi3.so.6.8",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/platforms/libqwayland-generic.so",
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "PySide6/Qt/plugins/wayland-decoration-client/libbradient.so",
    "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/plugins/imageformats/libqico.so",
    *(f"PySide6/Qt/translations/qtbase_{language}.qm" for language in LANGUAGES),
)
KEPT = {"windows": _EVERYWHERE + _WINDOWS, "linux": _EVERYWHERE + _LINUX}

# What the other wheels carry that no program needs: sources of the compiled parts, type stubs, tests.
_NOT_NEEDED = ("*.pyi", "*.pyx", "*.pxd", "*.pxi", "*.c", "*.h", "*.lib", "*/py.typed", "*/tests/*")
_NOT_NEEDED_FOLDERS = (
    "lxml/includes/*",
    "lxml/html/*",
    "chardet/models/training_metadata.yaml",
    "olefile/olefile2.py",  # for Python 2
    "OleFileIO_PL.py",  # its old name
)


def is_kept(name: str, platform: str) -> bool:
    """Say whether a file of a wheel, named as in the wheel, is bundled for "windows" or "linux"."""
    if ".dist-info/" in name:
        return False
    if name.startswith(("PySide6/", "shiboken6/")):
        return any(fnmatchcase(name, pattern) for pattern in KEPT[platform])
    return not any(fnmatchcase(name, pattern) for pattern in (*_NOT_NEEDED, *_NOT_NEEDED_FOLDERS))
