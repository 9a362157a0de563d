"""Rule ``structure.body_name``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.report.identity import PLACE_END, plain_name
from gxdesk.report.model import Report

TAIL = 8
AROUND = 24  # characters about a name that tell why another body is named
_END = re.compile(
    r"(?:政府|管委会|委员会|局|厅|委|办公室|办公厅|部|署|院|法院|学校|大学|学院|中心|总队|支队|大队|公司|集团|海关|银行|分行|支行|农场|林场|兵团|社|站|所|街道|办事处|队|馆|会|处|办|区)$"
)
_NAME = re.compile(
    r"^(?P<place>.{0,6}?(?P<kind>[省市县区旗盟]|州(?!市)))(?P<office>[\u4e00-\u9fff]{2,10}(?:局|厅|委员会|办公室)|(?<=[县区旗])人民政府)$"
)
_LEARNT = re.compile(
    r"学习|交流|考察|经验|借鉴|帮扶|协作|对口|联合|邻近|兄弟|上级|下级|会同|转发|印发|指导|调研|所属|下辖|各"
)
_NO_PLACE = re.compile(
    r"[将把对由向在取使让经与和及按据到为从给请督促要求本该各全我同所外]|^[现今年力]|据"
    r"|^.{4,}.$|(?:[做抓]好|加强|强化|落实|贯彻|执行|推[动进]|完[成善]|协助|配合|支持|服务|结合|围绕|依托|通过"
    r"|组织|参[加与]|接[受到]|收到|征求|报送|抄送|开展|积极|认真|切实|主动|及时|充分|严格|聚焦|牵头|联合).$"
)  # 现将市教育局, 认真做好市教育局: words before an office named without its place
_NO_COUNTY = re.compile(
    r"[经报是的了被未已][县区旗]$|^(?:目前|当前|日前|去年|近年来?|同时|其中|此外|上述|随后|根据|依照|由于|关于|明确|批准|转发|期间|[年月][初底末中])[县区旗]$"
)  # 未经县人民政府批准
# How a body speaks of itself: its kind by the end of its name, and the words only bodies of another kind use.
_KINDS = (
    (re.compile(r"镇(?:人民政府)?$"), "局厅委乡"),
    (re.compile(r"乡(?:人民政府)?$"), "局厅委镇"),
    (re.compile(r"政府$|街道(?:办事处)?$"), "局厅委镇乡"),
    (re.compile(r"局$"), "厅委镇乡"),
    (re.compile(r"厅$"), "局委镇乡"),
    (re.compile(r"委(?:员会)?$"), "局厅镇乡"),
)
_WE = re.compile(r"(?<![自敌])我([局厅委镇乡])(?![限部托派任静定压痛])")
_YOU = re.compile(r"贵(?:[办局厅委]|单位|机关)")  # 根据贵办要求: a letter to a superior
_OF_A_PLACE = re.compile(r"(?:人民政府|政府|管委会|管理委员会|办事处)$")
_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日$|[〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$")


def check(report: Report) -> Iterator[Hit]:
    """Report a body's name cut short in the title, signed otherwise, or another body's (M27, M63)."""
    name, block = report.identity.authority, report.identity.title_block
    if not name or block is None:
        return
    whole = plain_name(name)
    if len(name) >= 3 and not _END.search(whole) and not PLACE_END.search(whole):
        yield Hit(
            f"标题中的单位“{name}”不像完整的机关名称，可能漏了“局”“人民政府”等字。",
            (report.document.place(block),),
            f"short:{name}",
            title="标题中的单位名称不完整",
            actual=name,
        )
        return
    yield from _signed(report, whole)
    yield from _others(report, whole)
    yield from _selves(report, whole)


def _signed(report: Report, name: str) -> Iterator[Hit]:
    """Report a signature of another body: the line before the date at the end."""
    tail = [block for block, _ in report.prose[-TAIL:]]
    for before, after in pairwise(tail):
        signer = report.folded[before].text
        if not _DATE.match(report.folded[after].text) or len(signer) > 30 or not _END.search(signer):
            continue
        if not _agree(signer, name):
            yield Hit(
                f"落款是“{signer}”，标题是“{name}”，不一致。",
                (report.document.place(before),),
                f"signed:{signer}",
                title="落款与标题的单位不一致",
                expected=name,
                actual=signer,
            )


def _agree(signer: str, own: str) -> bool:
    """Whether two names may be one body's: with or without its place, a place for its government."""
    short, place = _OF_A_PLACE.sub("", signer), _OF_A_PLACE.sub("", own)
    return (
        signer.endswith(own)
        or own.endswith(signer)
        or signer.startswith(own)
        or (
            short != signer
            and min(len(short), len(place)) >= 2
            and (short.endswith(place) or place.endswith(short))
        )
    )


