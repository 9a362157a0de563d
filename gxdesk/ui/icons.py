"""Icons drawn in code: sharp at every scale, coloured for light and dark, nothing to load at start-up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from gxdesk.ui.theme import colours

_SIZE = 24
_SCALE = 3
_cache: dict[tuple[str, bool], QIcon] = {}

_ROUND = QRectF(3, 3, 18, 18)


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _cross() -> QPainterPath:
    path = _lines((9, 9), (15, 15))
    path.addPath(_lines((15, 9), (9, 15)))
    return path


def _mark(long: tuple[float, float], dot: float) -> QPainterPath:
    path = _lines((12, long[0]), (12, long[1]))
    path.addPath(_lines((12, dot), (12, dot + 0.2)))
    return path


def _question() -> QPainterPath:
    path = QPainterPath(QPointF(9.2, 9.6))
    path.cubicTo(9.2, 6.2, 14.8, 6.2, 14.8, 9.6)
    path.cubicTo(14.8, 11.8, 12, 11.8, 12, 14)
    path.addPath(_lines((12, 16.8), (12, 17)))
    return path


def _hand() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 9.4), 2.6, 2.6)
    path.moveTo(7.4, 17)
    path.cubicTo(7.4, 12.6, 16.6, 12.6, 16.6, 17)
    return path


_TRIANGLE = ((12.0, 2.6), (22.0, 20.6), (2.0, 20.6), (12.0, 2.6))
_SIGNS: dict[str, tuple[str, Callable[[], QPainterPath]]] = {
    "error": ("round", _cross),
    "warning": ("triangle", lambda: _mark((9, 14), 17.2)),
    "info": ("round", lambda: _mark((11.4, 16.6), 7.6)),
    "pass": ("round", lambda: _lines((7.6, 12.4), (10.8, 15.4), (16.4, 9))),
    "manual": ("round", _hand),
    "not-applicable": ("ring", lambda: _lines((8, 12), (16, 12))),
    "not-checkable": ("ring", _question),
}
_ALIASES = {"fail": "error", "warn": "warning", "ignored": "not-applicable"}


def _open() -> QPainterPath:
    path = _lines((6, 3), (14, 3), (18.5, 7.5), (18.5, 21), (6, 21), (6, 3))
    path.addPath(_lines((13.6, 3.2), (13.6, 8), (18.4, 8)))
    path.addPath(_lines((9, 12.5), (15.5, 12.5)))
    path.addPath(_lines((9, 16.5), (15.5, 16.5)))
    return path


def _folder() -> QPainterPath:
    return _lines((3, 19), (3, 5.5), (9.5, 5.5), (11.5, 8), (21, 8), (21, 19), (3, 19))


def _recheck() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(4.5, 4.5, 15, 15), 40)
    path.arcTo(QRectF(4.5, 4.5, 15, 15), 40, 290)
    path.addPath(_lines((18.6, 3.2), (18, 7.6), (13.8, 6.6)))
    return path


def _export() -> QPainterPath:
    path = _lines((12, 3), (12, 14.5))
    path.addPath(_lines((7.4, 10.2), (12, 14.8), (16.6, 10.2)))
    path.addPath(_lines((4, 15.5), (4, 20.5), (20, 20.5), (20, 15.5)))
    return path


def _search() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(4, 4, 11, 11))
    path.addPath(_lines((13.6, 13.6), (20, 20)))
    return path


def _batch() -> QPainterPath:
    path = QPainterPath()
    for y in (6, 12, 18):
        path.addPath(_lines((4, y), (4.2, y)))
        path.addPath(_lines((8.5, y), (20, y)))
    return path


def _both(one: QPainterPath, other: QPainterPath) -> QPainterPath:
    one.addPath(other)
    return one


def _drop() -> QPainterPath:
    path = _lines((9, 13), (5, 13), (5, 21), (19, 21), (19, 13), (15, 13))
    path.addPath(_lines((12, 3), (12, 16)))
    path.addPath(_lines((8.5, 12.6), (12, 16.2), (15.5, 12.6)))
    return path


_STROKES: dict[str, Callable[[], QPainterPath]] = {
    "open": _open,
    "folder": _folder,
    "recheck": _recheck,
    "export": _export,
    "search": _search,
    "batch": _batch,
    "up": lambda: _lines((6, 15), (12, 9), (18, 15)),
    "down": lambda: _lines((6, 9), (12, 15), (18, 9)),
    "close": lambda: _both(_lines((7, 7), (17, 17)), _lines((17, 7), (7, 17))),
    "copy": lambda: _both(
        _lines((8, 8), (20, 8), (20, 20), (8, 20), (8, 8)), _lines((4, 16), (4, 4), (16, 4))
    ),
    "drop": _drop,
    "edit": lambda: _both(
        _lines((5, 19), (6, 14.5), (16, 4.5), (19.5, 8), (9.5, 18), (5, 19)), _lines((13.6, 7), (17, 10.4))
    ),
    "comment": lambda: _both(
        _lines((4, 4), (20, 4), (20, 16), (11, 16), (7, 20), (7, 16), (4, 16), (4, 4)),
        _both(_lines((8, 8.5), (16, 8.5)), _lines((8, 12), (13, 12))),
    ),
}


def icon(name: str) -> QIcon:
    """Return the icon of a severity, a status or an action, in the colours of the present appearance."""
    shades = colours()
    key = (_ALIASES.get(name, name), shades.dark)
    if key not in _cache:
        _cache[key] = QIcon(_draw(key[0]))
    return _cache[key]


def steady_icon(name: str) -> QIcon:
    """Return the icon for rows of lists: Qt would tint it where the row is selected."""
    shades = colours()
    own = _ALIASES.get(name, name)
    key = (f"steady {own}", shades.dark)
    if key not in _cache:
        steady = QIcon(_draw(own))
        chosen = _draw(own) if own in _SIGNS else _draw(own, shades.select_ink)
        steady.addPixmap(chosen, QIcon.Mode.Selected)
        _cache[key] = steady
    return _cache[key]


def _draw(name: str, ink: str = "") -> QPixmap:
    pixmap = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    if name in _SIGNS:
        _draw_sign(painter, name)
    else:
        _stroke(painter, _STROKES[name](), ink or colours().ink, 1.7)
    painter.end()
    pixmap.setDevicePixelRatio(_SCALE)
    return pixmap


def _draw_sign(painter: QPainter, name: str) -> None:
    shape, sign = _SIGNS[name]
    shades = colours()
    tone = shades.tone(name)
    solid = QColor(tone.line if not shades.dark else tone.ink)
    if shape == "ring":
        painter.setPen(QPen(solid, 1.6))
        painter.drawEllipse(_ROUND)
        _stroke(painter, sign(), solid.name(), 2)
        return
    painter.setPen(QPen(solid, 1))
    painter.setBrush(solid)
    if shape == "round":
        painter.drawEllipse(_ROUND.adjusted(-0.5, -0.5, 0.5, 0.5))
    else:
        painter.drawPath(_lines(*_TRIANGLE))
    _stroke(painter, sign(), shades.paper, 2.2)


def _stroke(painter: QPainter, path: QPainterPath, colour: str, width: float) -> None:
    pen = QPen()
    pen.setColor(QColor(colour))
    pen.setWidthF(width)
    painter.strokePath(path, pen)  # setPen would make Qt's namespace, see lean.py
