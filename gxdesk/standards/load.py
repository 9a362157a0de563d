"""Finds, reads and validates report formats: ours in ``resources/standards``, or an office's own file."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from gxdesk.errors import StandardError
from gxdesk.resources import resource
from gxdesk.standards.model import Standard
from gxdesk.standards.parse import parse_standard


def load(name: str) -> Standard:
    """Return the format called ``name``: an id such as ``2021``, or the path of an office's own ``.toml``.

    Raises ``StandardError`` (Chinese; file, key, what is wrong). A file read once is read again only after
    it was changed.
    """
    by_path = name.lower().endswith(".toml")
    path = Path(name) if by_path else resource("standards", f"{name}.toml")
    if not path.is_file():
        raise StandardError(_not_found(name))
    standard = _load(path.resolve(), path.stat().st_mtime_ns)
    if not by_path and standard.id != name:
        raise StandardError(f"报告格式文件“{path.name}”的 id 有误：应与文件名一致，写“{name}”。")
    return standard


def known() -> tuple[Standard, ...]:
    """Return all formats in ``resources/standards``, oldest first.

    Raises ``StandardError`` when a file is wrong or two files claim the same id or report year.
    """
    return load_folder(_folder())


def load_folder(folder: Path) -> tuple[Standard, ...]:
    """Return the formats of all ``.toml`` files of ``folder``, oldest first; raises as :func:`known`."""
    stamped = tuple(sorted((path, path.stat().st_mtime_ns) for path in folder.glob("*.toml")))
    return _load_all(stamped)


def for_year(year: int) -> Standard:
    """Return the format in force for a report year; raises ``StandardError`` when none is."""
    standards = known()
    for standard in standards:
        if standard.since <= year and (standard.until is None or year <= standard.until):
            return standard
    spans = "、".join(f"“{standard.id}”（{_years(standard)}）" for standard in standards)
    raise StandardError(f"没有适用于 {year} 年度报告的格式。现有格式：{spans}。请核对报告年度。")


def _folder() -> Path:
    return resource("standards")


def _not_found(name: str) -> str:
    if name.lower().endswith(".toml"):
        return f"找不到报告格式文件“{name}”，请核对文件位置。"
    ids = "、".join(sorted(path.stem for path in _folder().glob("*.toml")))
    return f"没有名为“{name}”的报告格式。可用的格式：{ids}；也可以指定一个 .toml 格式文件。"


@lru_cache(maxsize=32)
def _load(path: Path, _stamp: int) -> Standard:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise StandardError(f"报告格式文件“{path.name}”不是 UTF-8 编码，请另存为 UTF-8。") from error
    except tomllib.TOMLDecodeError as error:
        raise StandardError(f"报告格式文件“{path.name}”不符合 TOML 写法：{_position(error)}。") from error
    except OSError as error:
        raise StandardError(f"报告格式文件“{path.name}”打不开，请检查是否有读取权限。") from error
    return parse_standard(path.name, data)


def _position(error: tomllib.TOMLDecodeError) -> str:
    message = str(error)
    digits = [word.strip(",)") for word in message.split() if word.strip(",)").isdigit()]
    if len(digits) >= 2:
        return f"第 {digits[-2]} 行第 {digits[-1]} 个字符附近有误"
    return "文件末尾不完整"


@lru_cache(maxsize=8)
def _load_all(stamped: tuple[tuple[Path, int], ...]) -> tuple[Standard, ...]:
    named = [(path.name, _load(path, stamp)) for path, stamp in stamped]
    named.sort(key=lambda pair: pair[1].since)
    for (file, standard), (next_file, following) in pairwise(named):
        if standard.until is None or standard.until >= following.since:
            raise StandardError(
                f"报告格式文件“{next_file}”的 since 有误：适用年度（{_years(following)}）"
                f"与“{file}”（{_years(standard)}）重叠。"
            )
    _refuse_same_ids(named)
    return tuple(standard for _, standard in named)


def _refuse_same_ids(named: list[tuple[str, Standard]]) -> None:
    files: dict[str, str] = {}
    for file, standard in named:
        if standard.id in files:
            raise StandardError(
                f"报告格式文件“{file}”的 id 有误：“{standard.id}”已被“{files[standard.id]}”使用。"
            )
        files[standard.id] = file


def _years(standard: Standard) -> str:
    if standard.until is None:
        return f"{standard.since} 年度起"
    return f"{standard.since}—{standard.until} 年度"
