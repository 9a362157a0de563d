"""Builds ``resources/lexicon/language.model``: what rule ``language.misspelt`` knows of official prose.

    python packaging/language_model.py FOLDER     # with the texts of laws as *.txt, UTF-8

Sources, all free of rights: the texts of laws in force (Copyright Law of the PRC, article 5; about
three million characters, taken article by article from the national database of laws), the phrases and words
written for this program in ``packaging/language/``, the official names in ``resources/standards``. No drafts:
what the rule is measured on must be new to it.

The model is compressed text with five parts separated by an empty line:
1. for each character, itself and then every character seen after it (pairs seen ``PAIR`` times in the laws or
   anywhere in our own phrases);
2. for each character, itself and then the three characters that follow it in frequent runs of four (seen
   ``RUN`` times in the laws, or anywhere in our own phrases);
3. for each character, itself and then every character it makes a word with: pairs that stand together much
   more often than chance (``TIES``), and the halves of our own phrases of two and four characters;
4. the characters that hardly ever stand alone: ``BOUND`` of their occurrences in the laws are part of a word;
5. the set phrases of four characters.
"""

from __future__ import annotations

import re
import sys
import tomllib
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log2
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "packaging" / "language"
TARGET = ROOT / "resources" / "lexicon" / "language.model"
PAIR, RUN = 3, 25
TIES = ((12, 4.0),)  # seen so often, attracted by so many bits
BOUND, OFTEN = 0.95, 150
_CHINESE = re.compile("[\u4e00-\u9fff]+")


def runs(text: str) -> list[str]:
    """Return the stretches of Chinese characters of a text."""
    return _CHINESE.findall(text)


def phrases(name: str) -> list[str]:
    """Return the phrases of one of our own lists."""
    lines = (OWN / name).read_text(encoding="utf-8").splitlines()
    return [phrase for line in lines if not line.startswith("#") for phrase in line.split()]


def own_texts() -> Iterator[str]:
    """Yield our own phrases and the official names in our format files."""
    yield from phrases("phrases.txt")
    yield from phrases("words.txt")
    yield from phrases("idioms.txt")
    for path in sorted((ROOT / "resources" / "standards").glob("*.toml")):
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and not re.search(r"[\\[\]|?*{}]", value):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def count(texts: Iterable[str], length: int) -> Counter[str]:
    """Count the runs of ``length`` Chinese characters."""
    found: Counter[str] = Counter()
    for text in texts:
        for run in runs(text):
            found.update(run[i : i + length] for i in range(len(run) - length + 1))
    return found


def model(laws: list[str]) -> bytes:
    """Return the compressed model."""
    own = list(own_texts())
    idioms = sorted({phrase for phrase in phrases("idioms.txt") if len(phrase) == 4})
    middles = {idiom[1:3] for idiom in idioms}  # left strange, so that each is looked at
    others = [text for text in own if text not in idioms]
    pairs = {gram for gram, n in count(laws, 2).items() if n >= PAIR}
    pairs |= set(count(others, 2)) | {half for idiom in idioms for half in (idiom[:2], idiom[2:]) if idiom}
    fours = {gram for gram, n in count(laws, 4).items() if n >= RUN} | set(count(own, 4))
    words = _words(laws) | {
        half
        for phrase in own
        for run in runs(phrase)
        if len(run) in (2, 4)
        for half in (run[:2], run[2:])
        if half
    }
    elsewhere = count((re.sub("|".join(idioms), "。", text) for text in laws), 2)
    pairs -= {middle for middle in middles if elsewhere[middle] < PAIR} - set(count(others, 2))
    parts = ["\n".join(_rows(grams)) for grams in (pairs, fours, words)] + ["".join(_bound(laws, words))]
    parts.append("\n".join(idioms))
    return zlib.compress("\n\n".join(parts).encode("utf-8"), 9)


def _words(laws: list[str]) -> set[str]:
    """Return the pairs of characters that are words, by how much they attract each other."""
    single, pairs = count(laws, 1), count(laws, 2)
    whole = sum(single.values())

    def tie(pair: str, n: int) -> float:
        return log2(n * whole / (single[pair[0]] * single[pair[1]]))

    return {
        pair for pair, n in pairs.items() if any(n >= seen and tie(pair, n) >= bits for seen, bits in TIES)
    }


def _bound(laws: list[str], words: set[str]) -> list[str]:
    """Return the characters that, where they occur, nearly always make a word with a neighbour."""
    seen: Counter[str] = Counter()
    free: Counter[str] = Counter()
    for text in laws:
        for run in runs(text):
            padded = f" {run} "
            for before, char, after in zip(padded, padded[1:], padded[2:], strict=False):
                seen[char] += 1
                free[char] += before + char not in words and char + after not in words
    return sorted(char for char, n in seen.items() if n >= OFTEN and free[char] <= n * (1 - BOUND))


def _rows(grams: set[str]) -> Iterator[str]:
    rows: dict[str, list[str]] = defaultdict(list)
    for gram in sorted(grams):
        rows[gram[0]].append(gram[1:])
    return (first + "".join(rest) for first, rest in rows.items())


def main() -> int:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__)
        return 2
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))]
    data = model(texts)
    TARGET.write_bytes(data)
    print(f"{sum(map(len, texts))} characters of laws, {len(data)} bytes written to {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
