"""The ways a good draft is spoilt. Each returns the change; the sample set says what it must lead to."""

from __future__ import annotations

from collections.abc import Callable

from sample_draft import Block, Draft

Spoil = Callable[[Draft], None]


def text(old: str, new: str) -> Spoil:
    """Replace words that stand in one block only."""

    def spoil(draft: Draft) -> None:
        block = draft.blocks[draft.find(old)]
        block.text = block.text.replace(old, new)

    return spoil


def cell(cell_id: str, value: str) -> Spoil:
    """Put another text into a cell."""

    def spoil(draft: Draft) -> None:
        if draft.cells[cell_id] == value:
            raise ValueError(f"{draft.name}: {cell_id} is {value!r} already")
        draft.cells[cell_id] = value

    return spoil


def label(row: str, written: str) -> Spoil:
    """Write another label before a row (``table/row``)."""

    def spoil(draft: Draft) -> None:
        draft.labels[row] = written

    return spoil


def without_rows(*rows: str) -> Spoil:
    """Leave rows (``table/row``) out of their table."""

    def spoil(draft: Draft) -> None:
        draft.dropped.update(rows)

    return spoil


def without_table(table: str, sentence: str) -> Spoil:
    """Put a sentence where a table should be."""

    def spoil(draft: Draft) -> None:
        at = next(n for n, b in enumerate(draft.blocks) if (b.kind, b.text) == ("table", table))
        draft.blocks[at] = Block("body", sentence)

    return spoil


def without_section(title: str) -> Spoil:
    """Leave a section out: heading and text."""

    def spoil(draft: Draft) -> None:
        start, end = _section(draft, title)
        del draft.blocks[start:end]

    return spoil


def swapped_sections(first: str, second: str) -> Spoil:
    """Exchange two neighbouring sections; the numbers are typed in running order."""

    def spoil(draft: Draft) -> None:
        start, middle = _section(draft, first)
        again, end = _section(draft, second)
        if again != middle:
            raise ValueError(f"{draft.name}: {first} and {second} are not neighbours")
        one, two = draft.blocks[start:middle], draft.blocks[again:end]
        one[0].number, two[0].number = two[0].number, one[0].number
        draft.blocks[start:end] = two + one

    return spoil


def skipped_number(after: str) -> Spoil:
    """Leave one number out after this sub-heading; the following ones move up."""

    def spoil(draft: Draft) -> None:
        at = next(n for n, b in enumerate(draft.blocks) if (b.kind, b.text) == ("aspect", after))
        for block in draft.blocks[at + 1 :]:
            if block.kind == "section":
                break
            if block.kind == "aspect":
                block.number += 1

    return spoil


def repeated(start: str, after: str) -> Spoil:
    """Paste the paragraph holding ``start`` once more behind the one holding ``after``."""

    def spoil(draft: Draft) -> None:
        again = draft.blocks[draft.find(start)].text
        draft.blocks.insert(draft.find(after) + 1, Block("body", again))

    return spoil


def trailing(*lines: str) -> Spoil:
    """Leave lines of a web page behind the sign-off."""

    def spoil(draft: Draft) -> None:
        draft.blocks += [Block("line", line) for line in lines]

    return spoil


def _section(draft: Draft, title: str) -> tuple[int, int]:
    """Return where a section starts and ends; the sign-off belongs to none."""
    start = next(n for n, b in enumerate(draft.blocks) if (b.kind, b.text) == ("section", title))
    end = next(n for n, b in enumerate(draft.blocks) if n > start and b.kind in {"section", "sign"})
    return start, end
