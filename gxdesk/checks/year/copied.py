"""Rule year.copied: the text is written anew, not copied from last year's report (G8, M62)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.document.text import enumerator
from gxdesk.report.model import Report, Section

GRAM = 8  # characters of a passage compared
SHORTEST_SECTION = 120  # folded characters; shorter sections are alike by nature
SHORTEST_PASSAGE = 40
SUSPECT, NOTED = 0.9, 0.8  # shares of a section's text found in last year's report
MOST_PLACES = 25
SHORTEST_PROBLEM, FEWEST_PROBLEMS = 20, 2  # characters of a sentence; sentences
_SHORT_OF = re.compile(
    r"不[够足高强深全多便]|不(?:到位|及时|规范|统一|平衡)|有待|薄弱|滞后|单一|缺[乏少]|欠缺|迟缓|困难|偏[少低慢]|同质|容易误"
)
_ORDINAL = re.compile(
    r"^(?:第[一二三四五六七八九十][,是]|其[一二三四五六七八九十],|[一二三四五六七八九十][是要])"
)
_FIGURES = re.compile(r"\d")


def check(report: Report) -> Iterator[Hit]:
    """Report sections most of whose text, figures apart, stands in the same section of last year's report."""
    previous = report.previous
    for section in report.sections:
        then = previous.section(section.id) if previous else None
        if previous is None or then is None or not section.end or not then.end:
            continue
        known = _grams("".join(text for _, text in _texts(previous, then)))
        texts = list(_texts(report, section))
        length = sum(len(text) for _, text in texts)
        if length < SHORTEST_SECTION:
            continue
        passages = [(block, a, b) for block, text in texts for a, b in _copied(text, known)]
        share = sum(b - a for _, a, b in passages) / length
        if share > NOTED:
            yield _hit(report, section, share, passages)
        elif section.id == "problems":
            yield from _same_problems(report, section, known)


def _same_problems(report: Report, section: Section, known: frozenset[str]) -> Iterator[Hit]:
    """Report that problems named are last year's word for word, whatever is said of mending them."""
    named = [
        sentence
        for block, _ in _texts(report, section)
        for sentence in report.sentences_of[block]
        if len(sentence.text) >= SHORTEST_PROBLEM and _SHORT_OF.search(sentence.text)
    ]
    same = [one for one in named if _known(one.text, known) > SUSPECT]
    if len(same) >= FEWEST_PROBLEMS and len(same) * 3 >= len(named):  # measures name shortfalls too
        yield Hit(
            f"“{section.heading}”写到不足的话有{len(same)}句与上年报告相同（数字不计）。",
            tuple(report.span(one, 0, len(one.text)) for one in same),
            "problems|same",
            title="存在的问题照搬上年报告",
            item="year.copied",
            advice="写本年度的问题；仍未解决的，写明进展和原因。",
        )


def _texts(report: Report, section: Section) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a section, every figure made 0: new figures in old sentences are copies."""
    for block, text in report.own:
        if section.start <= block < section.end:
            yield block, _FIGURES.sub("0", text)


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + GRAM] for i in range(len(text) - GRAM + 1))


def _known(text: str, known: frozenset[str]) -> float:
    """Return the share of a sentence's pieces that stand in the other text; its own number is none."""
    number = enumerator(text)
    grams = _grams(_FIGURES.sub("0", _ORDINAL.sub("", text[number.length :] if number else text)))
    return len(grams & known) / max(1, len(grams))


def _copied(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of at least SHORTEST_PASSAGE characters whose every piece stands in the other text."""
    start = end = -1
    for i in range(len(text) - GRAM + 1):
        if text[i : i + GRAM] in known:
            start, end = (start if start >= 0 else i), i + GRAM
        elif start >= 0 and i >= end:
            if end - start >= SHORTEST_PASSAGE:
                yield start, end
            start = -1
    if start >= 0 and end - start >= SHORTEST_PASSAGE:
        yield start, end


def _hit(report: Report, section: Section, share: float, passages: list[tuple[int, int, int]]) -> Hit:
    places: list[Place] = [report.folded_span(block, a, b) for block, a, b in passages[:MOST_PLACES]]
    return Hit(
        f"“{section.heading}”一章有{share:.0%}的文字与上年报告相同（数字不计）。",
        tuple(places),
        section.id,
        severity=Severity.WARNING if share > SUSPECT else Severity.INFO,
        item="year.copied",
        actual=f"{share:.0%}",
    )


RULE = Rule(
    id="year.copied",
    title="与上年报告雷同",
    severity=Severity.WARNING,
    requirement="各章文字不照搬上年报告",
    basis="国办公开办函〔2021〕30号及各地转发要求：内容雷同、敷衍塞责的予以通报",
    explanation="相同文字超过九成为存疑，超过八成为提示；太短的章不比。法定用语难免相同，请人工判断。",
    advice="按本年度的实际工作重写标出的文字。",
    check=check,
    cross_year=True,
)
