"""The numbered headings of a draft and the sections of the standard they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gxdesk.document.model import Document, Paragraph
from gxdesk.document.place import WHOLE_DRAFT, Place
from gxdesk.document.text import Enumerator, enumerator, fold, label_key
from gxdesk.report.model import Section
from gxdesk.report.regions import margins
from gxdesk.standards.model import SectionForm, Standard

LONGEST_HEADING = 45  # folded characters
TOP_KINDS = ("一、", "第一章")
_FIRST_SENTENCE = re.compile(r"^[^。;!?]*")
_RUNS_ON = re.compile(r"\s*(?P<title>[^\s,，。；;：:]{4,20})\s+(?=\S)")  # 一、总体情况 2019年,我县……


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading-like line. ``title`` is its folded text without the number, up to the first full stop."""

    block: int
    text: str
    title: str
    enumerator: Enumerator | None
    level: int

    @property
    def top(self) -> bool:
        """Whether it is numbered or styled as a chapter of the report."""
        if self.enumerator is not None:
            return self.enumerator.kind in TOP_KINDS
        return self.level == 1


def heading(block: int, paragraph: Paragraph) -> Heading | None:
    """Return the paragraph as a heading, or ``None`` when it is running text."""
    number = enumerator(paragraph.text)
    body = paragraph.text[number.length :] if number else paragraph.text
    if number is None and len(body) > LONGEST_HEADING * 2:
        return None
    match = _FIRST_SENTENCE.match(fold(body[: LONGEST_HEADING * 2]).text)
    title = match[0] if match else ""
    if number and number.kind in TOP_KINDS and len(body) > LONGEST_HEADING * 2:
        run = _RUNS_ON.match(body)
        title = run["title"] if run else title
    if not title or len(title) > LONGEST_HEADING:
        return None
    whole = len(paragraph.text) <= LONGEST_HEADING * 2
    shown = (paragraph.text if whole else paragraph.text[: number.length if number else 0] + title).strip()
    return Heading(block, shown, title, number, paragraph.level)


def headings(document: Document, left_out: frozenset[int] = frozenset()) -> tuple[Heading, ...]:
    """Return every heading-like line outside ``left_out``."""
    found = (heading(i, p) for i, p in document.paragraphs() if i not in left_out)
    return tuple(h for h in found if h is not None)


_Title = tuple[SectionForm, str, frozenset[str], tuple[re.Pattern[str], ...]]


@lru_cache(maxsize=32)
def _titles(standard: Standard) -> tuple[_Title, ...]:
    return tuple(
        (
            form,
            label_key(form.title),
            frozenset(label_key(variant) for variant in form.variants),
            tuple(re.compile(word) for word in form.keywords),
        )
        for form in standard.sections
    )


@dataclass(frozen=True, slots=True)
class _Match:
    form: SectionForm
    heading: Heading
    rank: int  # 0 official title, 1 tolerated variant, from 2 on by its keywords, the most telling first


def _match(standard: Standard, line: Heading) -> _Match | None:
    key = label_key(line.title)
    for form, title, variants, _ in _titles(standard):
        if key == title:
            return _Match(form, line, 0)
        if key in variants:
            return _Match(form, line, 1)
    if line.top:
        for form, _, _, keywords in _titles(standard):
            for rank, keyword in enumerate(keywords, 2):
                if keyword.search(line.title):
                    return _Match(form, line, rank)
    return None


def is_section_heading(standard: Standard, line: Heading) -> bool:
    """Whether a line is the heading of one of the standard's sections."""
    return _match(standard, line) is not None


def find_sections(document: Document, standard: Standard, left_out: frozenset[int]) -> tuple[Section, ...]:
    """Return the standard's sections in its order, each present or not, with the blocks of its text."""
    lines = headings(document, left_out)
    chosen: dict[str, _Match] = {}
    chapter = False  # whether a numbered chapter of the standard came before
    for line in lines:
        match = _match(standard, line)
        if match and chapter and _is_below(line) and standard.sections_fixed:
            continue  # （一）主动公开 is an aspect of 一、总体情况
        chapter = chapter or (match is not None and line.enumerator is not None and line.top)
        if match and (match.form.id not in chosen or _better(match, chosen[match.form.id])):
            chosen[match.form.id] = match
    boundaries = sorted(
        {match.heading.block for match in chosen.values()}
        | ({line.block for line in lines if line.top} if not standard.sections_fixed else set())
    )
    end = len(document.blocks) - len(margins(document))
    sections = [
        _present(
            document, standard, match, next((b for b in boundaries if b > match.heading.block), end), left_out
        )
        if (match := chosen.get(form.id))
        else _absent(document, standard, form, chosen, left_out)
        for form in standard.sections
    ]
    return tuple(sections)


def _is_below(line: Heading) -> bool:
    """Whether a heading is numbered on a lower level than chapters are."""
    return line.enumerator is not None and not line.top


def _better(new: _Match, old: _Match) -> bool:
    """A numbered or styled heading beats a bare line; then the closer title wins; then the first."""
    return (not new.heading.top, new.rank) < (not old.heading.top, old.rank)


def _present(
    document: Document, standard: Standard, match: _Match, end: int, left_out: frozenset[int]
) -> Section:
    line = match.heading
    inline = len(document.folded[line.block].text) - len(line.title)
    characters = sum(
        len(document.folded[index].text)
        for index in range(line.block + 1, end)
        if index in document.folded and index not in left_out
    )
    runs_on = inline > LONGEST_HEADING  # the text follows the title in the same paragraph
    return Section(
        match.form.id,
        match.form.title,
        line.text,
        True,
        document.place(line.block),
        line.block if runs_on else line.block + 1,
        end,
        characters + (inline if runs_on else 0),
        exact=match.rank == 0,
        misnamed=match.rank >= 2 and standard.sections_fixed,
        ordinal=line.enumerator.ordinal if line.enumerator else None,
    )


def _absent(
    document: Document,
    standard: Standard,
    form: SectionForm,
    chosen: dict[str, _Match],
    left_out: frozenset[int],
) -> Section:
    if form.evidence:
        for index, folded in document.folded.items():
            if index not in left_out and re.search(form.evidence, folded.text):
                return Section(form.id, form.title, "", True, document.place(index))
    return Section(form.id, form.title, "", False, _gap(document, standard, form, chosen))


def _gap(document: Document, standard: Standard, form: SectionForm, chosen: dict[str, _Match]) -> Place:
    """Return where the missing section belongs: before the next section that is there."""
    later = [
        chosen[other.id].heading
        for other in standard.sections
        if other.id in chosen and other.number > form.number
    ]
    gap = f"section.{form.id}"
    if not later or not standard.sections_fixed:
        return replace(WHOLE_DRAFT, block=len(document.blocks), gap=gap)
    following = min(later, key=lambda line: line.block)
    return Place(f"“{following.text}”之前", following.block, gap=gap)
