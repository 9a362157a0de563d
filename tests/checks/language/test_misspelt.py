"""language.misspelt: words written wrong, and how often the rule is right and wrong."""

import importlib.util
import json
from pathlib import Path

import pytest

from gxdesk.checks.language.model import model
from gxdesk.resources import resource

RULE = "language.misspelt"
ROOT = Path(__file__).resolve().parents[3]
LEAST_RECALL, LEAST_PRECISION, MOST_ALARMS = 0.40, 0.98, 2.5  # measured 0.411, 0.989, 1.7


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("我局做为责任单位，认真落实。", "作为"),
        ("进一步扩宽公开渠道。", "拓宽"),
        ("全面布署年度工作。", "部署"),
        ("各单位必需坚持先审后发。", "必须"),
        ("准备好必须的材料。", "必需"),
        ("群众反应的问题及时解决。", "反映"),
        ("截止2024年12月，发布信息20条。", "截至"),
        ("推进行政权利运行公开。", "行政权力"),
        ("没有发生因政府公开引起的诉讼。", "政府信息公开"),
        ("及时实事求的公布信息。", "求是"),
        ("坚持实事求事，注重实效。", "求是"),
        ("一如即往做好服务。", "既往"),
        ("认真彻贯落实条例。", "贯彻"),
        ("主公动开政府信息。", "主动公开"),
        ("中华人民共国政府信息公开条例。", "共和国"),
        ("发布政府信息公开工作度报告。", "年度报告"),
        ("加强对公开工作得监督。", "的"),
        ("进一步规范信息发部流程。", "发布"),
        ("自觉接受社会堪督。", "监督"),
    ],
)
def test_a_slip_is_a_warning_with_the_right_word(run_rule, text, right):
    outcome = run_rule(RULE, text)
    assert len(outcome.warnings) == 1 and right in outcome.hits[0].expected
    assert outcome.words[0][0] == outcome.hits[0].actual


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("认真做好工工作总结。", "工作"),
        ("按时发布部门预算和决蒜。", "决算"),
    ],
)
def test_a_guess_a_new_word_may_explain_is_only_a_hint(run_rule, text, right):
    outcome = run_rule(RULE, text)
    assert [severity.value for severity in outcome.severities] == ["info"]
    assert right in outcome.hits[0].expected


@pytest.mark.parametrize(
    "text",
    [
        "财政信息公开目录、现行规范性文件和司法服务机构名单。",
        "依申请开展调查，民主公开政府信息。",
        "由办公室主任任组长，副主任任副组长。",
        "全面贯彻党的二十大和二十届二中、三中全会精神。",
        "这是落实要求的具体体现。",
    ],
)
def test_words_that_meet_and_parts_of_other_names_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


@pytest.mark.parametrize(
    "text",
    [
        "叫做为民办实事，做为人民服务的表率。",
        "教材属于生活必需品，必须认真编写。",
        "截至2024年底；截止日期为12月31日。",
        "全部份额、部分份数，已经己任。",
        "保障公民权利，规范行政权力运行。",
        "应急反应情况良好，化学反应问题。",
        "途经云州市区的公交线路。",
        "实事求是、一如既往、持之以恒、川流不息。",
        "联系地址：云州市鼓楼街5号，邮政编码130000。",
        "教育局局长到会，共和国国徽，服务队队员，来自自然人的申请。",
        "方方面面、家家户户、年年月月，事事有回音。",
        "有力地促进工作，做得扎实，用得上、记得住。",
        "政办发〔2021〕15号、办字〔2018〕7号，两千余次。",
        "制订计划与制定规章，以至与以致，启事与启示。",
    ],
)
def test_right_words_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


def test_one_slip_is_told_by_one_rule(run_rule):
    text = "充分发发挥网站作用。"
    assert len(run_rule(RULE, text).hits) + len(run_rule("language.doubled", text).hits) == 1


def load(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    __import__("sys").modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def test_what_is_written_so_again_and_again_is_no_slip(run_rule):
    line = "自觉接受社会堪督。"
    assert len(run_rule(RULE, "\n".join([line] * 2)).hits) == 2
    assert run_rule(RULE, "\n".join([line] * 3)).hits == []


def test_precision_and_recall_on_sentences_the_model_has_not_seen():
    benchmark = load(ROOT / "tests" / "benchmarks" / "misspelt.py")
    score = benchmark.measure()
    assert len(benchmark.sentences()) >= 400 and score.all >= 2000
    assert score.precision >= LEAST_PRECISION, score.false
    assert score.recall >= LEAST_RECALL
    assert score.alarms_per_10000 <= MOST_ALARMS, score.clean_alarms


def test_the_benchmark_prints_its_figures_as_json(capsys, monkeypatch, tmp_path):
    benchmark = load(ROOT / "tests" / "benchmarks" / "misspelt.py")
    right = tmp_path / "right.txt"
    right.write_text("认真落实政府信息公开条例。\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["misspelt.py", "--json", "--text", str(right)])
    assert benchmark.main() == 0
    assert json.loads(capsys.readouterr().out) == {"right_characters": 13, "alarms_per_10000": 0.0}


def test_what_is_measured_is_not_what_the_model_was_built_from():
    builder = load(ROOT / "packaging" / "language_model.py")
    measured = load(ROOT / "tests" / "benchmarks" / "misspelt.py").sentences()
    assert not set(measured) & {
        line for path in builder.OWN.glob("*.txt") for line in builder.lines(path.name)
    }


def test_the_model_is_small_and_built_from_our_lists_as_they_are():
    assert resource("lexicon", "language.model").stat().st_size < 2_000_000
    builder = load(ROOT / "packaging" / "language_model.py")
    assert model().digest == builder.digest(), "rebuild resources/lexicon/language.model"
    assert [phrase for phrase in builder.phrases("phrases.txt") if model().strange(phrase)] == []
