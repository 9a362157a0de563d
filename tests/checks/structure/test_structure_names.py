"""structure.body_name, structure.title: how bodies name themselves in published titles."""

import pytest


@pytest.mark.parametrize(
    "name", ["云州市", "望川县柳河镇", "青岭自治县", "临水区", "云州市临水新区", "北岭省"]
)
def test_a_place_stands_for_its_government(run_rule, name):
    for title in (f"{name}2024年政府信息公开工作年度报告", f"2024年{name}政府信息公开工作年度报告"):
        text = f"{title}\n一、总体情况\n全年公开信息。"
        assert run_rule("structure.body_name", text).hits == []
        assert run_rule("structure.title", text).hits == []


@pytest.mark.parametrize(
    ("name", "nameless"),
    [
        ("卫生健康委员会", True),
        ("市发展和改革委员会", True),
        ("区人民政府办公室", True),
        ("国家卫生健康委员会", False),
        ("云州市发展和改革委员会", False),
        ("临水区人民政府办公室", False),
    ],
)
def test_an_office_without_its_place_is_nameless(run_rule, name, nameless):
    text = f"2024年{name}政府信息公开工作年度报告\n一、总体情况\n全年公开信息。"
    assert bool(run_rule("structure.title", text).errors) is nameless
