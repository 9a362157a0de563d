"""The chart of one body's figures over the years: few lawsuits must be seen beside many applications."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gxdesk.ui.models.years import SERIES, Year, spoken
from gxdesk.ui.theme import LIGHT, Colours, colours

PICTURE = QSize(1200, 760)
_PANELS = (("依申请公开（件）", SERIES[:3]), ("行政复议、行政诉讼（件）", SERIES[3:]))
_TONES = {"received": "info", "answered": "pass", "carried": "warning", "reviews": "manual", "suits": "error"}
_STYLES = {
    "received": Qt.PenStyle.SolidLine,
    "answered": Qt.PenStyle.DashLine,
    "carried": Qt.PenStyle.DotLine,
    "reviews": Qt.PenStyle.SolidLine,
    "suits": Qt.PenStyle.DashLine,
}
ALONE = (
    "只有一个年度的数据。把同一机关其他年度的报告也打开，或者放在同一个文件夹里，"
    "这里就显示各年度的申请、复议、诉讼数量。"
)


class Chart(QWidget):
    """Paints the figures; the same painting makes the picture for export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty chart."""
        super().__init__(parent)
        self._years: Sequence[Year] = ()
        self._title = ""
        self.setMinimumHeight(220)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_years(self, found: Sequence[Year], title: str) -> None:
        """Show other figures."""
        self._years, self._title = found, title
        self.setAccessibleName(f"{title}\n{spoken(found)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        painter = QPainter(self)
        self.draw(painter, QRectF(self.rect()), colours())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def picture(self) -> QImage:
        """Return the chart as a picture, light whatever the window's appearance."""
        image = QImage(PICTURE, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        font = QFont(self.font())
        font.setPixelSize(20)
        painter.setFont(font)
        self.draw(painter, QRectF(image.rect()), LIGHT)
        painter.end()
        return image

    def draw(self, painter: QPainter, area: QRectF, shades: Colours) -> None:
        """Paint title and panels into ``area``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(shades.paper))
        line = QFontMetrics(painter.font()).height()
        painter.setPen(QColor(shades.ink))
        head = QRectF(area.left() + 16, area.top() + 8, area.width() - 32, line)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, self._title)
        room = area.adjusted(0, line + 12, 0, -4)
        upper = room.height() * 0.58
        _Panel(painter, shades, self._years, *_PANELS[0]).draw(
            QRectF(room.left(), room.top(), room.width(), upper)
        )
        _Panel(painter, shades, self._years, *_PANELS[1]).draw(room.adjusted(0, upper, 0, 0))


class _Panel:
    """One set of axes with its curves and legend."""

    def __init__(
        self, painter: QPainter, shades: Colours, found: Sequence[Year], title: str, series: object
    ) -> None:
        self._painter, self._shades, self._years, self._title = painter, shades, found, title
        self._series = tuple(series)  # type: ignore[arg-type,var-annotated]
        self._line = QFontMetrics(painter.font()).height()
        values = [year.values[one.id] for year in found for one in self._series]
        self._top = nice_top(max((float(value) for value in values if value is not None), default=0.0))
        self._points: list[tuple[QPointF, str, str]] = []

    def draw(self, area: QRectF) -> None:
        self._legend(area)
        wide = QFontMetrics(self._painter.font()).horizontalAdvance("000000") + 24
        plot = area.adjusted(wide, self._line * 2 + 4, -30, -self._line - 8)
        self._axes(plot)
        for one in self._series:
            self._curve(plot, one.id)
        self._numbers(plot)

    def _legend(self, area: QRectF) -> None:
        painter = self._painter
        metrics = QFontMetrics(painter.font())
        x, y = area.left() + 16, area.top() + 4
        painter.setPen(QColor(self._shades.muted))
        painter.drawText(QPointF(x, y + metrics.ascent()), self._title)
        x += metrics.horizontalAdvance(self._title) + 26
        for one in self._series:
            painter.setPen(self._pen(one.id))
            middle = y + self._line / 2
            painter.drawLine(QPointF(x, middle), QPointF(x + 30, middle))
            painter.setPen(QColor(self._shades.ink))
            painter.drawText(QPointF(x + 36, y + metrics.ascent()), one.title)
            x += 36 + metrics.horizontalAdvance(one.title) + 24

    def _pen(self, series: str) -> QPen:
        pen = QPen(QColor(self._shades.tone(_TONES[series]).ink), 2.2)
        pen.setStyle(_STYLES[series])
        return pen

    def _axes(self, plot: QRectF) -> None:
        painter = self._painter
        for step in range(5):
            y = plot.bottom() - plot.height() * step / 4
            painter.setPen(QPen(QColor(self._shades.edge), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            value = self._top * step / 4
            painter.setPen(QColor(self._shades.muted))
            label = QRectF(plot.left() - 200, y - self._line / 2, 192, self._line)
            sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(label, sides, f"{value:g}")
        for at, year in enumerate(self._years):
            x = self._x(plot, at)
            label = QRectF(x - 40, plot.bottom() + 3, 80, self._line)
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(year.year))

    def _x(self, plot: QRectF, at: int) -> float:
        if len(self._years) == 1:
            return plot.center().x()
        first, last = self._years[0].year, self._years[-1].year
        share = (self._years[at].year - first) / (last - first)
        return plot.left() + 24 + (plot.width() - 48) * share

    def _curve(self, plot: QRectF, series: str) -> None:
        painter = self._painter
        before: QPointF | None = None
        for at, year in enumerate(self._years):
            value = year.values[series]
            if value is None:  # a year without the figure breaks the curve: nothing is made up
                before = None
                continue
            point = QPointF(self._x(plot, at), plot.bottom() - plot.height() * float(value) / self._top)
            painter.setPen(self._pen(series))
            if before is not None:
                painter.drawLine(before, point)
            painter.setPen(QPen(QColor(self._shades.tone(_TONES[series]).ink), 2))
            painter.setBrush(QColor(self._shades.paper))
            painter.drawEllipse(point, 3.5, 3.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._points.append((point, series, f"{value.normalize():f}" if value else "0"))
            before = point

    def _numbers(self, plot: QRectF) -> None:
        """Write the figures at their points; one that would cover another goes below its point."""
        taken: list[QRectF] = []
        for point, series, text in sorted(self._points, key=lambda entry: entry[0].y()):
            spots = [
                QRectF(point.x() - 30, point.y() + offset, 60, self._line)
                for offset in (-self._line - 4, 5, 5 + self._line, -2 * self._line - 4)
            ]
            floor = plot.bottom() + 2
            free = [
                spot
                for spot in spots
                if not any(spot.adjusted(0, 2, 0, -2).intersects(other) for other in taken)
                and plot.top() - self._line <= spot.top()
                and spot.bottom() <= floor
            ]
            spot = free[0] if free else spots[0]
            taken.append(spot)
            self._painter.setPen(QColor(self._shades.tone(_TONES[series]).ink))
            self._painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)


def nice_top(highest: float) -> float:
    """Return a round number at or above ``highest`` that divides well by four."""
    if highest <= 4:
        return 4
    step = 10 ** (len(str(int(highest))) - 1)
    for factor in (1, 2, 4, 6, 8, 10, 12, 16, 20):
        top = step * factor
        if top >= highest and top % 4 == 0:
            return float(top)
    return float(step * 20)


class YearsView(QWidget):
    """The chart with its buttons. ``export_wanted`` carries the picture."""

    export_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.chart = Chart(self)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.copy_button = QPushButton("复制数据", self)
        self.copy_button.setToolTip("复制各年度的数字，可以粘贴到 Excel")
        self.copy_button.clicked.connect(self._copy)
        self.save_button = QPushButton("存为图片…", self)
        self.save_button.setToolTip("把图存成 PNG 图片，可以放进汇报材料")
        self.save_button.clicked.connect(lambda: self.export_wanted.emit(self.chart.picture()))
        self._years: Sequence[Year] = ()
        row = QHBoxLayout()
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.hint, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.chart, 1)
        self.setFocusProxy(self.chart)

    def show_years(self, found: Sequence[Year], authority: str) -> None:
        """Show the figures of a body."""
        self._years = found
        span = f"{found[0].year}—{found[-1].year}年" if len(found) > 1 else ""
        self.chart.show_years(found, f"{authority}{span}政府信息公开工作数据")
        names = "、".join(str(year.year) for year in found)
        self.hint.setText(ALONE if len(found) < 2 else f"数据取自{names}年度的报告草稿，未经核对。")
        self.save_button.setEnabled(bool(found))
        self.copy_button.setEnabled(bool(found))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(spoken(self._years))
        self.said.emit("已复制各年度数据")

    def retheme(self) -> None:
        """Paint in the present colours."""
        self.chart.update()
