"""Says where characters of a draft could not be decoded."""

from __future__ import annotations

from gxdesk.document.model import Block, Paragraph
from gxdesk.readers.notes import Notes, quote


def note_broken(blocks: tuple[Block, ...], count: int, encoding: str, notes: Notes) -> None:
    """Add a notice on ``count`` characters that could not be decoded, and one at each place."""
    notes.add(
        "encoding",
        f"有 {count} 处文字读不出来，已用“\ufffd”代替（按 {encoding.upper()} 编码读取）。"
        "请从原稿重新复制这些地方；如果满篇都是乱码，请换一种编码再读。",
    )
    for block, found in enumerate(blocks):
        if isinstance(found, Paragraph):
            if "\ufffd" in found.text:
                start = max(0, found.text.index("\ufffd") - 8)
                near = quote(found.text[start : start + 20])
                notes.at("encoding", f"{near}里有读不出来的字，请对照原稿补上。", block, found.origin)
            continue
        for cell in found.cells:
            if "\ufffd" in cell.text:
                note = f"{quote(cell.text)}里有读不出来的字，请对照原稿补上。"
                notes.at("encoding", note, block, cell.origin, (cell.row, cell.column))
