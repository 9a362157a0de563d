"""The annotated Word copy: comments at the very words, shaded cells, and not a byte changed elsewhere."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as open_word

from gxdesk import check
from gxdesk.checklist.model import Checklist
from gxdesk.checks.api import Finding, Severity
from gxdesk.document.place import Place
from gxdesk.exports.annotate import annotated_copy
from gxdesk.readers import read_bytes

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SPOILT = next(SAMPLES.glob("*2024*有错*.docx"))
TOUCHED = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def anchored(data: bytes) -> list[tuple[str, str]]:
    """The heading of every comment with the text it is anchored at."""
    document = open_word(io.BytesIO(data))
    found = []
    for comment in document.comments:
        inside, text = False, ""
        for element in document.element.body.iter():
            if element.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
                if element.get(f"{W}id") == str(comment.comment_id):
                    inside = element.tag.endswith("Start")
            elif inside and element.tag == f"{W}t":
                text += element.text or ""
        found.append((comment.paragraphs[0].text, text))
    return found


@pytest.fixture
def annotate(tmp_path):
    """``annotate(word bytes, (word, ...))``: a finding at every given word, then the annotated copy."""

    def make(data: bytes, words=(), cells=()) -> bytes:
        draft = tmp_path / "年报.docx"
        draft.write_bytes(data)
        result = check(draft)
        document = result.report.document
        places = []
        for word in words:
            block, paragraph = next((i, p) for i, p in document.paragraphs() if word in p.text)
            start = paragraph.text.index(word)
            places.append(document.place(block, start, start + len(word)))
        for block, table in document.tables():
            places += [document.cell_place(block, cell) for cell in table.cells if cell.text in cells]
        findings = tuple(
            Finding(str(n), "language.test", Severity.ERROR, f"问题{n}", "说明", "依据", (place,), "x", "改")
            for n, place in enumerate(places)
        )
        checklist = Checklist((), findings, "暂不能发布")
        return annotated_copy(replace(result, checklist=checklist), data)[0]

    return make


def test_only_what_carries_comments_changes():
    data = SPOILT.read_bytes()
    copy, suffix = annotated_copy(check(SPOILT), data)

    before, after = parts(data), parts(copy)
    assert suffix == ".docx"
    assert set(after) - set(before) == {"word/comments.xml"}
    assert {name for name in before if before[name] != after[name]} <= TOUCHED
    assert SPOILT.read_bytes() == data


def test_the_copy_reads_like_the_draft():
    copy, _ = annotated_copy(check(SPOILT), SPOILT.read_bytes())
    original, copied = (read_bytes(data, "a.docx") for data in (SPOILT.read_bytes(), copy))

    assert copied.blocks == original.blocks


def test_every_finding_is_commented_at_its_words_or_cell():
    result = check(SPOILT)
    found = anchored(annotated_copy(result, SPOILT.read_bytes())[0])

    own = [finding for finding in result.checklist.findings if finding.cause is None]
    assert {text.split("　")[1] for text, _ in found} == {finding.title for finding in own}
    pairs = {(text.split("　")[1], words) for text, words in found}
    blocks = result.report.document.blocks
    for finding in own:
        if finding.suspects:
            assert (finding.title, finding.suspects[0].value) in pairs
        elif finding.places[0].start is not None:
            place = finding.places[0]
            assert (finding.title, blocks[place.block].text[place.start : place.end]) in pairs
    assert ("留有未填写的占位内容", "XX") in pairs
    assert ("表内数字写法不规范", "12件") in pairs
    assert any(title == "缺少表四" and words.startswith(("四、", "本年度")) for title, words in pairs)


def test_the_suspected_cell_is_shaded():
    document = open_word(io.BytesIO(annotated_copy(check(SPOILT), SPOILT.read_bytes())[0]))

    shaded = [
        "".join(text.text for text in cell.iter(f"{W}t"))
        for cell in document.element.body.iter(f"{W}tc")
        if cell.find(f"{W}tcPr/{W}shd") is not None
    ]
    assert {"12件", "74"} <= set(shaded)
    assert len(shaded) < 20  # one slip does not colour a whole table


def test_words_within_and_across_runs_are_anchored_exactly(annotate):
    from docx.shared import RGBColor

    document = open_word()
    paragraph = document.add_paragraph("某市水利局2024年政府信息公开工作年度报告")
    paragraph = document.add_paragraph("全年共受理申请")
    paragraph.add_run("一百").bold = True
    coloured = paragraph.add_run("二十件，\t办结其中九十件")
    coloured.font.color.rgb = RGBColor(255, 0, 0)
    stream = io.BytesIO()
    document.save(stream)

    copy = annotate(stream.getvalue(), ("申请一百二十", "九十", "全", "件，\t办"))

    assert [words for _, words in anchored(copy)] == ["全", "申请一百二十", "件，办", "九十"]
    reopened = open_word(io.BytesIO(copy)).paragraphs[1]
    assert reopened.text == "全年共受理申请一百二十件，\t办结其中九十件"
    assert {run.text for run in reopened.runs if run.bold} == {"一百"}
    assert "".join(run.text for run in reopened.runs if run.font.color.rgb) == "二十件，\t办结其中九十件"


def test_comments_of_the_draft_stay(annotate):
    document = open_word()
    run = document.add_paragraph("本局全年受理申请若干件。").runs[0]
    document.add_comment(run, "请核实", author="处长", initials="C")
    stream = io.BytesIO()
    document.save(stream)

    comments = list(open_word(io.BytesIO(annotate(stream.getvalue(), ("若干",)))).comments)

    assert (comments[0].author, comments[0].text) == ("处长", "请核实")
    assert [comment.author for comment in comments] == ["处长", "GxDesk"]
    assert len({comment.comment_id for comment in comments}) == 2


def test_words_in_a_tracked_insertion_link_or_box_are_found(annotate):
    from office_files import paragraph, run, word_parts, zipped

    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{paragraph('框中的文字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    body = (
        paragraph(run("开头"), f'<w:ins w:id="1" w:author="a">{run("插入的词语")}</w:ins>')
        + paragraph("见", f'<w:hyperlink w:anchor="x">{run("链接里的词")}</w:hyperlink>', run("完"))
        + paragraph(run("隐藏", "<w:vanish/>"), run("露出的词"))
        + paragraph("锚点段落", box)
    )
    files = word_parts(body)
    files["[Content_Types].xml"] = TYPES
    copy = annotate(zipped(files), ("的词语", "里的词完", "露出", "框中"))

    assert [words for _, words in anchored(copy)] == ["的词语", "里的词完", "露出", "锚点段落框中的文字"]


def test_the_first_page_box_tells_the_verdict():
    result = check(SPOILT)
    document = open_word(io.BytesIO(annotated_copy(result, SPOILT.read_bytes(), summary=True)[0]))

    box = document.tables[0].cell(0, 0).text
    assert result.checklist.verdict in box
    assert document.element.body[0].tag == f"{W}tbl"
    assert document.element.body[1].tag == f"{W}p"


@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.glob("*2020*.txt")))
def test_a_text_draft_becomes_a_commented_word_file(sample):
    result = check(SAMPLES / sample)
    copy, suffix = annotated_copy(result, (SAMPLES / sample).read_bytes())

    assert suffix == ".docx"
    texts = [block.text for _, block in read_bytes(copy, "a.docx").paragraphs() if not block.role]
    assert texts == [block.text for _, block in result.report.document.paragraphs()]
    words = {words for _, words in anchored(copy)}
    for finding in result.checklist.findings:
        place = finding.places[0]
        if place.start is not None and place.block is not None:
            block = result.report.document.blocks[place.block]
            assert block.text[place.start : place.end] in words


def test_control_characters_and_markup_do_not_break_the_copy(make_result, make_finding):
    finding = make_finding("a", message="<w:p>&\x0b]]>\ud800", places=(Place("全文"),))
    result = make_result([finding])

    (comment,) = open_word(io.BytesIO(annotated_copy(result, b"")[0])).comments
    assert "<w:p>&]]>" in comment.text


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_every_comment_at_its_words(tmp_path):
    """A draft LibreOffice itself wrote (verbose, other run borders), and LibreOffice's view of the copy."""
    from lxml import etree

    def convert(source: Path, kind: str) -> Path:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
        return tmp_path / f"{source.stem}.{kind.split(':')[0]}"

    odt = convert(SPOILT, "odt")
    draft = convert(odt, "docx")
    result = check(draft)
    copy, _ = annotated_copy(result, draft.read_bytes())
    target = tmp_path / "批注稿.docx"
    target.write_bytes(copy)
    expected = anchored(copy)
    assert "XX" in [words for _, words in expected]

    with zipfile.ZipFile(convert(target, "odt")) as package:
        content = etree.fromstring(package.read("content.xml"))
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    assert len(list(content.iter(f"{office}annotation"))) == len(expected)
    found = []
    for mark in content.iter(f"{office}annotation"):
        name = mark.get(f"{office}name")
        heading = "".join(next(child for child in mark if child.tag.endswith("}p")).itertext())
        following = content.xpath(
            "//text()[preceding::o:annotation[@o:name=$n] and following::o:annotation-end[@o:name=$n]"
            " and not(ancestor::o:annotation)]",
            namespaces={"o": office[1:-1]}, n=name,
        )  # fmt: skip
        found.append((heading, "".join(following).strip()))
    assert sorted(found) == sorted(expected)


