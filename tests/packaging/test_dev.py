"""packaging/dev.py: what a newcomer sees when something is missing, and what is done only once."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

DEV = Path(__file__).resolve().parents[2] / "packaging" / "dev.py"


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, loaded for a repository of its own, with every command it starts recorded."""
    spec = importlib.util.spec_from_file_location("gxdesk_dev", DEV)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    for name, folder in {"ROOT": ".", "VENV": ".venv", "BUILD": "build", "SAMPLES": "samples"}.items():
        monkeypatch.setattr(module, name, tmp_path / folder)
    (tmp_path / ".venv").mkdir()
    (tmp_path / "samples").mkdir()
    module.started = []  # type: ignore[attr-defined]
    module.statuses = {}  # type: ignore[attr-defined]

    def start(*command: object, **_: object) -> int:
        words = [str(word) for word in command]
        module.started.append(words)
        return next((status for word, status in module.statuses.items() if word in words), 0)

    monkeypatch.setattr(module, "run", start)
    return module


def commands(dev: ModuleType, word: str) -> list[list[str]]:
    return [command for command in dev.started if word in command]


def test_without_a_command_the_usage_is_printed(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    assert "packaging/dev.py run" in capsys.readouterr().out


def test_missing_draft_is_named_and_nothing_is_started(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run", "没有这个文件.docx"]) == 1

    said = capsys.readouterr().err
    assert "找不到文件" in said and "没有这个文件.docx" in said
    assert "Traceback" not in said
    assert dev.started == []


def test_project_is_installed_once_until_its_declaration_changes(dev: ModuleType) -> None:
    dev.install_project("")
    dev.install_project("")
    assert len(commands(dev, "install")) == 1

    (dev.ROOT / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    dev.install_project("")
    assert len(commands(dev, "install")) == 2


def test_development_install_is_enough_for_running_but_not_the_other_way(dev: ModuleType) -> None:
    dev.install_project("")
    dev.install_project("dev")
    dev.install_project("")

    targets = [command[-1] for command in commands(dev, "install")]
    assert targets == [str(dev.ROOT), f"{dev.ROOT}[dev]"]


def test_failed_installation_is_tried_again_and_explained(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    dev.statuses["install"] = 1
    with pytest.raises(dev.Stop, match="PIP_INDEX_URL"):
        dev.install_project("")
    with pytest.raises(dev.Stop):
        dev.install_project("")
    assert len(commands(dev, "install")) == 2


def test_user_without_root_gets_the_one_command_to_type(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "root_prefix", lambda: None)

    assert dev.apt_install(["libgl1", "libegl1"]) is False

    typed = [line.strip() for line in capsys.readouterr().out.splitlines() if "sudo" in line]
    assert typed == ["sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1"]
    assert commands(dev, "apt-get") == []


def test_only_what_is_missing_is_installed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "is_debian_like", lambda: True)
    monkeypatch.setattr(dev, "root_prefix", list)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(dev, "has_chinese_font", lambda: False)

    dev.prepare_system()

    (install,) = commands(dev, "install")
    packages = install[install.index("--no-install-recommends") + 1 :]
    assert packages == ["libxcb-cursor0", "fontconfig", "fonts-noto-cjk"]


def test_complete_system_is_left_alone(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: True)
    monkeypatch.setattr(dev, "has_chinese_font", lambda: True)

    dev.prepare_system()

    assert dev.started == []


def test_without_display_the_verdict_and_the_files_are_printed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = dev.SAMPLES / "示例.docx"
    draft.write_bytes(b"")
    dev.BUILD.mkdir()
    counts = {"error": 2, "warning": 1, "info": 4}
    answer = {"documents": [{"path": str(draft), "counts": counts}]}
    (dev.BUILD / "result.json").write_text(json.dumps(answer), encoding="utf-8")
    monkeypatch.setattr(dev, "prepare", lambda extra="": None)
    monkeypatch.setattr(dev, "has_display", lambda: False)
    dev.statuses["check"] = 1  # errors were found

    assert dev.main(["run"]) == 0

    said = capsys.readouterr().out
    assert "示例.docx：不能发布（要改 2 处，存疑 1 处，提示 4 处）" in said
    assert str(dev.BUILD / "checklist.xlsx") in said
    assert str(dev.BUILD / "window.png") in said
    assert str(draft) in commands(dev, "gxdesk.ui.screenshot")[0]


def test_status_of_the_tests_is_passed_on(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "prepare", lambda extra="": None)
    dev.statuses["pytest"] = 5

    assert dev.main(["test", "-k", "nothing"]) == 5
    assert dev.started[-1][-2:] == ["-k", "nothing"]


def test_lint_names_what_is_not_clean(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "prepare", lambda extra="": None)
    dev.statuses["mypy"] = 1

    assert dev.main(["lint"]) == 1
    assert "mypy" in capsys.readouterr().err