def _others(report: Report, name: str) -> Iterator[Hit]:
    """Report the same office of another place of the same rank: 甲县教育局 in the report of 乙县教育局."""
    own = _NAME.match(name)
    if own is None or report.own_text.count(own["office"]) < 2:
        return
    other = re.compile(
        rf"(?:^|(?<=[,:由]))(?!由)([\u4e00-\u9fff]{{2,5}}{own['kind']}){own['office']}(?!办公室)(?=[^,。;]{{2}})"
    )
    for sentence in report.sentences:
        if own["office"] not in sentence.text:
            continue
        for match in other.finditer(sentence.text):
            place = match[1]
            if _LEARNT.search(sentence.text, max(0, match.start() - AROUND), match.end() + AROUND):
                continue
            if place.endswith(own["place"]) or own["place"].endswith(place) or _names_no_place(place):
                continue
            yield Hit(
                f"“{match[0]}”不是本报告的单位“{name}”，可能是从别处的报告抄来没有改净。",
                (report.span(sentence, *match.span()),),
                f"other:{match[0]}",
                title="写到别的单位",
                expected=name,
                actual=match[0],
            )


def _names_no_place(words: str) -> bool:
    return bool(_NO_PLACE.search(words) or _NO_COUNTY.search(words))


def _selves(report: Report, name: str) -> Iterator[Hit]:
    """Report a body that calls itself by another kind: 我局 in the report of a town."""
    for block, match in matches(report, ("贵",), _YOU):
        yield Hit(
            f"正文称“{match[0]}”，是写给别的机关的话，不能留在公开的报告里。",
            (report.folded_span(block, *match.span()),),
            f"you:{match.start()}",
            title="写给别的机关的话",
            actual=match[0],
            advice="写明那个机关的名称，如“县政府办公室”。",
        )
    strange = next((strange for end, strange in _KINDS if end.search(name)), "")
    found = [m for m in matches(report, ("我",), _WE) if m[1][1] in strange]
    if strange and found:
        words = "、".join(sorted({f"“{match[0]}”" for _, match in found}))
        yield Hit(
            f"报告单位是“{name}”，正文{len(found)}处自称{words}，可能是从别处的报告抄来没有改净。",
            tuple(report.folded_span(block, *match.span()) for block, match in found),
            "self",
            title="自称与单位不符",
            actual=found[0][1][0],
            advice="核对这几处写的是不是本机关的情况，改为本机关的自称。",
        )


RULE = Rule(
    id="structure.body_name",
    title="单位名称不完整或者前后不一致",
    severity=Severity.WARNING,
    requirement="单位名称完整，标题、正文、落款一致",
    basis="《中华人民共和国政府信息公开条例》第五十条（本行政机关的情况）",
    explanation="标题中的单位名称缺字、落款与标题不同、正文以别处同类机关或者别类机关自称的（镇的报告写“我局”），报存疑。以地名代指政府的（“云州市2024年……”）、上下级机关、学习交流和联合办公中提到的别处机关不报；"
    "是否整段抄自别处，程序没有全国的报告可比，不能判断。",
    advice="改为本机关的规范全称，并检查前后文是否写的是本机关的情况。",
    check=check,
)
