"""language.misspelt: words written wrong, and how often the rule is right and wrong."""

import importlib.util
from pathlib import Path

import pytest

from gxdesk.checks.language.model import model
from gxdesk.resources import resource

RULE = "language.misspelt"
ROOT = Path(__file__).resolve().parents[3]
LEAST_RECALL, LEAST_PRECISION = 0.24, 0.97


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
        ("坚持实事求事，注重实效。", "实事求是"),
        ("一如即往做好服务。", "一如既往"),
        ("认真彻贯落实条例。", "贯彻"),
        ("主公动开政府信息。", "主动公开"),
        ("加强组领导，落实责任。", "组织"),
        ("自觉接受社会堪督。", "监督"),
        ("清理规范性文见二十件。", "文件"),
    ],
)
def test_a_slip_is_a_warning_with_the_right_word(run_rule, text, right):
    outcome = run_rule(RULE, text)
    assert len(outcome.warnings) == 1 and right in outcome.hits[0].expected
    assert outcome.words[0][0] == outcome.hits[0].actual


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


def test_precision_and_recall_on_our_own_sentences():
    score = load(Path(__file__).with_name("misspelt_report.py")).measure()
    assert sum(total for _, total in score.kinds.values()) >= 200
    assert score.precision >= LEAST_PRECISION, score.false
    assert score.recall >= LEAST_RECALL


def test_the_model_is_small_and_knows_our_phrases():
    assert resource("lexicon", "language.model").stat().st_size < 500_000
    builder = load(ROOT / "packaging" / "language_model.py")
    strange = [
        phrase
        for phrase in builder.phrases("phrases.txt") + builder.phrases("words.txt")
        if model().strange(phrase) and phrase not in builder.phrases("idioms.txt")
    ]
    assert strange == [], "rebuild resources/lexicon/language.model"
