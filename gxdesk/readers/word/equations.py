r"""Text that stands in the instruction of an ``EQ`` field, not in its result.

Word sets encircled numbers (``EQ \o\ac(○,3)``), readings above characters (``\o\ad(\s\up 9(pīn),拼)``),
characters stacked into one (``\o(\s\up 5(某市),\s\do 2(某局))``) and simple fractions (``\f(1,2)``) by it.
"""

from __future__ import annotations

import re

from gxdesk.readers.word.numerals import list_number

MAX_LENGTH = 2000  # of an instruction
MAX_BRACKETS = 100
_EQ = re.compile(r"\s*EQ\b(.*)", re.IGNORECASE | re.DOTALL)
_GENERAL = re.compile(r'\\\*\s*(?:"[^"]*"|“[^”]*”|\w+)\s*')  # switches every field may have: fonts, sizes
_SWITCH = re.compile(
    r"\\([a-z])[a-z]*(?:\s*-?\d+)?(?:\s*\\(?:[blr]c\\.|[a-z]+)(?:\s*-?\d+)?){0,8}\s*\(", re.IGNORECASE
)
_CIRCLES = frozenset("○〇◯")
_SHAPES = _CIRCLES | frozenset("□△◇")


def equation_text(instruction: str) -> str:
    """Return the text an ``EQ`` field shows, ``""`` for the instruction of any other field."""
    found = _EQ.match(instruction[:MAX_LENGTH])
    if found is None or instruction.count("(") > MAX_BRACKETS:
        return ""
    return _Equation(_GENERAL.sub("", found[1])).rest().strip()


class _Equation:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

    def rest(self) -> str:
        """Read all, also what follows a bracket too many."""
        out = ""
        while self._at < len(self._source):
            out += self._argument()[0]
            self._at += 1
        return out

    def _argument(self) -> tuple[str, bool]:
        """Read up to a comma or closing bracket; tell also whether all of it is raised or lowered."""
        out, raised = "", True
        while self._at < len(self._source) and self._source[self._at] not in ",)":
            switch = _SWITCH.match(self._source, self._at)
            if switch is not None:
                self._at = switch.end()
                out += _shown(switch[1].lower(), self._arguments())
                raised = raised and switch[1] in "sS"
                continue
            self._at += self._source[self._at] == "\\"  # a sign that would else end the argument
            sign = self._source[self._at : self._at + 1]
            out, raised = out + sign, raised and not sign.strip()
            self._at += 1
        return out, raised

    def _arguments(self) -> list[tuple[str, bool]]:
        found = [self._argument()]
        while self._source[self._at : self._at + 1] == ",":
            self._at += 1
            found.append(self._argument())
        self._at += 1
        return found


def _shown(switch: str, arguments: list[tuple[str, bool]]) -> str:
    texts = [text.strip() for text, _ in arguments]
    if switch == "f":
        return "/".join(texts)
    if switch == "r":
        return "√" + texts[-1]
    if switch == "o":
        level = [text.strip() for text, raised in arguments if not raised]
        texts = level if any(level) else texts
        inner = "".join(text for text in texts if text not in _SHAPES)
        if inner and any(text in _CIRCLES for text in texts) and inner.isdecimal():
            return list_number(int(inner[:6]), "decimalEnclosedCircle")
        return inner or "".join(texts)
    return "".join(texts)
