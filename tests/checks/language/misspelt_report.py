"""Measures language.misspelt (with language.doubled) on our own sentences, right and with injected slips.

    python tests/checks/language/misspelt_report.py

Every sentence of ``clean_sentences.txt`` is spoilt once in each of four ways at a random place: a
character dropped, struck twice, mistaken for one of the same sound, or changed with its neighbour. The
sounds are kept apart from the rule's table. A finding counts when it touches the place; others are false.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CLEAN = Path(__file__).with_name("clean_sentences.txt")
NEAR = 3  # characters a finding may lie away from the slip
_SOUNDS = """
公:工功 开:凯 信:心新 息:系希 作:做 工:公 办:半 理:里 申:身 请:情 答:达 复:付 及:即 时:是 社:设
会:汇 监:坚 督:读 制:至 度:渡 机:基 完:玩 善:擅 规:归 范:饭 政:正 策:侧 解:结 读:独 部:布
教:叫 育:遇 学:雪 校:效 网:往 站:战 内:那 容:荣 建:见 立:力 落:络 实:时 责:则 任:认 考:烤
核:合 培:陪 训:迅 群:裙 众:种 重:种 点:店 发:法 布:步 新:心 收:手 费:废 服:符 务:物 意:义
见:建 栏:拦 目:木 标:表 流:留 程:成 平:评 台:抬 提:题 高:搞 加:家 强:抢 审:身 查:察 保:报
障:章 密:蜜 组:祖 织:职 领:令 导:到 定:订 期:其 限:现 事:是 项:向 决:绝 权:全 益:意 果:过
形:型 式:事 渠:取 道:到
"""
SOUNDS = dict(pair.split(":") for pair in _SOUNDS.split())


@dataclass(frozen=True)
class Case:
    """A sentence with one slip: ``at`` is where, ``kind`` is how."""

    text: str
    at: int
    kind: str


def sentences() -> list[str]:
    lines = CLEAN.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def chinese(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def cases() -> Iterator[Case]:
    rng = random.Random(20240131)
    for text in sentences():
        inner = [i for i in range(1, len(text) - 2) if chinese(text[i - 1 : i + 3])]
        sounding = [i for i in inner if text[i] in SOUNDS]
        at = rng.choice(inner)
        yield Case(text[:at] + text[at + 1 :], at, "dropped")
        at = rng.choice(inner)
        yield Case(text[: at + 1] + text[at:], at, "doubled")
        at = rng.choice(sounding)
        yield Case(text[:at] + rng.choice(SOUNDS[text[at]]) + text[at + 1 :], at, "confused")
        at = rng.choice([i for i in inner if text[i] != text[i + 1]])
        yield Case(text[:at] + text[at + 1] + text[at] + text[at + 2 :], at, "transposed")


def flagged(text: str) -> list[tuple[int, int, str]]:
    """Return the spans of the findings of both rules in a sentence, with their messages."""
    from gxdesk.checks.catalogue import rule
    from gxdesk.document.model import Document, Paragraph
    from gxdesk.document.place import LineOrigin
    from gxdesk.report.recognise import recognise

    report = recognise(Document((Paragraph(text, LineOrigin(1)),), "txt", "utf-8"))
    hits = [hit for name in ("misspelt", "doubled") for hit in rule(f"language.{name}").check(report)]
    places = [(hit.places[0], hit.message) for hit in hits]  # type: ignore[union-attr]
    return [(place.start or 0, place.end or 0, message) for place, message in places]


@dataclass
class Score:
    """What was found: per kind ``[found, all]``, and the false alarms with their sentences."""

    kinds: dict[str, list[int]]
    false: list[str]

    @property
    def found(self) -> int:
        return sum(found for found, _ in self.kinds.values())

    @property
    def recall(self) -> float:
        return self.found / sum(all_ for _, all_ in self.kinds.values())

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + len(self.false))


def measure() -> Score:
    score = Score({}, [])
    for text in sentences():
        score.false += [f"{text}  {message}" for _, _, message in flagged(text)]
    for case in cases():
        spans = flagged(case.text)
        near = [start - NEAR <= case.at <= end + NEAR for start, end, _ in spans]
        kind = score.kinds.setdefault(case.kind, [0, 0])
        kind[0] += any(near)
        kind[1] += 1
        false = [message for (_, _, message), ok in zip(spans, near, strict=True) if not ok]
        score.false += [f"{case.text}  {message}" for message in false]
    return score


def main() -> int:
    sys.path.insert(0, str(ROOT))
    score = measure()
    for kind, (found, all_) in score.kinds.items():
        print(f"{kind:10} {found:3} of {all_} ({found / all_:.0%})")
    print(f"recall {score.recall:.1%}, precision {score.precision:.1%}; {len(score.false)} false alarms:")
    print("\n".join(f"  {line}" for line in score.false))
    return 0


if __name__ == "__main__":
    sys.exit(main())
