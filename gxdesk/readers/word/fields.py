"""The fields open at a point of a text: their instructions are not shown, their results are."""

from __future__ import annotations

from gxdesk.readers.word.equations import equation_text


class Fields:
    """Tell it where fields begin, go over to their result, and end; :attr:`begun` has an entry for each."""

    def __init__(self) -> None:
        """Begin outside of any field."""
        self.begun: list[bool] = []  # has the result of the field begun?
        self._said: list[str] = []

    def shown(self) -> bool:
        """Tell whether text at this point is shown: in no field, or in results only."""
        return all(self.begun)

    def begin(self) -> None:
        """Begin a field, or a field within a field."""
        self.begun.append(False)
        self._said.append("")

    def instruct(self, text: str) -> None:
        """Take a part of an instruction."""
        if self._said:
            self._said[-1] += text

    def separate(self) -> str:
        """Go over to the result; return the text the instruction itself shows, if it is one of those."""
        if not self.begun:
            return ""
        self.begun[-1] = True
        return self._equation()

    def end(self) -> str:
        """End a field; return like :meth:`separate`."""
        if not self.begun:
            return ""
        found = self.separate()
        self.begun.pop()
        self._said.pop()
        return found

    def end_paragraph(self) -> None:
        """Forget instructions that do not end: none runs on into the next paragraph."""
        self.begun[:] = [begun for begun in self.begun if begun]
        self._said = [""] * len(self.begun)

    def clear(self) -> None:
        """Forget all fields."""
        self.begun.clear()
        self._said.clear()

    def _equation(self) -> str:
        found = equation_text(self._said[-1]) if self.shown() else ""
        self._said[-1] = ""
        return found
