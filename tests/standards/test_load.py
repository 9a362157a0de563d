"""Loading: by id, by year, by path; and what the user reads when a file is wrong."""

import os
import shutil
from pathlib import Path

import pytest

from gxdesk.errors import StandardError
from gxdesk.resources import resource
from gxdesk.standards.load import for_year, load, load_folder


def changed(tmp_path: Path, old: str, new: str, name: str = "2021") -> Path:
    """Write one of our formats with one piece of text replaced."""
    text = resource("standards", f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "本局格式.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("year", "name"),
    [(2008, "2008"), (2018, "2008"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021")],
)
def test_the_year_decides_the_format(year: int, name: str):
    assert for_year(year).id == name


def test_a_year_before_the_regulation_has_no_format():
    with pytest.raises(StandardError, match=r"没有适用于 2005 年度报告的格式.*2008—2018 年度.*2021 年度起"):
        for_year(2005)


def test_loading_twice_gives_the_same_object():
    assert load("2021") is load("2021")


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(StandardError, match=r"没有名为“2035”的报告格式。可用的格式：2008、2019、2021"):
        load("2035")


def test_an_absent_file_is_named():
    with pytest.raises(StandardError, match=r"找不到报告格式文件“/nowhere/x.toml”"):
        load("/nowhere/x.toml")


def test_an_offices_own_format_is_loaded_by_path_and_reread_when_changed(tmp_path: Path):
    path = changed(tmp_path, 'id = "2021"', 'id = "city"')
    assert load(str(path)).id == "city"
    changed(tmp_path, 'id = "2021"', 'id = "county"')
    os.utime(path, ns=(1, 1))
    assert load(str(path)).id == "county"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path):
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xef\xbb\xbf" + resource("standards", "2021.toml").read_bytes())
    assert load(str(path)).since == 2021


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sections_fixed = true", "", "“本局格式.toml”的 sections_fixed 有误：缺少这一项"),
        (
            "sections_fixed = true",
            'sections_fixed = "是"',
            "sections_fixed 有误：应为 true 或 false，现为“是”",
        ),
        ("since = 2021", "since = true", "since 有误：应为整数"),
        ("since = 2021", "since = 2021\nuntil = 2020", "until 有误：截止年度 2020 早于起始年度 2021"),
        ("since = 2021", "since = 2021\nuntill = 2022", "untill 有误：不认识这一项"),
        ("variants = [", "variant = [", r"sections\[1\].variant 有误：不认识这一项.*variants"),
        ('id = "overview"', 'id = "other"', "sections 有误：章节标识“other”重复"),
        ('id = "overview"', 'id = "a.b"', r"sections\[1\].id 有误：“a.b”不是标识"),
        ("number = 2", "number = 1", "sections 有误：章节序号“1”重复"),
        ('absence = "error"', 'absence = "fatal"', r"sections\[1\].absence 有误：“fatal”不在可选值之内"),
        ('"^(?:工作)?概[述况]$"', '"(概述"', r"sections\[1\].keywords 有误：正则表达式“\(概述”写错了"),
        ('section = "disclosure"', 'section = "sums"', r"tables\[1\].section 有误：没有标识为“sums”的章节"),
        ('id = "granted"', 'id = "new"', r"tables\[2\].parts 有误：行标识“new”重复"),
        ('id = "business"', 'id = "natural"', r"tables\[2\].parts\[1\].columns 有误：列标识“natural”重复"),
        (
            'label = "科研机构"',
            'label = "商业 企业"',
            r"columns 有误：列名“申请人情况／法人或其他组织／商业企业”重复",
        ),
        ('label = "行政强制"', 'label = "行政处罚"', r"tables\[1\].parts\[3\].rows 有误：行名“行政处罚”重复"),
        (
            'left = ["new", ',
            'left = ["brand_new", ',
            r"equations\[1\].left 有误：本表没有标识为“brand_new”的行",
        ),
        ('right = ["natural"', 'right = ["nature"', r"equations\[3\].right 有误：本表没有标识为“nature”的列"),
        ('left = ["new", "carried_in"]', "left = []", r"equations\[1\].left 有误：不能为空列表"),
        ('along = "column"', 'along = "columns"', r"equations\[1\].along 有误：“columns”不在可选值之内"),
        ('government = "03-31"', 'government = "3月31日"', "deadlines.government 有误：“3月31日”不是“月-日”"),
        ('words = ["主动公开"', "words = [1", r"aspects\[1\].words 有误：列表中的每一项都应为文字"),
        ('id = "signed"', 'id = "ledger"', "manual 有误：人工确认事项标识“ledger”重复"),
        ("[deadlines]", "[[deadlines]]", "deadlines 有误：应为一组键值"),
        ('id = "2021"', 'id = "2021', "不符合 TOML 写法：第 5 行第 "),
    ],
)
def test_a_wrong_file_is_refused_with_file_key_and_reason(tmp_path: Path, old: str, new: str, message: str):
    with pytest.raises(StandardError, match=message):
        load(str(changed(tmp_path, old, new)))


def test_an_equation_across_parts_is_refused(tmp_path: Path):
    equation = '[[tables.equations]]\nrule = "r"\nnumber = "X"\nalong = "row"\ntext = "t"\n'
    mark = "# ---------------------------------------------------------------- 表三"
    path = changed(tmp_path, mark, f'{equation}left = ["made"]\nright = ["decisions"]\n')
    with pytest.raises(StandardError, match=r"tables\[1\].equations\[1\].right 有误：.*不在同一个分表内"):
        load(str(path))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path):
    path = tmp_path / "own.toml"
    path.write_bytes('name = "格式"'.encode("gb18030"))
    with pytest.raises(StandardError, match=r"“own.toml”不是 UTF-8 编码"):
        load(str(path))


def test_an_unfinished_file_is_refused(tmp_path: Path):
    path = tmp_path / "own.toml"
    path.write_text('names = ["a"', encoding="utf-8")
    with pytest.raises(StandardError, match=r"“own.toml”不符合 TOML 写法：文件末尾不完整"):
        load(str(path))


def folder(tmp_path: Path, since: str, name: str) -> Path:
    for path in resource("standards").glob("*.toml"):
        shutil.copy(path, tmp_path)
    text = (tmp_path / "2021.toml").read_text(encoding="utf-8")
    text = text.replace("since = 2021", since, 1).replace('id = "2021"', f'id = "{name}"', 1)
    (tmp_path / "2026.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_overlapping_years_name_both_files(tmp_path: Path):
    with pytest.raises(StandardError, match=r"“2026.toml”的 since 有误.*2026 年度起.*“2021.toml”.*重叠"):
        load_folder(folder(tmp_path, "since = 2026", "2026"))


def test_two_files_with_one_id_are_refused(tmp_path: Path):
    with pytest.raises(StandardError, match=r"的 id 有误：“2019”已被“2026.toml”使用"):
        load_folder(folder(tmp_path, "since = 2006\nuntil = 2007", "2019"))


def test_a_further_period_joins_the_others(tmp_path: Path):
    found = load_folder(folder(tmp_path, "since = 2006\nuntil = 2007", "2006"))
    assert [standard.id for standard in found] == ["2006", "2008", "2019", "2021"]
