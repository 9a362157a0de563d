"""Measures ``language.misspelt`` (with ``language.doubled``) on sentences that its model has never seen.

    python tests/benchmarks/misspelt.py [--json] [--misses] [--sentences FILE] [--text FILE...]

Every sentence of ``tests/checks/language/heldout.txt`` is checked as it is, and spoilt once in each of these
ways (tables in ``slips.toml``, kept apart from the rule's own):

word      a word struck as another of the same sound (及时, 即使), or with a wrong character
sound     one character for another of the same syllable
shape     one character for another that looks like it
dropped   a character left out;  doubled: struck twice;  swapped: changed with its neighbour
particle  的 as 地 or 得

A finding counts when it touches the place; any other is a false alarm. ``--text`` counts the alarms in other
texts, all of them taken for false.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HELD_OUT = ROOT / "tests" / "checks" / "language" / "heldout.txt"
SLIPS = ROOT / "tests" / "checks" / "language" / "slips.toml"
NEAR = 3  # characters a finding may lie away from the slip


@dataclass(frozen=True)
class Case:
    """A sentence with one slip: ``at`` is where, ``kind`` is how, ``right`` the sentence as it was."""

    text: str
    at: int
    kind: str
    right: str


@dataclass
class Score:
    """What was found: per kind ``[found, all]``; the false alarms; the slips that were missed."""

    kinds: dict[str, list[int]] = field(default_factory=dict)
    false: list[str] = field(default_factory=list)
    missed: list[Case] = field(default_factory=list)
    clean_characters: int = 0
    clean_alarms: list[str] = field(default_factory=list)

    @property
    def found(self) -> int:
        return sum(found for found, _ in self.kinds.values())

    @property
    def all(self) -> int:
        return sum(total for _, total in self.kinds.values())

    @property
    def recall(self) -> float:
        return self.found / max(1, self.all)

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + len(self.false))

    @property
    def alarms_per_10000(self) -> float:
        return 10_000 * len(self.clean_alarms) / max(1, self.clean_characters)


def sentences(path: Path = HELD_OUT) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _groups(text: str, *, split: str | None = None) -> dict[str, str]:
    """Return for each character those it may be struck for."""
    found: dict[str, set[str]] = {}
    for group in text.split(split):
        for char in group:
            found.setdefault(char, set()).update(group)
    return {char: "".join(sorted(others - {char})) for char, others in found.items()}


def _chinese(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def cases(texts: list[str]) -> Iterator[Case]:
    """Yield each text spoilt in every way it can be, at a random but repeatable place."""
    tables = tomllib.loads(SLIPS.read_text(encoding="utf-8"))
    words: dict[str, list[str]] = tables["words"]
    alike = {kind[:-1]: _groups(tables[kind]["groups"]) for kind in ("sounds", "shapes")}
    rng = random.Random(20240131)
    for text in texts:
        inner = [i for i in range(1, len(text) - 2) if _chinese(text[i - 1 : i + 3])]
        if not inner:
            continue

        def put(kind: str, start: int, end: int, new: str, text: str = text) -> Case:
            return Case(text[:start] + new + text[end:], start, kind, text)

        struck = [(text.index(word), word) for word in words if word in text]
        if struck:
            at, word = rng.choice(struck)
            yield put("word", at, at + len(word), rng.choice(words[word]))
        for kind, groups in alike.items():
            places = [i for i in inner if text[i] in groups]
            if places:
                at = rng.choice(places)
                yield put(kind, at, at + 1, rng.choice(groups[text[at]]))
        at = rng.choice([i for i in inner if text[i] != text[i + 1]])
        yield put("dropped", at, at + 1, "")
        at = rng.choice(inner)
        yield put("doubled", at, at + 1, text[at] * 2)
        at = rng.choice([i for i in inner if text[i] != text[i + 1]])
        yield put("swapped", at, at + 2, text[at + 1] + text[at])
        places = [i for i in inner if text[i] == "的" and text[i - 1] != "目"]
        if places:
            at = rng.choice(places)
            yield put("particle", at, at + 1, rng.choice("地得"))


def flagged(text: str) -> list[tuple[int, int, str]]:
    """Return the spans of the findings of both rules in a paragraph, with their messages."""
    from gxdesk.checks.catalogue import rule
    from gxdesk.document.model import Document, Paragraph
    from gxdesk.document.place import LineOrigin
    from gxdesk.report.recognise import recognise

    report = recognise(Document((Paragraph(text, LineOrigin(1)),), "txt", "utf-8"))
    hits = [hit for name in ("misspelt", "doubled") for hit in rule(f"language.{name}").check(report)]
    places = [(hit.places[0], hit.message) for hit in hits]  # type: ignore[union-attr]
    return [(place.start or 0, place.end or 0, message) for place, message in places]


def measure(path: Path = HELD_OUT) -> Score:
    """Return how the rules do on the sentences of a file, right and spoilt."""
    texts, score = sentences(path), Score()
    alarms(texts, score)
    score.false += score.clean_alarms
    for case in cases(texts):
        spans = flagged(case.text)
        near = [start - NEAR <= case.at <= end + NEAR for start, end, _ in spans]
        kind = score.kinds.setdefault(case.kind, [0, 0])
        kind[0] += any(near)
        kind[1] += 1
        if not any(near):
            score.missed.append(case)
        wrong = [message for (_, _, message), ok in zip(spans, near, strict=True) if not ok]
        score.false += [f"{message}  <{case.kind}: {case.right}>" for message in wrong]
    return score


def alarms(texts: list[str], score: Score) -> None:
    """Count the findings in right texts."""
    for text in texts:
        score.clean_characters += len(text)
        score.clean_alarms += [message for _, _, message in flagged(text)]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list the slips that were not found")
    parser.add_argument(
        "--text", nargs="*", type=Path, default=[], help="count the alarms in these texts instead"
    )
    parser.add_argument(
        "--sentences", type=Path, default=HELD_OUT, help="clean_sentences.txt set the thresholds"
    )
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if options.text:
        score = Score()
        alarms([line for path in options.text for line in sentences(path)], score)
    else:
        score = measure(options.sentences)
    if options.json:
        print(json.dumps(_figures(score), ensure_ascii=False, indent=1))
        return 0
    for kind, (found, total) in score.kinds.items():
        print(f"{kind:10} {found:4} of {total:4} ({found / total:.0%})")
    if score.kinds:
        print(f"recall {score.recall:.1%}, precision {score.precision:.1%}; {len(score.false)} false alarms:")
    print(f"{len(score.clean_alarms)} alarms in {score.clean_characters} right characters", end="")
    print(f" ({score.alarms_per_10000:.1f} in 10000)")
    print("\n".join(f"  {line}" for line in score.false or score.clean_alarms))
    if options.misses:
        print("\n".join(f"missed {case.kind}: {case.text}" for case in score.missed))
    return 0


def _figures(score: Score) -> dict[str, object]:
    kinds = {kind: {"found": found, "all": total} for kind, (found, total) in score.kinds.items()}
    measured = {"kinds": kinds, "recall": round(score.recall, 4), "precision": round(score.precision, 4)}
    return {
        **(measured if kinds else {}),
        "right_characters": score.clean_characters,
        "alarms_per_10000": round(score.alarms_per_10000, 2),
    }


if __name__ == "__main__":
    sys.exit(main())
