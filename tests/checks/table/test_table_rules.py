"""table.*: the statutory tables as the format prescribes."""

from gxdesk.checks.api import Severity


def test_missing_table(run_rule, draft):
    outcome = run_rule("table.missing", draft(drop_tables=("review_litigation",)))
    assert [hit.item for hit in outcome.errors] == ["table.review_litigation"]
    assert outcome.hits[0].places[0].gap == "table.review_litigation"
    assert not run_rule("table.missing", draft()).hits


def test_a_sentence_about_reviews_is_no_table(run_rule, draft):
    text = draft(
        drop_tables=("review_litigation",), prose={"review_litigation": "没有发生行政复议、行政诉讼。"}
    )
    assert len(run_rule("table.missing", text).errors) == 1


def test_first_year_only_warns_of_a_missing_table(run_rule, draft):
    text = draft("2019", 2019, drop_tables=("applications",))
    assert run_rule("table.missing", text).severities == [Severity.WARNING]


def test_missing_rows_are_named_where_they_belong(run_rule, draft):
    outcome = run_rule("table.rows.missing", draft(drop=("partial", "refused_repeat", "total")))
    assert len(outcome.errors) == 1
    for label in ("（二）部分公开", "2.重复申请", "（七）总计"):
        assert label in outcome.messages[0]
    assert outcome.hits[0].actual == "22行" and len(outcome.hits[0].places) == 3
    assert not run_rule("table.rows.missing", draft()).hits


def test_labels_broken_or_spaced_are_not_missing(run_rule, draft):
    text = draft().replace("2.重复申请", "２． 重 复 申 请").replace("（七）总计", "(七) 总 计")
    assert not run_rule("table.rows.missing", text).hits


def test_missing_column(run_rule, draft):
    lines = []
    for line in draft().splitlines():
        cells = line.split("\t")
        lines.append("\t".join(cells[:4] + cells[5:]) if len(cells) == 8 else line)
    outcome = run_rule("table.columns.missing", "\n".join(lines))
    assert len(outcome.errors) == 1 and "「社会公益组织」" in outcome.messages[0]
    assert not run_rule("table.columns.missing", draft()).hits


def test_short_form_of_the_partial_row_is_no_truncation(run_rule, draft):
    text = draft().replace("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开")
    assert not run_rule("table.labels", text).hits


def test_labels_cut_short_or_mistyped(run_rule, draft):
    cut = run_rule("table.labels", draft().replace("7.属于行政执法案卷", "7.属于行政执法案"))
    assert len(cut.errors) == 1 and cut.hits[0].expected == "7.属于行政执法案卷"
    typo = run_rule("table.labels", draft().replace("3.要求提供公开出版物", "3.要求提供公开出板物"))
    assert len(typo.errors) == 1 and typo.hits[0].title == "行名列名有错字"
    assert not run_rule("table.rows.missing", draft().replace("7.属于行政执法案卷", "7.属于行政执法案")).hits
    assert not run_rule("table.labels", draft()).hits


def test_rows_of_an_offices_own(run_rule, draft):
    text = draft().replace("行政强制\t", "其中：校外培训处罚\t0\n行政强制\t")
    assert run_rule("table.rows.extra", text).severities == [Severity.INFO]
    assert not run_rule("table.rows.extra", draft()).hits


def test_old_form_of_table_two_in_a_new_report(run_rule, draft, statutory):
    text = draft(drop_tables=("disclosure",)) + "\n\n" + statutory("2019", "disclosure", {})
    outcome = run_rule("table.version", text)
    assert len(outcome.errors) == 1 and "本年新制作数量" in outcome.messages[0]
    assert not run_rule("table.columns.missing", text).hits, "a consequence of the wrong form"
    header = "信息内容\t本年处理决定数量"
    assert header in draft()
    uncut = draft().replace(header, "信息内容 上一年项目数量 本年增/减\t处理决定数量", 1)
    assert "上一年项目数量" in run_rule("table.version", uncut).messages[0]
    assert not run_rule("table.version", draft()).hits
    assert not run_rule("table.version", draft("2019", 2020)).hits
