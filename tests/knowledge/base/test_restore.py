"""A base can be built again from itself: it holds every file that was added to it."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from knowledge import BaseUnreadable
from knowledge.base.restore import restore_inputs
from tests.knowledge.base.test_build import dump
from tests.knowledge.base.world import ARTICLE, World


def test_a_lost_data_folder_comes_back_and_builds_the_same_rows(world: World) -> None:
    world.amendments.write_text('[[forget]]\nid = "weather"\n')
    world.build()
    before = dump(world.base)
    shutil.rmtree(world.folder)
    written = restore_inputs(world.base, world.folder)
    assert {path.relative_to(world.folder).as_posix() for path in written} == {
        "amendments.toml", "articles/report.toml", "names/names.toml",
    }  # fmt: skip
    assert world.article.read_text() == ARTICLE
    world.build()
    assert dump(world.base) == before


def test_files_that_stand_there_already_are_left_alone(world: World) -> None:
    world.build()
    world.names.unlink()
    assert restore_inputs(world.base, world.folder) == (world.names,)
    assert restore_inputs(world.base, world.folder) == ()


def test_a_file_with_other_content_stops_everything(world: World) -> None:
    world.build()
    world.names.unlink()
    world.article.write_text("# edited since\n")
    with pytest.raises(FileExistsError, match="stands there with other content; move it away"):
        restore_inputs(world.base, world.folder)
    assert not world.names.exists()
    assert world.article.read_text() == "# edited since\n"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE inputs SET text = text || ' '",
        "UPDATE inputs SET path = '../../evil.toml'",
        "DROP TABLE inputs",
    ],
)
def test_a_damaged_base_restores_nothing(world: World, tmp_path: Path, change: str) -> None:
    world.build()
    conn = sqlite3.connect(world.base)
    conn.execute(change)
    conn.commit()
    conn.close()
    with pytest.raises(BaseUnreadable):
        restore_inputs(world.base, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_shipped_files_are_not_restored_into_the_data_folder(shipped_base: Path, tmp_path: Path) -> None:
    assert restore_inputs(shipped_base, tmp_path / "new") == ()


def test_what_is_no_base_cannot_be_restored_from(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"x" * 2000)
    with pytest.raises(BaseUnreadable):
        restore_inputs(tmp_path / "x.sqlite", tmp_path / "new")
    with pytest.raises(BaseUnreadable):
        restore_inputs(tmp_path / "missing.sqlite", tmp_path / "new")
