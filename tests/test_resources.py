from pathlib import Path

import pytest

from gxdesk import resources
from gxdesk.resources import resource


def test_from_source_the_repository_folder_is_used():
    assert resource("standards", "2021.toml").is_file()
    assert resource() == Path(__file__).resolve().parents[1] / "resources"


def test_installed_the_folder_inside_the_package_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    package = tmp_path / "site-packages" / "gxdesk"
    (package / "resources" / "standards").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resource("standards") == package / "resources" / "standards"


def test_an_absent_file_gives_its_path_without_complaint():
    path = resource("standards", "none.toml")
    assert path.name == "none.toml" and not path.exists()
