import json
import sys
import time
import types

import pytest

import gxdesk as package
from gxdesk import __main__ as entry
from gxdesk.checks.catalogue import RULE_IDS
from gxdesk.cli import check as command
from gxdesk.cli import main as cli
from gxdesk.cli import progress
from gxdesk.errors import WriteError


@pytest.fixture
def opened(monkeypatch):
    """The lists of paths the window was asked to open."""
    asked: list[list[str]] = []
    window = types.ModuleType("gxdesk.ui.app")
    window.run_window = lambda paths: asked.append(paths) or 0
    monkeypatch.setitem(sys.modules, "gxdesk.ui.app", window)
    return asked


def test_nothing_or_existing_drafts_open_the_window(opened, drafts):
    assert entry.main([]) == 0
    assert entry.main([str(drafts["good"]), str(drafts["folder"])]) == 0
    assert opened == [[], [str(drafts["good"]), str(drafts["folder"])]]


def test_commands_and_missing_files_do_not_open_the_window(opened, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "standards").mkdir()  # a folder may be called like a command

    assert entry.main(["standards"]) == 0
    assert "2021" in capsys.readouterr().out
    assert entry.main(["没有.docx"]) == 2
    assert "没有“没有.docx”这个文件" in capsys.readouterr().err
    assert opened == []


def test_version_and_help_are_chinese(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"GxDesk {package.__version__}\n"
    for arguments in (["--help"], ["check", "--help"], ["rules", "--help"]):
        assert cli.main(arguments) == 0
        shown = capsys.readouterr().out
        assert shown.startswith("用法：gxdesk")
        assert not any(word in shown for word in ("usage", "options", "show this", "positional"))


def test_rules_and_standards_are_listed(capsys):
    assert cli.main(["rules", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    assert [rule["id"] for rule in listed] == list(RULE_IDS)
    assert all(rule["basis"] and rule["advice"] for rule in listed)
    assert cli.main(["rules"]) == 0
    assert f"共{len(RULE_IDS)}条规则。" in capsys.readouterr().out
    assert cli.main(["standards", "--json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["standards"]] == ["2008", "2019", "2021"]


def test_a_result_that_cannot_be_written_answers_2(drafts, monkeypatch, capsys):
    def refuse(target, data):
        raise WriteError(f"没有写出“{target}”，它正在打开。")

    monkeypatch.setattr("gxdesk.exports.atomic.write", refuse)
    assert cli.main(["check", str(drafts["good"]), "--json", "a.json", "--xlsx", "a.xlsx"]) == 2
    complaints = capsys.readouterr().err
    assert "没有写出“a.json”" in complaints
    assert "没有写出“a.xlsx”" in complaints


def test_ctrl_c_keeps_what_is_done(drafts, monkeypatch, capsys, tmp_path):
    sound = command.check_many

    def interrupted(*arguments):
        yield next(sound(*arguments))
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "check_many", interrupted)
    target = tmp_path / "r.json"
    assert cli.main(["check", str(drafts["folder"]), "--json", str(target)]) == 130
    assert "已停止：2份草稿检查了1份" in capsys.readouterr().err
    assert len(json.loads(target.read_text(encoding="utf-8"))["documents"]) == 1


def test_a_fault_of_the_program_is_no_verdict(monkeypatch, capsys):
    def fail(arguments):
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_run", fail)
    assert cli.main(["standards"]) == 2
    assert "程序出错，没有得出结论" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("terminal", "seconds", "drawn"), [(True, 1, True), (True, 0.1, False), (False, 9, False)]
)
def test_the_bar_shows_only_on_a_terminal_and_only_when_it_takes_long(
    monkeypatch, capsys, terminal, seconds, drawn
):
    clock = iter([0.0, seconds])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    bar = progress.Bar(4)
    bar.show(2)
    bar.wipe()

    captured = capsys.readouterr()
    assert captured.out == ""
    assert ("已检查 2/4 份" in captured.err) is drawn
    assert captured.err.endswith("\x1b[2K") is drawn


@pytest.mark.parametrize(
    ("terminal", "seconds", "shown"), [(True, 0.05, True), (True, 0, False), (False, 0.05, False)]
)
def test_one_long_export_says_that_it_is_at_work(monkeypatch, capsys, terminal, seconds, shown):
    monkeypatch.setattr(progress, "SHOW_AFTER", 0.01)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with progress.waiting("正在写出……"):
        time.sleep(seconds)
    assert ("正在写出……" in capsys.readouterr().err) is shown
