"""A program that is told its data folder, as the portable edition is, writes nowhere else."""

import os
import subprocess
import sys

import pytest

from gxdesk.ui import engine
from gxdesk.ui.settings import Settings

SESSION = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete
from gxdesk.ui import app

class Session(app.MainWindow):
    def open_paths(self, paths):
        delete(QFileDialog(self, "", sys.argv[2]))
        self.desk.changed.connect(lambda draft: QTimer.singleShot(0, self.close))
        super().open_paths(paths)

app.MainWindow = Session
sys.exit(app.run_window([sys.argv[1]]))
"""
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")


@pytest.fixture
def session(tmp_path):
    """Opens the sample in a window, looks into a folder with a file dialog, closes the window."""
    home = tmp_path / "home"
    (home / "secret").mkdir(parents=True)

    def run(**own):
        homes = dict.fromkeys(HOMES, str(home))
        ran = subprocess.run(
            [sys.executable, "-c", SESSION, str(engine.sample()), str(home / "secret")],
            env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen", **own},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}

    return run


def test_a_session_leaves_its_settings_and_records_in_the_data_folder_only(session, tmp_path):
    data = tmp_path / "stick" / "data"
    left = session(GXDESK_DATA=str(data))
    assert {path.name for path in data.iterdir()} == {"settings.ini", "decisions.db"}
    assert not any(left.values()), left


@pytest.mark.skipif(sys.platform == "win32", reason="there it is in the registry")
def test_what_other_programs_file_dialogs_noted_is_put_back(session, tmp_path):
    note = tmp_path / "home" / "QtProject.conf"
    note.write_text("[FileDialog]\nlastVisited=file:///other\nviewMode=Detail\n", "utf-8")
    left = session(GXDESK_DATA=str(tmp_path / "data"))
    assert b"lastVisited=file:///other" in left[note]
    assert b"secret" not in left[note]


def test_the_settings_are_found_again(tmp_path, monkeypatch):
    monkeypatch.setenv("GXDESK_DATA", str(tmp_path / "数据"))
    Settings().save("person", "李明")
    assert Settings().text("person") == "李明"
    monkeypatch.setenv("GXDESK_DATA", str(tmp_path / "另一处"))
    assert Settings().text("person") == ""
