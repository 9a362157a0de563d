import json
from datetime import datetime
from pathlib import Path

import gxdesk
from gxdesk.checklist.result import Unreadable
from gxdesk.exports.json import encoded, result_json

CELLS = {"new.natural": "3,001", "granted.natural": "/", "partial.natural": "", "new.legal": "12件"}


def test_the_result_follows_the_contract(make_result, make_finding):
    finding = make_finding("f1", expected="12", actual="12件")
    answer = result_json([make_result([finding])], [Unreadable(Path("坏.docx"), "文件已加密")])

    assert (answer["schema"], answer["gxdesk"]) == (1, gxdesk.__version__)
    assert datetime.fromisoformat(answer["checked_at"]).utcoffset() is not None
    assert answer["unreadable"] == [{"path": "坏.docx", "reason": "文件已加密"}]
    (document,) = answer["documents"]
    assert Path(document["path"]) == Path("草稿/年报.txt")
    assert (document["format"], document["encoding"]) == ("txt", "utf-8")
    assert (document["kind"], document["authority"]) == ("annual-report", "云州市水利局")
    assert (document["report_year"], document["standard"]) == (2024, "2021")
    assert "2024" in document["standard_reason"]
    assert document["counts"] == {"error": 1, "warning": 0, "info": 0}
    (found,) = document["findings"]
    assert (found["id"], found["expected"], found["places"]) == ("f1", "12", [{"label": "全文"}])
    statuses = {item["id"]: (item["status"], item["findings"]) for item in document["checklist"]}
    assert statuses["table.applications"] == ("fail", ["f1"])
    assert statuses["balance"] == ("not-checkable", [])


def test_numbers_keep_their_text_and_blanks_are_never_zero(make_result):
    document = result_json([make_result(cells=CELLS)])["documents"][0]
    tables = {table["id"]: table for table in document["tables"]}
    cells = tables["applications"]["cells"]

    assert (cells["new.natural"]["text"], cells["new.natural"]["value"]) == ("3,001", 3001)
    assert isinstance(cells["new.natural"]["value"], int)
    assert cells["new.natural"]["place"]["line"] > 1
    assert (cells["granted.natural"]["text"], cells["granted.natural"]["value"]) == ("/", None)
    assert cells["partial.natural"]["value"] is None
    assert tables["disclosure"]["cells"]["fees.amount"]["value"] == 12.5
    assert tables["applications"]["missing_rows"] == ["carried_out"]
    assert not tables["review_litigation"]["present"]


def test_sections_say_whether_and_where_they_are(make_result):
    document = result_json([make_result()])["documents"][0]
    sections = {section["id"]: section for section in document["sections"]}

    assert (sections["overview"]["present"], sections["overview"]["heading"]) == (True, "一、总体情况")
    assert sections["overview"]["place"]["line"] == 3
    assert sections["overview"]["characters"] > 5
    assert not sections["problems"]["present"]


def test_the_bytes_are_json_in_utf8_even_for_odd_file_names():
    data = encoded(result_json([], [Unreadable(Path("坏\udc80.txt"), "读不出")]))

    assert "读不出".encode() in data
    assert json.loads(data.decode("utf-8"))["unreadable"][0]["path"] == "坏\udc80.txt"
