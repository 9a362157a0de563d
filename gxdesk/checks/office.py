"""The office's own rules: rows of a sheet a superior fills in become rules like ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked, fingerprint
from gxdesk.checks.find import paragraphs
from gxdesk.checks.quote import clip
from gxdesk.document.text import fold, label_key
from gxdesk.errors import RulesError
from gxdesk.readers.ruletable import Entry, RuleRow, read_rule_table
from gxdesk.report.model import Report, Section
from gxdesk.standards.load import known

FAMILY = "office"
_MUST, _SHOULD = ("必须", "应当", "必需", "must"), ("建议", "可以", "should", "")
_YES, _NO = ("是", "需要", "要", "yes", "true"), ("否", "不需要", "不", "no", "false", "")
_ALTERNATIVES = re.compile(r"[、,，;；\n|]+")
_TOGETHER = re.compile(r"[+＋]")
_EVERYWHERE = ("", "全文", "不限", "任何章节")
_FIGURE = re.compile(r"\d|[零一二两三四五六七八九十百千万]+[条件篇次个项份人名期场万元]")
_NOTHING = re.compile(r"未|没有|无|零")


@dataclass(frozen=True, slots=True)
class OfficeRule:
    """One demand of the office. ``keywords``: any group will do, all words of a group must stand."""

    requirement: str
    keywords: tuple[tuple[str, ...], ...] = ()
    section: str = ""
    must: bool = True
    least: int = 0
    most: int = 0
    number: bool = False
    basis: str = ""


def office_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules of an office's sheet or ``.toml`` file.

    Raises :class:`~gxdesk.errors.RulesError`, naming row and column, when an entry is wrong. A file read once
    is read again only after it was changed.
    """
    try:
        stamp = path.stat().st_mtime_ns
    except OSError as error:
        raise RulesError(f"找不到本单位规则“{path.name}”，请核对文件位置。") from error
    return _load(path.resolve(), stamp)


@lru_cache(maxsize=8)
def _load(path: Path, _stamp: int) -> tuple[Rule, ...]:
    rows = read_rule_table(path)
    if not rows:
        raise RulesError(f"本单位规则“{path.name}”里一条规则也没有。")
    found: dict[str, Rule] = {}
    for row in rows:
        rule = rule_of(parse(path.name, row))
        if rule.id in found:
            raise RulesError(f"本单位规则“{path.name}”{row.where}与前面的“{rule.title}”重复，请删去一条。")
        found[rule.id] = rule
    return tuple(found.values())


def parse(name: str, row: RuleRow) -> OfficeRule:
    """Read one row; ``name`` is the file's, for the error."""

    def text(key: str) -> str:
        return row.cells[key].text if key in row.cells else ""

    def fail(key: str, what: str) -> RulesError:
        where = row.cells[key].where if key in row.cells else row.where
        return RulesError(f"本单位规则“{name}”{where}：{what}")

    if not text("requirement"):
        raise fail("requirement", "没有写“要求”。每条规则都要写明要求什么。")
    least, most = (_count(row.cells.get(key), partial(fail, key)) for key in ("least", "most"))
    if least and most and least > most:
        raise fail("most", f"最多字数{most}小于最少字数{least}。")
    rule = OfficeRule(
        text("requirement"),
        _keywords(text("keywords")),
        _section_name(text("section"), partial(fail, "section")),
        _choice(text("demand"), _MUST, _SHOULD, partial(fail, "demand"), "“必须”或“建议”"),
        least,
        most,
        _choice(text("number"), _YES, _NO, partial(fail, "number"), "“是”或“否”"),
        text("basis"),
    )
    if not (rule.keywords or rule.number or ((least or most) and rule.section)):
        raise fail("keywords", "没有写关键词，也没有对某一章的字数或数字提出要求，程序不知道查什么。")
    return rule


def _keywords(text: str) -> tuple[tuple[str, ...], ...]:
    groups = ([fold(word).text for word in _TOGETHER.split(group)] for group in _ALTERNATIVES.split(text))
    return tuple(tuple(word for word in group if word) for group in groups if any(group))


def _count(entry: Entry | None, fail: Callable[[str], RulesError]) -> int:
    if entry is None or not entry.text:
        return 0
    written = entry.text.removesuffix("字").removesuffix(".0")
    if not (written.isascii() and written.isdigit()):
        raise fail(f"字数应当是整数，现为“{entry.text}”。")
    return int(written)


