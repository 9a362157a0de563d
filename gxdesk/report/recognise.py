"""Document to Report: everything the checks need to know, and why we think so."""

from __future__ import annotations

from dataclasses import replace

from gxdesk.document.model import Document
from gxdesk.report import regions
from gxdesk.report.flattened import restore_tables
from gxdesk.report.headings import find_sections
from gxdesk.report.identity import identify
from gxdesk.report.model import OTHER, Identity, Report
from gxdesk.report.tables import find_tables
from gxdesk.standards.load import for_year, known, load
from gxdesk.standards.model import Standard

AUTO = "auto"


def recognise(document: Document, name: str = "", standard: str = AUTO, level: str = AUTO) -> Report:
    """Recognise a draft.

    ``name`` is the file name without suffix (weak evidence of the year); ``standard`` and ``level``
    override what would be recognised. Raises ``StandardError`` for an unknown standard.
    """
    identity = identify(document, name)
    chosen, reason = _standard(identity, standard)
    if level != AUTO:
        identity = replace(identity, level=level)
    if identity.kind != OTHER:
        restored = restore_tables(document, chosen)
        if restored is not document:  # blocks moved, and with them every place
            document, level = restored, identity.level
            identity = replace(identify(document, name), level=level)
    furniture = regions.furniture(document)
    foreign = regions.foreign(document)
    margins = regions.margins(document)  # for the rules on wording, but no place of sections and tables
    copies = regions.copies(document, furniture | foreign | margins)
    left_out = furniture | foreign | copies | margins
    if identity.kind == OTHER:
        return Report(document, identity, chosen, reason, (), (), furniture, copies, foreign)
    title = frozenset() if identity.title_block is None else frozenset({identity.title_block})
    sections = find_sections(document, chosen, left_out | title)
    tables = find_tables(document, chosen, sections, left_out)
    return Report(document, identity, chosen, reason, sections, tables, furniture, copies, foreign)


def _standard(identity: Identity, wanted: str) -> tuple[Standard, str]:
    """Choose the report format: the user's word, else the report year, else the newest."""
    if wanted != AUTO:
        chosen = load(wanted)
        return chosen, f"由用户指定：{chosen.name}"
    if identity.year is not None:
        chosen = for_year(identity.year)
        return chosen, f"报告年度{identity.year}（{identity.year_evidence[0].text}）适用{chosen.name}"
    chosen = known()[-1]
    return chosen, f"未能确定报告年度，按现行的{chosen.name}核对"
