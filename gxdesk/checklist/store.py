"""What people decided about a draft: confirmations and ignored findings, kept in one small database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from gxdesk.checklist.build import verdict
from gxdesk.checklist.model import Checklist, Confirmation, Ignore, Ignored, Item, Status
from gxdesk.checks.api import Finding, Severity
from gxdesk.errors import UsageError, WriteError
from gxdesk.report.model import Report

if TYPE_CHECKING:
    import sqlite3

NAME = "decisions.db"
FINDING, RULE = "finding", "rule"
_SCHEMA = """
create table if not exists confirmations (
    draft text not null, item text not null, who text not null, note text not null, at text not null,
    primary key (draft, item));
create table if not exists ignores (
    draft text not null, kind text not null check (kind in ('finding', 'rule')), target text not null,
    reason text not null, who text not null, at text not null, title text not null,
    primary key (draft, kind, target));
pragma user_version = 1;
"""


def draft_key(report: Report, path: Path) -> str:
    """Return under which name a draft's decisions are kept: its body and year, else its path.

    So they stay when the draft is saved under another name, and are not mixed with last year's.
    """
    identity = report.identity
    if report.is_annual_report and identity.authority and identity.year:
        return f"{identity.authority}|{identity.year}"
    return str(path.resolve())


class Store:
    """The decisions of all drafts. Every change is written at once; killing the program loses nothing.

    ``notice`` is a sentence for the user when the old file was unreadable and was set aside, else ``""``.
    """

    def __init__(self, folder: Path) -> None:
        """Open (or create) the database in ``folder``, usually ``gxdesk.jobs.paths.data_folder()``.

        Raises :class:`~gxdesk.errors.WriteError` when the folder cannot be written.
        """
        self.notice = ""
        self._lock = RLock()
        self._path = folder / NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(f"不能建立文件夹“{folder}”，人工确认和忽略的记录无法保存。") from error
        self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        try:
            return _connect(self._path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise WriteError(_cannot_write(self._path)) from error
        aside = self._path.with_name(f"decisions-damaged-{datetime.now():%Y%m%d%H%M%S}.db")
        try:
            self._path.replace(aside)
            for ending in ("-wal", "-shm"):
                self._path.with_name(NAME + ending).unlink(missing_ok=True)
            connection = _connect(self._path)
        except (OSError, sqlite3.Error) as error:
            raise WriteError(_cannot_write(self._path)) from error
        self.notice = f"以前的确认和忽略记录已损坏，另存为“{aside.name}”，现在从头记起。"
        return connection

    def close(self) -> None:
        """Close the database; decisions are already written."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Store:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    # --- confirmations

    def confirm(self, draft: str, item: str, who: str, note: str = "") -> Confirmation:
        """Record that a person confirmed an item; an earlier confirmation is replaced."""
        if not who.strip():
            raise UsageError("请写明确认人。")
        made = Confirmation(item, who.strip(), _now(), note.strip())
        sql = "insert or replace into confirmations values (?, ?, ?, ?, ?)"
        self._write(sql, (draft, item, made.who, made.note, made.at))
        return made

    def unconfirm(self, draft: str, item: str) -> bool:
        """Take a confirmation back; answers whether there was one."""
        return self._write("delete from confirmations where draft = ? and item = ?", (draft, item))

    def confirmations(self, draft: str) -> dict[str, Confirmation]:
        """Return the confirmations of a draft by item."""
        rows = self._read("select item, who, at, note from confirmations where draft = ?", (draft,))
        return {row[0]: Confirmation(*row) for row in rows}

    # --- ignoring

    def ignore_finding(self, draft: str, finding: Finding, reason: str, who: str = "") -> Ignore:
        """Ignore one finding of a draft. Raises :class:`~gxdesk.errors.UsageError` without a reason."""
        return self._ignore(draft, FINDING, finding.id, reason, who, finding.title)

    def ignore_rule(self, draft: str, rule: str, reason: str, who: str = "", title: str = "") -> Ignore:
        """Ignore a whole rule for this draft. Raises :class:`~gxdesk.errors.UsageError` without a reason."""
        return self._ignore(draft, RULE, rule, reason, who, title or rule)

    def undo(self, draft: str, ignore: Ignore) -> bool:
        """Stop ignoring; answers whether it was ignored."""
        sql = "delete from ignores where draft = ? and kind = ? and target = ?"
        return self._write(sql, (draft, ignore.kind, ignore.target))

    def ignores(self, draft: str) -> tuple[Ignore, ...]:
        """Return everything ignored in a draft, oldest first, also what no longer occurs."""
        sql = "select kind, target, reason, who, at, title from ignores where draft = ? order by at, rowid"
        return tuple(Ignore(*row) for row in self._read(sql, (draft,)))

    def _ignore(self, draft: str, kind: str, target: str, reason: str, who: str, title: str) -> Ignore:
        if not reason.strip():
            raise UsageError("请写明忽略的理由，检查清单上会一并列出。")
        made = Ignore(kind, target, reason.strip(), who.strip(), _now(), title)
        sql = "insert or replace into ignores values (?, ?, ?, ?, ?, ?, ?)"
        self._write(sql, (draft, kind, target, made.reason, made.who, made.at, title))
        return made

    # --- the checklist with the decisions

    def apply(self, draft: str, checklist: Checklist, report: Report) -> Checklist:
        """Return the checklist with ignored findings set aside and confirmed items marked."""
        return decided(checklist, report, self.confirmations(draft), self.ignores(draft))

    # --- the database

    @contextmanager
    def _errors(self) -> Iterator[None]:
        import sqlite3

        try:
            yield
        except sqlite3.Error as error:
            raise WriteError(_cannot_write(self._path)) from error

    def _write(self, sql: str, values: tuple[str, ...]) -> bool:
        with self._lock, self._errors(), self._db:
            return self._db.execute(sql, values).rowcount > 0

    def _read(self, sql: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        with self._lock, self._errors():
            return list(self._db.execute(sql, values))


def decided(
    checklist: Checklist,
    report: Report,
    confirmations: dict[str, Confirmation],
    ignores: tuple[Ignore, ...],
) -> Checklist:
    """Return a checklist with people's decisions put in; the given one is not changed.

    An ignored finding moves to ``ignored``; what only followed from it stands on its own again. A confirmed
    item that waited for a person passes; an item with open findings keeps its state.
    """
    by_target = {(ignore.kind, ignore.target): ignore for ignore in ignores}
    aside: dict[str, Ignored] = {}
    for finding in checklist.findings:
        ignore = by_target.get((FINDING, finding.id)) or by_target.get((RULE, finding.rule))
        if ignore is not None:
            aside[finding.id] = Ignored(finding, ignore)
    kept = tuple(
        replace(finding, cause=None) if finding.cause in aside else finding
        for finding in checklist.findings
        if finding.id not in aside
    )
    by_item: dict[str, list[Finding]] = defaultdict(list)
    for finding in kept:
        by_item[finding.item].append(finding)
    items = tuple(
        _item(item, by_item[item.id], aside, confirmations.get(item.id)) for item in checklist.items
    )
    sentence = verdict(report, kept)
    if aside:
        sentence = f"{sentence.removesuffix('。')}；另有{len(aside)}处已由人工忽略。"
    return Checklist(items, kept, sentence, checklist.ignored + tuple(aside.values()))


def _item(item: Item, findings: list[Finding], aside: dict[str, Ignored], done: Confirmation | None) -> Item:
    hidden = [finding for finding in item.findings if finding.id in aside]
    status, note = item.status, item.note
    if hidden and status in (Status.FAIL, Status.WARN):
        grave = {finding.severity for finding in findings}
        status = Status.PASS
        if Severity.ERROR in grave:
            status = Status.FAIL
        elif Severity.WARNING in grave:
            status = Status.WARN
        note = note or f"有{len(hidden)}处已由人工忽略"
    if done is not None and status is Status.MANUAL:
        status, note = (
            Status.PASS,
            f"{done.who}于{done.at[:10]}确认" + (f"：{done.note}" if done.note else ""),
        )
    return replace(item, status=status, findings=tuple(findings), note=note, confirmed=done)


def _connect(path: Path) -> sqlite3.Connection:
    import sqlite3

    connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode = wal")  # where that is refused, the old way is safe too
        connection.execute("pragma synchronous = full")
        connection.executescript(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _cannot_write(path: Path) -> str:
    return f"人工确认和忽略的记录写不进“{path}”，可能是磁盘已满、没有权限，或者被别的程序占用。"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
