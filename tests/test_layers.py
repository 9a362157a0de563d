"""The layer law: a module imports only from lower layers, and heavy libraries stay where they belong."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = (
    {"errors", "resources"},
    {"lexicon"},
    {"document"},
    {"readers", "standards"},
    {"report"},
    {"checks"},
    {"diagnosis"},
    {"checklist", "ledger"},
    {"exports"},
    {"jobs"},
    {"cli", "ui"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
ON_TOP = {"__init__", "__main__"}  # the library's front door and the program's entry
LIBRARIES = {  # where a third-party library may be imported, and whether at module level
    "PySide6": ({"ui"}, True),
    "openpyxl": ({"readers", "exports"}, False),
    "docx": ({"readers", "exports"}, False),
    "lxml": ({"readers", "exports"}, False),
    "chardet": ({"readers"}, False),
    "olefile": ({"readers"}, False),
    "xlrd": ({"readers"}, False),
}
NETWORK = {
    "socket",
    "ssl",
    "ftplib",
    "smtplib",
    "urllib.request",
    "http.client",
    "http.server",
    "PySide6.QtNetwork",
}


@dataclass(frozen=True)
class Import:
    layer: str  # the part of gxdesk that imports
    name: str  # the full dotted name imported
    at_start: bool  # at module level, so paid when the module is loaded
    where: str


def imported_names(node: ast.AST, file: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        package = file.relative_to(ROOT).with_suffix("").parts[: -node.level] if node.level else ()
        stem = ".".join([*package, *([node.module] if node.module else [])])
        return [f"{stem}.{alias.name}" for alias in node.names]
    return []


def statements(tree: ast.AST, at_start: bool = True) -> Iterator[tuple[ast.AST, bool]]:
    """Every node, and whether it runs when the module is loaded (``if TYPE_CHECKING`` does not)."""
    for node in ast.iter_child_nodes(tree):
        lazy = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
            isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        )
        yield node, at_start
        yield from statements(node, at_start and not lazy)


def all_imports() -> Iterator[Import]:
    for file in sorted((ROOT / "gxdesk").rglob("*.py")):
        layer = file.relative_to(ROOT / "gxdesk").parts[0].removesuffix(".py")
        for node, at_start in statements(ast.parse(file.read_text(encoding="utf-8"))):
            for name in imported_names(node, file):
                yield Import(layer, name, at_start, f"{file.relative_to(ROOT)}:{node.lineno}: {name}")


IMPORTS = list(all_imports())


def test_every_part_of_the_package_has_a_layer() -> None:
    parts = {path.stem for path in (ROOT / "gxdesk").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert parts - {"__pycache__"} == set(LEVEL) | ON_TOP


def test_modules_import_only_from_lower_layers() -> None:
    wrong = []
    for found in IMPORTS:
        target = found.name.split(".")[1:2] if found.name.startswith("gxdesk.") else []
        if found.layer in ON_TOP or not target or target[0] not in LEVEL or target[0] == found.layer:
            continue
        if LEVEL[target[0]] >= LEVEL[found.layer]:
            wrong.append(found.where)
    assert wrong == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_library_is_imported_only_where_it_belongs(library: str) -> None:
    layers, at_start = LIBRARIES[library]
    uses = [found for found in IMPORTS if found.name.split(".")[0] == library]
    assert [found.where for found in uses if found.layer not in layers] == []
    assert [found.where for found in uses if found.at_start and not at_start] == []


def test_there_are_no_other_third_party_libraries() -> None:
    tops = {found.name.split(".")[0] for found in IMPORTS}
    assert tops - set(sys.stdlib_module_names) - {"gxdesk"} <= set(LIBRARIES)


def test_the_program_is_offline() -> None:
    def uses_network(name: str) -> bool:
        return any(name == module or name.startswith(f"{module}.") for module in NETWORK)

    assert [found.where for found in IMPORTS if uses_network(found.name)] == []


def test_no_file_reads_outside_the_repository() -> None:
    outside = ("../" + "shared", "/work" + "/")
    texts = {".py", ".toml", ".md", ".html", ".sh", ".cfg", ".nsi"}
    files = [
        path
        for top in ("gxdesk", "resources", "packaging", "tests", ".ci")
        for path in (ROOT / top).rglob("*")
        if path.is_file() and (path.suffix in texts or path.name == "run")
    ]
    assert len(files) > 20
    wrong = [str(path) for path in files if any(word in path.read_text(encoding="utf-8") for word in outside)]
    assert wrong == []