def test_a_finding_in_a_header_is_told_at_the_end_of_the_text(tmp_path):
    document = open_word(SPOILT)
    document.sections[0].header.paragraphs[0].text = "联系人电话：13912345678"
    path = tmp_path / "页眉.docx"
    document.save(path)
    result = check(path)

    told = [place.label for f in result.checklist.findings if f.rule == "privacy.phone" for place in f.places]
    assert "页眉" in told
    copy, _ = annotated_copy(result, path.read_bytes())
    assert any("页眉" in comment.text for comment in open_word(io.BytesIO(copy)).comments)


def test_merged_tables_are_drawn_as_they_were_read():
    from gxdesk.exports.annotate.plain import annotate_plain

    result = check(SPOILT)  # drawn anew, as for a draft that cannot carry comments itself
    drawn = read_bytes(annotate_plain(result), "a.docx")

    def shape(document):
        return [
            [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in table.cells]
            for _, table in document.tables()
        ]

    assert shape(drawn) == shape(result.report.document)


def test_no_letter_changes_its_look():
    def letters(data: bytes) -> list[tuple[str, str]]:
        body = open_word(io.BytesIO(data)).element.body
        return [
            (letter, "" if run.find(f"{W}rPr") is None else run.find(f"{W}rPr").xml)
            for run in body.iter(f"{W}r")
            for text in run.iter(f"{W}t")
            for letter in text.text or ""
        ]

    data = SPOILT.read_bytes()
    assert letters(annotated_copy(check(SPOILT), data)[0]) == letters(data)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*合格*.[dx]*")))
def test_a_draft_without_findings_is_copied_as_it_is(name):
    result = check(SAMPLES / name)

    assert result.checklist.findings == ()
    assert annotated_copy(result, (SAMPLES / name).read_bytes())[0] == (SAMPLES / name).read_bytes()


def test_a_strict_office_file_gets_a_copy_made_from_what_was_read(tmp_path):
    strict = {
        name: data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                           b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, data in parts(SPOILT.read_bytes()).items()
    }  # fmt: skip
    draft = tmp_path / "年报.docx"
    with zipfile.ZipFile(draft, "w") as package:
        for name, data in strict.items():
            package.writestr(name, data)
    result = check(draft)
    copy, suffix = annotated_copy(result, draft.read_bytes())

    assert suffix == ".docx"
    assert "XX" in [words for _, words in anchored(copy)]
