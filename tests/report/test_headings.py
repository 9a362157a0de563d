"""Where the chapters of a draft begin."""

import pytest

from gxdesk.document.model import Document, Paragraph
from gxdesk.document.place import LineOrigin
from gxdesk.report.recognise import recognise

WORK = "2024年，我局按照要求公开信息，落实专人负责，回应群众关切，完善栏目设置，规范办理流程，" * 3


def overview(line: str):
    lines = ("云州市水利局2024年政府信息公开工作年度报告", line, "二、主动公开政府信息情况")
    document = Document(tuple(Paragraph(text, LineOrigin(n)) for n, text in enumerate(lines, 1)), "txt")
    return recognise(document).section("overview")


@pytest.mark.parametrize("gap", [" ", "\u3000", "  "])
def test_a_chapter_whose_text_follows_after_a_space(gap):
    section = overview(f"一、总体情况{gap}{WORK}")
    assert section.present and section.exact
    assert (section.start, section.characters > 90) == (1, True)


@pytest.mark.parametrize(
    "line", [f"一、总体情况良好，{WORK}", f"全年总体情况 {WORK}", f"一、我局工作 {WORK}"]
)
def test_text_that_only_begins_like_a_chapter(line):
    assert not overview(line).present