def _choice(
    text: str, yes: tuple[str, ...], no: tuple[str, ...], fail: Callable[[str], RulesError], allowed: str
) -> bool:
    word = text.strip().lower()
    if word in yes:
        return True
    if word in no:
        return False
    raise fail(f"应当写{allowed}，现为“{text}”。")


def _section_name(text: str, fail: Callable[[str], RulesError]) -> str:
    if text in _EVERYWHERE:
        return ""
    if not any(_is_section(form.title, form.variants, text) for std in known() for form in std.sections):
        titles = "、".join(f"“{label_key(form.title)}”" for form in known()[-1].sections)
        raise fail(f"没有“{text}”这一章。可以写{titles}，不限章节的留空。")
    return text


def _is_section(title: str, variants: tuple[str, ...], text: str) -> bool:
    wanted = label_key(text)
    return bool(wanted) and (wanted in label_key(title) or any(wanted == label_key(v) for v in variants))


def rule_of(wanted: OfficeRule) -> Rule:
    """Return the rule that checks one demand; its id hangs on the requirement's words alone."""
    where = f"在“{wanted.section}”中" if wanted.section else "在全文中"
    asked = [f"写到{_words(wanted)}"] if wanted.keywords else []
    asked += [f"不少于{wanted.least}字"] if wanted.least else []
    asked += [f"不多于{wanted.most}字"] if wanted.most else []
    asked += ["写明数字"] if wanted.number else []
    return Rule(
        id=f"{FAMILY}.{fingerprint(FAMILY, wanted.requirement)}",
        title=f"不符合本单位要求：{clip(wanted.requirement, 30)}",
        severity=Severity.ERROR if wanted.must else Severity.WARNING,
        requirement=wanted.requirement,
        basis=wanted.basis or "本单位规则",
        explanation=f"本单位自定的要求：{where}{'，'.join(asked)}。",
        advice=f"按本单位要求补写或者修改：{wanted.requirement}。".replace("。。", "。"),
        check=partial(_check, wanted),
    )


def _words(wanted: OfficeRule) -> str:
    return "或".join("和".join(f"“{word}”" for word in group) for group in wanted.keywords)


def _check(wanted: OfficeRule, report: Report) -> Iterator[Hit | Unchecked]:
    """Report what the office demands and the draft lacks."""
    section = _section_of(report, wanted.section) if wanted.section else None
    if wanted.section and (section is None or not section.present or not section.heading):
        yield Unchecked(f"没有找到“{wanted.section}”一章，无法核对")
        return
    own = paragraphs(report, section) if section else list(report.own)
    about = [(block, text) for block, text in own if _speaks_of(wanted, text)] if wanted.keywords else own
    place = section.place if section else report.whole
    if not about:
        yield Hit(f"{_scope(wanted)}没有写到{_words(wanted)}。", (place,), "absent")
        return
    places = tuple(report.document.place(block) for block, _ in about[:5]) if wanted.keywords else (place,)
    length = sum(len(text) for _, text in about)
    what = _words(wanted) if wanted.keywords else "这一章"
    if wanted.least and length < wanted.least:
        message = f"{_scope(wanted)}{what}只写了{length}字，要求不少于{wanted.least}字。"
        yield Hit(message, places, "short", expected=str(wanted.least), actual=str(length))
    if wanted.most and length > wanted.most:
        message = f"{_scope(wanted)}{what}写了{length}字，要求不多于{wanted.most}字。"
        yield Hit(message, places, "long", expected=str(wanted.most), actual=str(length))
    if wanted.number and not any(_FIGURE.search(text) or _says_none(wanted, text) for _, text in about):
        yield Hit(f"{_scope(wanted)}写到{what}，但没有写明数字。", places, "number")


def _section_of(report: Report, name: str) -> Section | None:
    for section in report.sections:
        form = report.standard.section(section.id)
        if _is_section(form.title, form.variants, name):
            return section
    return None


def _speaks_of(wanted: OfficeRule, text: str) -> bool:
    return any(all(word in text for word in group) for group in wanted.keywords)


def _says_none(wanted: OfficeRule, text: str) -> bool:
    return any(
        _NOTHING.search(sentence) and (not wanted.keywords or _speaks_of(wanted, sentence))
        for sentence in re.split("[。;]", text)
    )


def _scope(wanted: OfficeRule) -> str:
    return f"“{wanted.section}”中" if wanted.section else "全文"
