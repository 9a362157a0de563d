"""Reads values out of a parsed TOML table, naming file and key in Chinese when one is wrong."""

from __future__ import annotations

import re
from typing import Any

from gxdesk.errors import StandardError

_ID = re.compile(r"[a-z0-9][a-z0-9_]*")


class Fields:
    """One TOML table of a format file; ``done`` complains about the keys nobody asked for."""

    def __init__(self, file: str, data: dict[str, Any], path: str = "") -> None:
        """Wrap ``data``, found in ``file`` under the dotted ``path``."""
        self._file = file
        self._data = data
        self._path = path
        self._asked: set[str] = set()

    def where(self, key: str) -> str:
        """Return the full name of ``key``, e.g. ``tables[2].parts[1].columns``."""
        return f"{self._path}.{key}" if self._path else key

    def fail(self, key: str, what: str) -> StandardError:
        """Return the error to raise when the value of ``key`` is wrong."""
        return StandardError(f"报告格式文件“{self._file}”的 {self.where(key)} 有误：{what}")

    def _get(self, key: str, kind: type, word: str, default: object) -> Any:  # noqa: ANN401 - any TOML value
        self._asked.add(key)
        if key not in self._data:
            if default is None:
                raise self.fail(key, f"缺少这一项，应填写{word}。")
            return default
        value = self._data[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fail(key, f"应为{word}，现为“{value}”。")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without ``default`` it must be there and say something."""
        value: str = self._get(key, str, "文字", default)
        if default is None and not value.strip():
            raise self.fail(key, "不能为空。")
        return value

    def identifier(self, key: str = "id") -> str:
        """Return an id: small letters, digits and underscores (a dot joins ids, so none inside)."""
        value = self.text(key)
        if not _ID.fullmatch(value):
            raise self.fail(key, f"“{value}”不是标识，只能用小写英文字母、数字和下划线。")
        return value

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return a string that is one of ``allowed``."""
        value: str = self._get(key, str, "文字", default)
        if value not in allowed:
            listed = "、".join(f"“{item}”" for item in allowed)
            raise self.fail(key, f"“{value}”不在可选值之内，可选：{listed}。")
        return value

    def pattern(self, key: str) -> str:
        """Return an optional regular expression that compiles, else ``""``."""
        value = self.text(key, "")
        self._compile(key, value)
        return value

    def _compile(self, key: str, value: str) -> None:
        try:
            re.compile(value)
        except re.error as error:
            raise self.fail(
                key, f"正则表达式“{value}”写错了（第 {(error.pos or 0) + 1} 个字符处）。"
            ) from error

    def patterns(self, key: str) -> tuple[str, ...]:
        """Return an optional list of regular expressions that compile."""
        values = self.texts(key)
        for value in values:
            self._compile(key, value)
        return values

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """Return a list of non-empty strings; empty when absent unless ``required``."""
        values = self._get(key, list, "文字列表", None if required else [])
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.fail(key, f"列表中的每一项都应为文字，现有“{value}”。")
        if required and not values:
            raise self.fail(key, "不能为空列表。")
        return tuple(values)

    def integer(self, key: str) -> int:
        """Return a whole number that must be there."""
        value: int = self._get(key, int, "整数", None)
        return value

    def optional_integer(self, key: str) -> int | None:
        """Return a whole number or ``None`` when absent."""
        self._asked.add(key)
        return self.integer(key) if key in self._data else None

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return ``true`` or ``false``."""
        value: bool = self._get(key, bool, " true 或 false", default)
        return value

    def tables(self, key: str, required: bool = True) -> tuple[Fields, ...]:
        """Return the sub-tables of an array (``[[key]]`` or inline), each wrapped with its place."""
        values = self._get(key, list, "若干条目", None if required else [])
        if required and not values:
            raise self.fail(key, "至少要有一个条目。")
        for value in values:
            if not isinstance(value, dict):
                raise self.fail(key, f"每个条目都应写成 {{ … }} 的形式，现有“{value}”。")
        return tuple(
            Fields(self._file, value, f"{self.where(key)}[{index}]") for index, value in enumerate(values, 1)
        )

    def table(self, key: str) -> Fields:
        """Return a sub-table (``[key]``) that must be there."""
        return Fields(self._file, self._get(key, dict, "一组键值", None), self.where(key))

    def done(self) -> None:
        """Raise ``StandardError`` when the table has keys nobody asked for (misspelt, most likely)."""
        unknown = [key for key in self._data if key not in self._asked]
        if unknown:
            known = "、".join(sorted(self._asked))
            raise self.fail(unknown[0], f"不认识这一项，请检查拼写。此处可用的项：{known}。")

    def unique(self, key: str, values: list[str], what: str) -> None:
        """Raise ``StandardError`` when a value of the list ``key`` occurs twice (``what`` it is)."""
        seen: set[str] = set()
        for value in values:
            if value in seen:
                raise self.fail(key, f"{what}“{value}”重复。")
            seen.add(value)
