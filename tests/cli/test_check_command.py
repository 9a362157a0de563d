import json

import pytest
from openpyxl import load_workbook


def test_a_sound_draft_answers_0_and_the_verdict_comes_first(gxdesk, drafts):
    answer = gxdesk("check", drafts["good"])

    assert answer.status == 0
    assert answer.out.splitlines()[0] == str(drafts["good"])
    assert "可以发布" in answer.out.splitlines()[1]
    assert answer.err == ""


def test_a_draft_with_errors_answers_1_and_says_where_what_and_how(gxdesk, drafts):
    answer = gxdesk("check", drafts["bad"])

    assert answer.status == 1
    assert answer.out.splitlines()[1].startswith("暂不能发布")
    assert "要改（改正后才能发布）" in answer.out
    assert "缺少表四〔table.missing〕" in answer.out
    assert all(word in answer.out for word in ("位置：", "问题：", "处理：", "原因："))
    assert "依据：" not in answer.out
    assert "依据：" in gxdesk("check", drafts["bad"], "--verbose").out


def test_an_unreadable_draft_answers_3_and_the_others_are_still_checked(gxdesk, drafts):
    answer = gxdesk("check", drafts["empty"], drafts["bad"], "没有.docx")

    assert answer.status == 3
    assert "空.docx：文件是空的" in answer.err
    assert "没有.docx：找不到文件" in answer.err
    assert str(drafts["bad"]) in answer.out
    assert answer.out.splitlines()[-1].startswith("共3份：0份没有必须修改的问题，1份要改，2份无法读取")


def test_a_folder_is_walked_one_line_a_draft(gxdesk, drafts):
    (drafts["folder"] / "旧稿.ofd").write_bytes(b"%PDF-")
    answer = gxdesk("check", drafts["folder"], "--jobs", "2")

    assert answer.status == 1
    assert len(answer.out.splitlines()) == 3
    assert "旧稿.ofd：不能读取这种格式" in answer.err


def test_a_folder_without_drafts_is_named(gxdesk, tmp_path):
    (tmp_path / "空的").mkdir()
    answer = gxdesk("check", "空的", "--json", "-")

    assert answer.status == 3
    assert "文件夹“空的”中没有可检查的报告草稿" in answer.err
    assert json.loads(answer.out)["unreadable"][0]["path"] == "空的"


@pytest.mark.parametrize("environment", [{}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_json_on_stdout_is_utf8_and_nothing_else(gxdesk, drafts, environment):
    answer = gxdesk("check", drafts["folder"], drafts["empty"], "--json", "-", **environment)
    document = json.loads(answer.out)

    assert answer.status == 3
    assert document["schema"] == 1
    assert [one["authority"] for one in document["documents"]] == ["云州市教育局", "岚溪市教育局"]
    assert [one["counts"]["error"] > 0 for one in document["documents"]] == [False, True]
    assert "文件是空的" in document["unreadable"][0]["reason"]


def test_files_are_written_and_drafts_left_alone(gxdesk, drafts, tmp_path):
    before = drafts["bad"].read_bytes()
    answer = gxdesk("check", drafts["bad"], "--json", "r.json", "--xlsx", "清单.xlsx", "--quiet")

    assert (answer.status, answer.out, answer.err) == (1, "", "")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["documents"]
    assert load_workbook(tmp_path / "清单.xlsx").sheetnames[0] == "检查清单"
    assert drafts["bad"].read_bytes() == before


def test_a_batch_gives_one_overview_which_the_next_run_does_not_check(gxdesk, drafts):
    target = drafts["folder"] / "汇总.xlsx"
    first, second = (gxdesk("check", drafts["folder"], "--xlsx", target) for _ in range(2))

    assert (first.status, first.out) == (second.status, second.out)
    sheet = load_workbook(target)["汇总"]
    assert [sheet.cell(row, 3).value for row in (5, 6)] == ["云州市教育局", "岚溪市教育局"]


def test_a_draft_is_never_overwritten(gxdesk, drafts):
    before = drafts["good"].read_bytes()
    answer = gxdesk("check", drafts["good"], "--json", drafts["good"])

    assert answer.status == 2
    assert "是要检查的草稿" in answer.err
    assert drafts["good"].read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check",), "缺少参数：草稿"),
        (("check", "a", "--yaml", "b"), "不认识的参数：--yaml"),
        (("check", "a", "--level", "village"), "参数 --level 的值 'village' 不对"),
        (("check", "a", "--encoding", "hex"), "没有名为“hex”的文字编码"),
        (("check", "a", "--jobs", "0"), "1 到 64"),
        (("check", "a", "--quiet", "--verbose"), "不能与"),
        (("check", "a", "--json"), "后面要写一个值"),
        (("check", "a", "--xlsx", "没有的文件夹/b.xlsx"), "不存在"),
        (("check", "a", "--standard", "1999"), "没有名为“1999”的报告格式"),
        (("chekc", "a"), "没有“chekc”这个文件，也没有这个命令"),
    ],
)
def test_mistakes_in_the_command_answer_2_in_chinese(gxdesk, arguments, words):
    answer = gxdesk(*arguments)

    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err
    assert "Traceback" not in answer.err


def test_format_and_level_are_passed_on(gxdesk, drafts):
    answer = gxdesk("check", drafts["good"], "--standard", "2019", "--level", "government", "--json", "-")
    (document,) = json.loads(answer.out)["documents"]

    assert (document["standard"], document["level"]) == ("2019", "government")
    assert document["standard_reason"].startswith("由用户指定")


def test_last_years_report_is_compared(gxdesk, drafts, tmp_path):
    text = "云州市教育局{}年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n".format
    head = "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
    carried_in = "二、上年结转政府信息公开申请数量\n{0}\n0\n0\n0\n0\n0\n{0}\n"
    rows = (carried_in + "四、结转下年度继续办理\n{1}\n0\n0\n0\n0\n0\n{1}\n").format
    (tmp_path / "今年 报告.txt").write_text(text(2024) + head + rows(3, 1), encoding="utf-8")
    (tmp_path / "去年 报告.txt").write_text(text(2023) + head + rows(0, 5), encoding="utf-8")
    alone = gxdesk("check", "今年 报告.txt", "--json", "-")
    compared = gxdesk("check", "今年 报告.txt", "--previous", "去年 报告.txt", "--json", "-")
    assert "year.carried" not in {f["rule"] for f in json.loads(alone.out)["documents"][0]["findings"]}
    found = [f for f in json.loads(compared.out)["documents"][0]["findings"] if f["rule"] == "year.carried"]
    assert {(f["expected"], f["actual"]) for f in found} == {("5", "3")}
