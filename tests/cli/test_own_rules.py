"""``--rules``: the office's own rules on the command line."""

import json
from pathlib import Path

from gxdesk.checks.catalogue import RULE_IDS
from gxdesk.cli.main import main

SAMPLE = next((Path(__file__).resolve().parents[2] / "resources" / "samples").glob("*2024*合格*.docx"))


def rules(tmp_path: Path, words: str) -> Path:
    path = tmp_path / "规则.toml"
    path.write_text(
        f"[[rule]]\nrequirement = '写明{words}'\nkeywords = '{words}'\ndemand = '必须'\n", encoding="utf-8"
    )
    return path


def test_a_demand_not_met_fails_the_draft(tmp_path, capsys):
    status = main(
        [
            "check",
            str(SAMPLE),
            "--rules",
            str(rules(tmp_path, "政务公开日")),
            "--json",
            str(tmp_path / "r.json"),
        ]
    )
    assert status == 1 and "政务公开日" in capsys.readouterr().out
    answer = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["documents"][0]
    assert any(item["id"].startswith("office.") and item["status"] == "fail" for item in answer["checklist"])


def test_a_demand_met_passes(tmp_path, capsys):
    assert main(["check", str(SAMPLE), "--rules", str(rules(tmp_path, "政府信息公开")), "--quiet"]) == 0


def test_wrong_rules_stop_before_the_first_draft(tmp_path, capsys):
    path = tmp_path / "规则.toml"
    path.write_text("[[rule]]\nrequirement = '甲'\n", encoding="utf-8")
    assert main(["check", str(SAMPLE), str(SAMPLE.parent), "--rules", str(path)]) == 2
    assert "第1条" in capsys.readouterr().err


def test_the_example_sheet(tmp_path, capsys):
    target = tmp_path / "规则.xlsx"
    assert main(["template", "--rules", str(target)]) == 0 and target.exists()
    assert main(["template", "--rules", str(tmp_path / "规则.docx")]) == 2
    assert ".xlsx" in capsys.readouterr().err


def test_own_rules_are_listed_after_ours(tmp_path, capsys):
    assert main(["rules", "--rules", str(rules(tmp_path, "政务公开日")), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    assert len(listed) == len(RULE_IDS) + 1
    assert listed[-1]["id"].startswith("office.") and "政务公开日" in listed[-1]["requirement"]


def test_a_wrong_sheet_is_told_without_a_draft(tmp_path, capsys):
    path = tmp_path / "规则.toml"
    path.write_text("[[rule]]\nrequirement = '甲'\n", encoding="utf-8")
    assert main(["rules", "--rules", str(path)]) == 2
    assert "第1条" in capsys.readouterr().err
