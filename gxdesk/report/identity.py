"""Who reports and for which year: title, period and body text as evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gxdesk.document.model import Document
from gxdesk.document.place import WHOLE_DRAFT
from gxdesk.document.text import chinese_integer, fold
from gxdesk.lexicon import pattern
from gxdesk.report.model import ANNUAL_REPORT, OTHER, Evidence, Identity

TITLE_ZONE = 14  # paragraphs from the start among which the title stands
LONGEST_TITLE = 60  # folded characters
YEAR = r"(20\d\d|二[〇○零Oo0][〇○零一二三四五六七八九]{2})年"

_TITLE = re.compile(r"信息公开.{0,8}(?:报告|年报)|(?:报告|年报).{0,6}信息公开")
_HALF = re.compile(r"信息公开(?:工作)?$")
_KIND = re.compile(r"(?:工作)?年度(?:工作)?报告|工作报告|年报")
_HALF_NAME = re.compile(r"(?:政府|政务)信息$")  # ……局2024年政府信息 / 公开工作年度报告
_COVER = re.compile(
    r"关于(?:报送|呈报|上报|报备).{2,50}的(?:函|报告|请示|通知)$"
)  # the title is below the letter
_YEAR = re.compile(YEAR)
_BARE_YEAR = re.compile(r"20\d\d$")
_TITLE_YEAR = re.compile(
    r"(20\d\d|二[〇○零Oo0][〇○零一二三四五六七八九]{2})(?:年度?|年?度|(?=(?:政府|政务)?信息公开))"
)
_REPORT_WORDS = re.compile(
    r"(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:情况)?(?:工作)?的?(?:报告|年报).*$"
    r"|^关于|的$|^[•·●]+|^【[^】]{1,6}】"
)
_ADDED = re.compile(r"(?:\([^()]*\)|(?<=[局厅委府会署])(?:机关|本级|系统))+$")  # 海关总署（本级机关）
_PERIOD = re.compile(r"(20\d\d)年1月1?日?(?:起|开始)?(?:至|到|-|—|–|~|─)+(?:(20\d\d)年)?12月3?1?日")
_OF_GOVERNMENT = re.compile(r"政[府务]")
_OF_SCHOOLS = "《高等学校信息公开办法》"  # their yearly reports follow it, and run from September to August
_QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕|\[[^\]]*\]")
_SECTION_WORDS = (
    "总体情况",
    "主动公开",
    "收到和处理|依申请公开",
    "行政复议.{0,3}行政诉讼",
    "存在的?(?:主要)?问题",
    "其他需要报告",
)
_BODY_END = re.compile(
    r"(?:人民政府|政府|管委会|管理委员会|委员会|局|厅|办公室|办公厅|部|署|院|海关|学校|大学|学院|中心|社|站|所|街道|办事处)$"
)
# A place for its government: 云州市2024年政府信息公开工作年度报告. Zones are no places: they have 管委会.
PLACE_END = re.compile(
    r"(?:[省市县旗镇乡]|自治[区州]|(?<!开发)(?<!示范)(?<!管理)(?<!合作)(?<!度假)(?<!实验)(?<!高新)(?<!海关关)(?<![园新景林矿库社校])区)$"
)


@dataclass(frozen=True, slots=True)
class _Title:
    block: int
    text: str
    folded: str


def year_number(text: str) -> int | None:
    """Read ``2024`` or ``二〇二四``."""
    return chinese_integer(re.sub("[Oo○]", "〇", text))


def plain_name(name: str) -> str:
    """Return a body's name without what says that its own offices alone report, or all below it too."""
    return _ADDED.sub("", fold(name).text)


def identify(document: Document, name: str = "") -> Identity:
    """Tell whether the draft is an annual report, of whom and of which year, with the evidence.

    ``name`` is the file's name without suffix: weak evidence for the year when the text has none.
    """
    titles = list(_titles(document))
    title = titles[-1] if titles else None
    kind, reason = _kind(document, title)
    evidence = tuple(_year_evidence(document, titles, name))
    authority = _authority(document, title)
    return Identity(
        kind=kind,
        kind_reason=reason,
        title=title.text if title else "",
        title_block=title.block if title else None,
        authority=authority,
        level=_level(authority),
        year=int(evidence[0].value) if evidence and kind == ANNUAL_REPORT else None,
        year_evidence=evidence,
    )


def _titles(document: Document) -> Iterator[_Title]:
    """Yield title-like lines at the head of the draft; the last is the title, the others page furniture."""
    paragraphs = [(i, p) for i, p in document.paragraphs() if not p.role][:TITLE_ZONE]
    covered = False  # a letter came first, whose text also names the report
    for position, (block, paragraph) in enumerate(paragraphs):
        folded, text = document.folded[block].text, _one_line(paragraph.text)
        if position + 1 < len(paragraphs):  # the kind may stand on the line below
            below, lower = paragraphs[position + 1]
            if _goes_on(folded, document.folded[below].text):
                folded, text = folded + document.folded[below].text, text + _one_line(lower.text)
        if not _TITLE.search(folded) or pattern("web", "lines").fullmatch(folded):
            continue
        if len(folded) > LONGEST_TITLE or folded.endswith(("。", ";", ":")):
            if covered:
                continue
            return
        if "《" in folded:
            continue
        if position and not _own_name(folded):  # the body's name may stand on the line above
            above = document.folded[paragraphs[position - 1][0]].text
            if len(above) <= 30 and (
                _BODY_END.search(plain_name(above)) or _YEAR.search(above) or _BARE_YEAR.search(above)
            ):
                folded, text = above + folded, _one_line(paragraphs[position - 1][1].text) + text
        covered = covered or bool(_COVER.search(folded))
        yield _Title(block, text, folded)


