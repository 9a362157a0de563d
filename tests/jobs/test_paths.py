from pathlib import Path

import pytest

from gxdesk.jobs import paths


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    for name in ("GXDESK_DATA", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", classmethod(lambda _: Path("/users/li")))


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", "/users/li/.local/share/gxdesk"),
        ("darwin", "/users/li/Library/Application Support/GxDesk"),
        ("win32", "/users/li/AppData/Local/GxDesk"),
    ],
)
def test_every_system_keeps_data_where_its_users_expect_it(monkeypatch, platform, folder):
    monkeypatch.setattr(paths.sys, "platform", platform)

    assert paths.data_folder() == Path(folder)


def test_variables_of_the_system_are_heeded(monkeypatch):
    monkeypatch.setattr(paths.sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert paths.data_folder() == Path("/data/gxdesk")

    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert paths.data_folder() == Path("/users/li/.local/share/gxdesk")


def test_another_folder_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("GXDESK_DATA", str(tmp_path))

    assert paths.data_folder() == tmp_path
