"""Lets the user decide about the row selected: confirm, take back, ignore, restore."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gxdesk.errors import GxError
from gxdesk.ui.desk import Desk, Draft
from gxdesk.ui.views.decide import ConfirmDialog, IgnoreDialog

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result
    from gxdesk.ui.pages import Pages
    from gxdesk.ui.settings import Settings


class Decider(QObject):
    """Opens the dialogs, records the decision, shows the result with it."""

    def __init__(self, pages: Pages, desk: Desk, settings: Settings) -> None:
        """Decide about the current draft of ``pages``."""
        super().__init__(pages)
        self._pages, self._desk, self._settings = pages, desk, settings

    def toggle_item(self, item_id: str) -> None:
        """Confirm an item that waits for a person, or take its confirmation back."""
        draft = self._pages.current
        item = draft.result.checklist.item(item_id) if draft and draft.result else None
        if draft is None or draft.result is None or item is None:
            return
        if item.confirmed is not None:
            result = draft.result
            self._record(draft, lambda: self._desk.decisions.unconfirm(result, item_id), "已撤销确认")
        elif item.status.value == "manual":
            person = self._settings.text("person")
            dialog = ConfirmDialog(self._pages, escape(item.title), escape(item.requirement), person)
            dialog.accepted.connect(lambda: self._confirm(draft, item_id, dialog))
            dialog.open()
        else:
            self._pages.say("这一项由程序检查，不需要人工确认")

    def _confirm(self, draft: Draft, item_id: str, dialog: ConfirmDialog) -> None:
        who, note, result = self._name(dialog.person.text()), dialog.words.text(), draft.result
        if result is not None:
            self._record(draft, lambda: self._desk.decisions.confirm(result, item_id, who, note), "已确认")

    def toggle_finding(self, finding_id: str) -> None:
        """Ignore a finding, or restore one that is ignored."""
        draft = self._pages.current
        if draft is None or draft.result is None:
            return
        result = draft.result
        finding = result.checklist.finding(finding_id)
        ignored = next((i for i in result.checklist.ignored if i.finding.id == finding_id), None)
        if ignored is not None:
            from gxdesk.checklist.store import FINDING

            ignore = ignored.ignore
            said = "已恢复" if ignore.kind == FINDING else "已恢复同一规则的全部问题"
            self._record(draft, lambda: self._desk.decisions.restore(result, ignore), said)
        elif finding is not None:
            person = self._settings.text("person")
            alike = sum(other.rule == finding.rule for other in result.checklist.findings)
            words = escape(finding.title), escape(finding.message)
            dialog = IgnoreDialog(self._pages, *words, person, alike)
            dialog.accepted.connect(lambda: self._ignore(draft, result, finding_id, dialog))
            dialog.open()

    def _ignore(self, draft: Draft, result: Result, finding_id: str, dialog: IgnoreDialog) -> None:
        finding = result.checklist.finding(finding_id)
        who, reason = self._name(dialog.person.text()), dialog.words.text()
        if finding is not None:
            decisions = self._desk.decisions
            ignore = decisions.ignore_rule if dialog.whole_rule.isChecked() else decisions.ignore
            said = "已忽略，仍列在清单的“已忽略”里"
            self._record(draft, lambda: ignore(result, finding, reason, who), said)

    def _name(self, name: str) -> str:
        """Remember the name for the next decision."""
        name = name.strip()
        if name:
            self._settings.save("person", name)
        return name

    def _record(self, draft: Draft, write: Callable[[], object], said: str) -> None:
        try:
            write()
        except GxError as error:
            self._pages.notice.tell(str(error), "warning")
            return
        self._desk.decide_again(draft)
        self._pages.say(said)
