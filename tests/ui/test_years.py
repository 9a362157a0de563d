"""The figures of one body over the years: of open drafts, of last year and of the folder; as a picture."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from gxdesk.resources import resource
from gxdesk.ui.models.years import SERIES, spoken, years
from gxdesk.ui.views.years import nice_top


def good(year):
    return next(
        path
        for path in sorted(resource("samples").iterdir())
        if f"{year}年" in path.name and "合格" in path.name
    )


@pytest.fixture
def page(real, tmp_path, open_sample, qtbot):
    """Two years of one body in one folder, one of them open."""
    (tmp_path / "去年.txt").write_bytes(
        next(p for p in resource("samples").glob("云州市教育局2020*")).read_bytes()
    )
    open_sample(real, "今年.docx", next(p for p in resource("samples").glob("云州市教育局2024*")))
    qtbot.keyClick(real, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    view = real.pages.review.centre.years
    qtbot.waitUntil(lambda: len(view._years) == 2)
    return view


def test_the_reports_of_the_folder_are_found_without_opening_them(page, real):
    assert [year.year for year in page._years] == [2020, 2024]
    assert "2020、2024年度" in page.hint.text()
    table = real.pages.review.result.report.table("applications")
    assert page._years[1].values["received"] == table.value("new.total")
    assert "云州市教育局" in page.chart.accessibleName() and "收到申请" in page.chart.accessibleName()


def test_one_year_alone_says_what_to_do(real, open_sample, qtbot):
    open_sample(real)
    real.actions_["view_years"].trigger()
    assert "只有一个年度的数据" in real.pages.review.centre.years.hint.text()


def test_the_chart_is_saved_as_a_picture_with_ink_on_it(page, real, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "图.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save_button.click()
    qtbot.waitUntil(lambda: "已导出" in real.pages.notice.label.text())
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1200, 760)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1200, 3) for y in range(0, 760, 3)}
    assert len(colours) > 10


def test_the_figures_are_copied_for_a_spreadsheet(page):
    page.copy_button.click()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert rows[0] == ["年度", *(series.title for series in SERIES)]
    assert [row[0] for row in rows[1:]] == ["2020", "2024"] and all(row[1].isdigit() for row in rows[1:])


def test_another_body_and_another_text_are_left_out(page, real):
    report = real.pages.review.result.report
    other = replace(report, identity=replace(report.identity, authority="别的局", year=2023))
    notice = replace(report, identity=replace(report.identity, kind="other", year=2022))
    assert [year.year for year in years([report, other, notice], report.identity.authority)] == [2024]


def test_a_figure_the_report_does_not_state_is_not_made_up(page, real):
    report = real.pages.review.result.report
    tables = tuple(replace(table, cells={}) for table in report.tables)
    (year,) = years([replace(report, tables=tables)], report.identity.authority)
    assert set(year.values.values()) == {None}
    assert spoken([year]).split("\n")[1] == "2024" + "\t" * len(SERIES)


@pytest.mark.parametrize("highest", [0, 3, 4, 5, 9, 11, 17, 99, 100, 101, 1288, 3119, 99999])
def test_the_axis_ends_at_a_round_number_above_all(highest):
    top = nice_top(highest)
    assert top >= highest and top % 4 == 0 and (highest <= 4 or top <= highest * 2.5)
