"""The clerk's manual: pages at the left, searchable; offline, from ``resources/help``."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from gxdesk.resources import resource
from gxdesk.ui.theme import colours
from gxdesk.ui.views.searching import Hits

PAGES = (
    "start",
    "review",
    "mend",
    "tables",
    "confirm",
    "previous",
    "years",
    "batch",
    "export",
    "trouble",
    "settings",
    "keys",
)
_TAG = re.compile(r"<[^>]+>")
_TOPIC = int(Qt.ItemDataRole.UserRole)
_NONE = "说明书中没有找到这些字。换个说法试试，例如“结转”“导出”“加密”。"


@lru_cache(maxsize=32)
def page(topic: str) -> str:
    """Return a page's HTML (``""`` when the installation lacks it)."""
    path = resource("help", f"{topic}.html")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def title(topic: str) -> str:
    """Return a page's title."""
    found = re.search(r"<h1>(.*?)</h1>", page(topic), re.DOTALL)
    return unescape(_TAG.sub("", found[1])).strip() if found else topic


def words(topic: str) -> str:
    """Return a page's text for searching."""
    return unescape(_TAG.sub("", page(topic))).casefold()


class _Browser(QTextBrowser):
    """Loads pictures from the installation only, scaled to the width of the page."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401
        """See Qt."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = resource("screenshots", Path(name if isinstance(name, str) else name.toString()).name)
        image = QImage(str(path))
        room = max(200, self.viewport().width() - 60)
        ratio = self.devicePixelRatioF()
        if image.width() > room:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaledToWidth(round(room * ratio), smooth)
            image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.document().clear()
            window = self.window()
            if isinstance(window, ManualDialog):
                window.render_page()


class ManualDialog(QDialog):
    """Not modal: it stays beside the window while the clerk works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List every page."""
        super().__init__(parent)
        self.setWindowTitle("使用说明")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 600)
        self.topic = ""
        self._hits = Hits()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("在说明书中搜索")
        self.field.setAccessibleName("搜索说明书")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(lambda: self._step(1))
        self.list = QListWidget(self)
        self.list.setAccessibleName("说明书目录")
        self.nothing = QLabel(_NONE, self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.page = _Browser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName("说明")
        self.page.anchorClicked.connect(self._followed)
        for number, topic in enumerate(PAGES, start=1):
            item = QListWidgetItem(f"{number}. {title(topic)}", self.list)
            item.setData(_TOPIC, topic)
        self._arrange()
        self.list.currentItemChanged.connect(self._chosen)

    def _arrange(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        split = QSplitter(self)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setSizes([220, 680])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addWidget(split)

    def show_topic(self, topic: str) -> None:
        """Show a page."""
        self.list.setCurrentRow(PAGES.index(topic) if topic in PAGES else 0)
        self.page.setFocus()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.topic = item.data(_TOPIC)
            self.render_page()

    def render_page(self) -> None:
        """Show the present page in the present colours and width."""
        shades = colours()
        document = self.page.document()
        document.setDocumentMargin(18)
        document.setDefaultStyleSheet(
            f"h1 {{ font-size: x-large; }} h2 {{ font-size: large; margin-top: 18px; }}"
            f"p, li {{ line-height: 150%; margin-bottom: 7px; }} a {{ color: {shades.accent}; }}"
            f"td, th {{ padding: 4px 10px 4px 0; }} .note {{ color: {shades.muted}; }}"
            f"kbd {{ background-color: {shades.window}; }}"
        )
        self.page.setHtml(page(self.topic) or "<p>安装包里没有找到这一页说明。</p>")
        self._mark()

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        first = None
        for row, topic in enumerate(PAGES):
            content = words(topic)
            hit = all(word in content for word in wanted)
            self.list.item(row).setHidden(not hit)
            if hit and first is None:
                first = row
        self.nothing.setVisible(first is None)
        current = self.list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.list.setCurrentRow(first)
        else:
            self._mark()

    def _mark(self) -> None:
        wanted = self.field.text().split()
        self._hits.find(self.page.document(), wanted[0] if wanted else "")
        self._step(0)

    def _step(self, by: int) -> None:
        cursor = self._hits.step(by)
        selections: list[QTextEdit.ExtraSelection] = self._hits.selections()
        self.page.setExtraSelections(selections)
        if cursor is not None:
            cursor.setPosition(cursor.selectionStart())
            self.page.setTextCursor(cursor)

    def _followed(self, url: QUrl) -> None:
        topic = url.toString().removesuffix(".html")
        if topic in PAGES:
            self.field.clear()
            self.show_topic(topic)


def help_key(dialog: QDialog, topic: str) -> None:
    """Let F1 open a page in a dialog: the window's own key does not reach a modal one."""
    key = QShortcut(QKeySequence("F1"), dialog)
    key.activated.connect(lambda: show_manual(dialog, topic))


def show_manual(parent: QWidget, topic: str) -> ManualDialog:
    """Show a page of the manual, in the dialog already open if there is one."""
    dialog = parent.findChild(ManualDialog) or ManualDialog(parent)
    dialog.show()
    dialog.show_topic(topic)
    dialog.raise_()
    dialog.activateWindow()
    return dialog