def _goes_on(line: str, below: str) -> bool:
    """Whether a title breaks off at the end of a line and the line below ends it."""
    if _HALF.search(line):
        return _KIND.fullmatch(below) is not None
    return (
        bool(_HALF_NAME.search(line))
        and re.fullmatch("公开(?:工作)?(?:年度(?:工作)?报告|年报)", below) is not None
    )


def _one_line(text: str) -> str:
    """Return a title without the line breaks it is laid out with."""
    return re.sub(r"\s*\n\s*", "", text.strip())


def _own_name(title: str) -> str:
    """Return the body a title names: 教育部办公厅关于2016年教育部……报告的公告 names 教育部."""
    issuer, about, subject = title.partition("关于")
    if about and issuer:
        return _own_name(subject) or issuer
    rest = _REPORT_WORDS.sub("", title)
    rest = _BARE_YEAR.sub("", _REPORT_WORDS.sub("", _TITLE_YEAR.sub("", rest)))
    if rest.endswith("人民"):  # 云州市人民政府信息公开……: 政府 is said once for both
        rest += "政府"
    return re.sub(
        r"^(?:政府信息公开工作|政务公开|报送|呈报|上报|报备)|^[年度]+|(?:政府信息公开工作|政务公开|[年度的])+$",
        "",
        rest,
    )


def _kind(document: Document, title: _Title | None) -> tuple[str, str]:
    if title and not _OF_GOVERNMENT.search(title.folded):
        head = [block for block, paragraph in document.paragraphs() if not paragraph.role][:TITLE_ZONE]
        if any(_OF_SCHOOLS in document.folded[block].text for block in head):
            return OTHER, f"标题为“{title.text}”，依据的是《高等学校信息公开办法》，是学校的信息公开年度报告"
    if title and (_TITLE_YEAR.search(title.folded) or "年度报告" in title.folded or "年报" in title.folded):
        return ANNUAL_REPORT, f"标题为“{title.text}”"
    short = [folded.text for folded in document.main.values() if len(folded.text) <= 60]
    found = sum(any(re.search(words, line) for line in short) for words in _SECTION_WORDS)
    if found >= 3:
        return ANNUAL_REPORT, f"没有报告标题，但有{found}个年度报告章节的标题"
    return OTHER, "标题和章节都不是政府信息公开工作年度报告的样子"


def _year_evidence(document: Document, titles: list[_Title], name: str) -> Iterator[Evidence]:
    """Yield the years found, best evidence first: title, period, most frequent year, file name."""
    for title in reversed(titles):
        match = _TITLE_YEAR.search(title.folded)
        if match and (year := year_number(match[1])):
            yield Evidence(str(year), f"标题“{title.text}”", document.place(title.block))
            break
    for index, folded in document.main.items():
        match = _PERIOD.search(folded.text)
        if match and (match[2] is None or match[2] == match[1]):
            yield Evidence(match[1], f"统计期限“{match[0]}”", document.place(index))
            break
    majority = majority_year(document)
    if majority:
        year, count, block = majority
        yield Evidence(str(year), f"正文中“{year}年”出现{count}次", document.place(block))
    match = re.search(r"20\d\d", name)
    if match:
        yield Evidence(match[0], f"文件名“{name}”", WHOLE_DRAFT)


def majority_year(document: Document) -> tuple[int, int, int] | None:
    """Return ``(year, count, first block)`` of the year running text names most, quoted titles apart."""
    counts: Counter[int] = Counter()
    first: dict[int, int] = {}
    for index, folded in document.main.items():
        if len(folded.text) < 30:
            continue
        for match in _YEAR.finditer(_QUOTED.sub("", folded.text)):
            year = year_number(match[1])
            if year:
                counts[year] += 1
                first.setdefault(year, index)
    if not counts:
        return None
    year, count = counts.most_common(1)[0]
    return year, count, first[year]


def _authority(document: Document, title: _Title | None) -> str | None:
    """Return the reporting body: from the title, else from the sign-off at the end."""
    if title:
        name = _own_name(title.folded)
        if 2 <= len(name) <= 40:
            return name
    for line in [folded.text for folded in document.main.values()][:-8:-1]:
        if 4 <= len(line) <= 30 and _BODY_END.search(line):
            return line
    return None


def _level(authority: str | None) -> str:
    """Governments (各级人民政府) owe more than departments; 条例 第五十条."""
    if authority is None:
        return "unknown"
    if re.search(r"政府$", authority) or PLACE_END.search(authority):
        return "government"
    own = plain_name(authority)
    return "department" if _BODY_END.search(own) and not own.endswith("政府") else "unknown"
