"""The words of an empty draft: title, preface, the sections of the format with what to write in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gxdesk.document.text import chinese_ordinal
from gxdesk.standards.model import SectionForm, Standard

TITLE, SECTION, ASPECT, BODY, TABLE, SIGN = "title", "section", "aspect", "body", "table", "sign"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the draft; of a ``table`` line ``text`` is the table's id."""

    kind: str
    text: str


def lines(standard: Standard, year: int) -> Iterator[Line]:
    """Yield the draft of a report year from title to date."""
    yield Line(TITLE, f"XX市XX局{year}年政府信息公开工作年度报告")
    yield Line(BODY, _preface(standard, year))
    for section in standard.sections:
        yield Line(SECTION, section.title)
        tables = [table for table in standard.tables if table.section == section.id]
        for table in tables:
            yield Line(TABLE, table.id)
        if not tables:
            yield from _prose(standard, section)
    loose = {section.id for section in standard.sections}
    for table in standard.tables:
        if table.section not in loose:
            yield Line(TABLE, table.id)
    yield Line(SIGN, "XX市XX局")
    yield Line(SIGN, f"{year + 1}年X月X日")


def due_year(standard: Standard, today: date) -> int:
    """Return the report year a draft is written for now: last year, or the last year of an old format."""
    return max(standard.since, min(today.year - 1, standard.until or today.year - 1))


def _preface(standard: Standard, year: int) -> str:
    names = [section.title.split("、", 1)[-1] for section in standard.sections]
    article = "第五十条" if "第五十条" in standard.basis else ""
    form = f"，按照报告格式（{standard.citation}）" if standard.citation else ""
    return (
        f"本报告由XX市XX局依照《中华人民共和国政府信息公开条例》{article}{form}编制，由"
        f"{'，'.join(names)}共{chinese_ordinal(len(names))}个部分组成。本报告所列数据的统计期限自"
        f"{year}年1月1日起至{year}年12月31日止。如对本报告有疑问，请与XX市XX局联系（地址：XX；电话：XX）。"
    )


def _prose(standard: Standard, section: SectionForm) -> Iterator[Line]:
    """Yield the parts of a section in words, each with what to fill in."""
    parts = _parts(standard, section)
    if not parts:
        yield Line(BODY, _CHAPTERS.get(section.id, "【请填写本章内容】"))
    for number, (heading, hint) in enumerate(parts, 1):
        yield Line(ASPECT, f"（{chinese_ordinal(number)}）{heading}")
        yield Line(BODY, hint)


def _parts(standard: Standard, section: SectionForm) -> tuple[tuple[str, str], ...]:
    if section.id == "overview" and standard.aspects:
        return tuple((name, _OVERVIEW.get(name, "【请填写这一方面的情况】")) for name, _ in standard.aspects)
    return _PARTS.get(section.id, ())


_OVERVIEW = {
    "主动公开": "全年主动公开政府信息XX条。【请填写主要做法】",
    "依申请公开": "本年度新收政府信息公开申请XX件，上年结转XX件，办结XX件，结转下年度继续办理XX件。"
    "【请填写主要做法】",
    "政府信息管理": "本年度制发行政规范性文件XX件，废止XX件，现行有效XX件。【请填写主要做法】",
    "政府信息公开平台建设": "【请填写门户网站专栏、政务新媒体等平台建设情况】",
    "监督保障": "【请填写组织领导、业务培训、监督检查情况】【请填写工作考核、社会评议、责任追究结果】",
}
_CHAPTERS = {  # of the free form, which has no tables for them
    "disclosure": "全年主动公开政府信息XX条，其中政府网站公开XX条，其他渠道公开XX条。"
    "【请填写公开的重点内容】",
    "applications": "本年度收到政府信息公开申请XX件，答复XX件，其中不予公开XX件。"
    "【请填写办理情况，没有收到的也要写明】",
    "fees": "本年度提供政府信息收取检索、复制、邮寄等费用XX元，减免XX元。"
    "【请填写收费情况，没有收费的也要写明】",
    "review_litigation": "本年度因政府信息公开被申请行政复议XX件，被提起行政诉讼XX件。"
    "【请填写处理结果，没有发生的也要写明】",
}
_PARTS = {
    "problems": (
        ("存在的主要问题", "【请填写本机关工作中的主要问题】"),
        ("改进情况", "【请填写与问题对应的改进情况】"),
    ),
    "other": (
        ("收取信息处理费情况", "【请填写收取情况，没有收取的也要写明】"),
        ("其他需要报告的事项", "【请填写其他事项，没有的写明没有】"),
    ),
}
