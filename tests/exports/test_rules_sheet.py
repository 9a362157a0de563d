"""The example sheet for the office's own rules is itself a right one."""

import io

from openpyxl import load_workbook

from gxdesk.checks.office import office_rules
from gxdesk.exports.rules_sheet import rules_sheet
from gxdesk.readers.ruletable import COLUMNS


def test_the_examples_are_rules(tmp_path):
    path = tmp_path / "示例.xlsx"
    path.write_bytes(rules_sheet())
    found = office_rules(path)
    assert len(found) >= 3
    assert {rule.severity.value for rule in found} == {"error", "warning"}


def test_it_has_lists_to_choose_from_and_help():
    book = load_workbook(io.BytesIO(rules_sheet()))
    ws = book["规则"]
    assert [cell.value for cell in ws[1]] == list(COLUMNS)
    assert len(ws.data_validations.dataValidation) == 3
    told = {row[0].value for row in book["填写说明"]}
    assert {"要求", "关键词", "所在章节"} <= told
