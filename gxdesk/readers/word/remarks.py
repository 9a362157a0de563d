"""Says in Chinese what a Word paragraph or cell holds beside its text."""

from __future__ import annotations

from collections.abc import Callable

from gxdesk.document.place import Origin
from gxdesk.readers.notes import Notes, quote
from gxdesk.readers.package import Element
from gxdesk.readers.word.names import P, W
from gxdesk.readers.word.runs import Marks, RunReader
from gxdesk.readers.word.styles import Styles

_TRACKED_ROWS = "这个表格有增删行的修订还没有接受或拒绝。检查按接受修订后的表格进行；发布前请全部接受或拒绝。"
_IMAGE = "这里是一张图片，图片里的文字和数字无法检查。如果是表格截图，请换成可以编辑的表格。"
_DAMAGED = "文件的样式、编号或批注部分已损坏，正文照常读取，但自动编号可能不全。请另存一份新文件。"
_EMBEDDED = "文件里嵌入了另一个文件作为正文的一部分，这部分没有读取。请用 Word 打开后另存一份新文件，再检查。"
_MACRO = "文件里带有宏。报告草稿用不着宏，请另存为不带宏的 .docx 文件。"


class Remarks:
    """Turns marks into notices."""

    def __init__(self, notes: Notes, comments: Callable[[], Element | None]) -> None:
        """Add to ``notes``; ``comments`` fetches ``comments.xml`` when the first comment is met."""
        self._notes = notes
        self._load = comments
        self._said: dict[str, str] | None = None

    def damaged(self) -> None:
        """A part the draft can be read without is damaged."""
        self._notes.add("damaged", _DAMAGED)

    def embedded(self) -> None:
        """A part of the text is another file embedded in this one."""
        self._notes.add("damaged", _EMBEDDED)

    def macro(self) -> None:
        """The file carries macros."""
        self._notes.add("macro", _MACRO)

    def hidden_rows(self, text: str, block: int, origin: Origin) -> None:
        """Rows of a table are hidden."""
        note = f"这个表格有隐藏的行，里面有{quote(text)}等内容，没有参加检查。发布前请取消隐藏或删去。"
        self._notes.at("hidden", note, block, origin)

    def tracked_rows(self, block: int, origin: Origin) -> None:
        """Rows of a table were added or deleted with tracked changes."""
        self._notes.at("revisions", _TRACKED_ROWS, block, origin)

    def marks(
        self, marks: Marks, block: int | None, origin: Origin, cell: tuple[int, int] | None = None
    ) -> None:
        """Say everything ``marks`` holds; ``cell`` is the grid position in a table block."""
        if marks.inserted or marks.deleted or marks.changed_mark:
            self._notes.at("revisions", _revisions(marks), block, origin, cell)
        for text in marks.hidden:
            note = f"有隐藏文字{quote(text)}，纸面上看不见，没有参加检查。发布前请删去，或取消隐藏。"
            self._notes.at("hidden", note, block, origin, cell)
        for text in marks.white:
            note = f"有白色文字{quote(text)}，白纸上看不见。发布前请删去，或改成黑色。"
            self._notes.at("hidden", note, block, origin, cell)
        for comment in marks.comments:
            note = f"有批注{self._comment(comment)}还没有处理。发布前请处理并删去批注。"
            self._notes.at("comments", note, block, origin, cell)
        if marks.pictures:
            self._notes.at("image", _IMAGE, block, origin, cell)

    def _comment(self, key: str) -> str:
        if self._said is None:
            root = self._load()
            found = [] if root is None else root.findall(W + "comment")
            self._said = {comment.get(W + "id", ""): _plain(comment) for comment in found}
        said = self._said.get(key)
        return quote(said) if said else ""


def _plain(comment: Element) -> str:
    runs = RunReader(Styles(lambda: None))
    return " ".join(runs.read(paragraph) for paragraph in comment.iter(P))


def _revisions(marks: Marks) -> str:
    changes = [f"增加了{quote(text)}" for text in marks.inserted]
    changes += [f"删去了{quote(text)}" for text in marks.deleted]
    shown = "、".join(changes[:3]) or "增删了段落"
    return (
        f"有还没有接受或拒绝的修订：{shown}{'等' if len(changes) > 3 else ''}。"
        "检查按接受修订后的文字进行；发布前请全部接受或拒绝。"
    )
