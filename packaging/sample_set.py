"""The sample drafts: which body, which file, which faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sample_figures as figures
import sample_spoilt as spoilt
from sample_draft import Draft, Fault


@dataclass(frozen=True, slots=True)
class Sample:
    """A file of the set; ``build`` returns the good draft, ``faults`` are put in afterwards."""

    name: str
    build: Callable[[str], Draft]
    faults: tuple[Fault, ...] = ()
    auto_numbered: bool = False
    short: bool = False

    def good(self) -> Draft:
        return self.build(self.name)

    def draft(self) -> Draft:
        draft = self.good()
        for fault in self.faults:
            fault.spoil(draft)
        return draft


SAMPLES = (
    Sample("云州市教育局2024年报告（示例·合格）.docx", figures.bureau_good, auto_numbered=True),
    Sample("岚溪市教育局2024年报告（示例·有错）.docx", figures.bureau_spoilt, spoilt.BUREAU),
    Sample("云州市文物局2024年报告（示例·合格·全年为零）.docx", figures.small_good, short=True),
    Sample("望川县人民政府 2024年报告（示例·合格）.xlsx", figures.county_good),
    Sample("禾阳县人民政府2024年报告（示例·有错）.xlsx", figures.county_spoilt, spoilt.COUNTY),
    Sample("云州市教育局2020年报告（示例·合格）.txt", figures.trial_good),
    Sample("岚溪市教育局2020年报告（示例·有错）.txt", figures.trial_spoilt, spoilt.TRIAL),
)
