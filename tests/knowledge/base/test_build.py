"""A build replaces the base whole, writes the same rows each time, and says what changed."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge import Knowledge, build
from knowledge.base.queries import load
from knowledge.base.samples import SampleReader
from knowledge.base.tables import TABLES
from tests.knowledge.base.world import World

ROOT = Path(__file__).parents[3]
BUILD = "import sys; from pathlib import Path; from knowledge import build; build(Path(sys.argv[1]))"


def dump(path: Path) -> list[str]:
    conn = sqlite3.connect(path)
    try:
        return list(conn.iterdump())
    finally:
        conn.close()


def start_build(target: Path, hash_seed: str = "random") -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.Popen([sys.executable, "-c", BUILD, target], cwd=ROOT, env=environment)


def test_building_twice_gives_the_same_rows_and_reports_no_change(world: World) -> None:
    world.build()
    before = dump(world.base)
    report = world.build()
    assert dump(world.base) == before
    assert report.added == report.changed == report.removed == ()


def test_questions_kept_from_other_bases_change_none(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build()
    before = dump(world.base)
    world.replace('alias = ["beneamata"]', 'alias = ["beneamata", "bottino", "rain"]')
    world.build()
    kept = dump(world.base)
    monkeypatch.setattr("knowledge.base.compiled.SampleReader", SampleReader)
    world.build()
    assert before != kept == dump(world.base)


@pytest.mark.process
def test_two_processes_with_other_hash_seeds_write_the_same_rows(tmp_path: Path, shipped_base: Path) -> None:
    own = os.environ.get("PYTHONHASHSEED", "random")
    process = start_build(tmp_path / "other.sqlite", "2" if own == "1" else "1")
    assert process.wait(60) == 0
    assert dump(tmp_path / "other.sqlite") == dump(shipped_base)


@pytest.mark.process
def test_a_build_killed_at_any_moment_leaves_the_old_base_readable(
    tmp_path: Path, shipped_base: Path
) -> None:
    target = tmp_path / "facts.sqlite"
    target.write_bytes(shipped_base.read_bytes())
    old = dump(target)
    chance = random.Random(7)
    for moment in sorted(chance.uniform(0.05, 2.0) for _ in range(4)):
        process = start_build(target)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert dump(target) == old
        assert load(target).entries


@pytest.mark.process
def test_a_build_killed_while_it_writes_is_cleaned_up_by_the_next(tmp_path: Path, world: World) -> None:
    folder = world.base.parent
    process = start_build(world.base)
    fresh = folder / f"facts.sqlite.{process.pid}.new"
    while process.poll() is None and not fresh.exists():
        pass
    process.kill()
    process.wait()
    assert fresh.exists()
    assert not world.base.exists()
    world.build()
    assert [path.name for path in folder.iterdir()] == ["facts.sqlite"]


@pytest.mark.process
def test_only_unfinished_files_of_dead_processes_are_removed(world: World) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    running = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    folder = world.base.parent
    folder.mkdir()
    kept = {f"facts.sqlite.{running.pid}.new", "notes.new", "facts.sqlite.new", "my.12x.new"}
    left = {
        f"facts.sqlite.{gone.pid}.new",
        f"facts.sqlite.{gone.pid}.new-journal",
        f"other.{os.getpid()}.new",
    }
    for name in kept | left:
        (folder / name).write_bytes(b"half")
    world.build()
    running.communicate()
    assert {path.name for path in folder.iterdir()} == {"facts.sqlite", *kept}


def test_a_report_names_what_came_changed_and_went(world: World) -> None:
    first = world.build()
    assert {"lautaro-martinez", "atalanta-inter", "goal-lautaro", "weather", "report"} <= set(first.added)
    world.replace("value = 9", "value = 10")
    world.replace('id = "weather"', 'id = "rain"')
    world.replace('alias = ["beneamata"]', 'alias = ["beneamata", "biscione"]')
    second = world.build()
    assert (second.added, second.changed, second.removed) == (
        ("rain",),
        ("inter", "lautaro-tally"),
        ("weather",),
    )


def test_a_new_fact_does_not_change_the_match_it_is_about(world: World) -> None:
    world.build()
    world.replace('about = ["lautaro-martinez", "inter"]', 'about = ["lautaro-martinez", "atalanta-inter"]')
    assert world.build().changed == ("lautaro-tally",)


def test_a_base_that_is_none_counts_as_nothing_before(world: World) -> None:
    world.base.parent.mkdir()
    world.base.write_bytes(b"no base at all" * 100)
    report = world.build()
    assert report.removed == ()
    assert "weather" in report.added
    assert load(world.base).entries


def test_an_open_base_goes_on_answering_while_it_is_replaced(world: World) -> None:
    world.build()
    opened = Knowledge.open(world.base)
    world.replace("minute = 65", "minute = 66")
    world.build()
    assert opened.answer("When did Lautaro score?").kind == "answer"


def test_the_shipped_base_keeps_every_link(shipped_base: Path) -> None:
    conn = sqlite3.connect(shipped_base)
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
    assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert conn.execute("SELECT count(*) FROM facts WHERE source IS NULL").fetchone() == (0,)
    conn.close()


def test_foreign_keys_hold_when_they_are_enforced(shipped_base: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.sqlite"
    path.write_bytes(shipped_base.read_bytes())
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA foreign_keys = ON")
    for change in (
        "UPDATE events SET player = 'nobody'",
        "UPDATE matches SET venue = 'nowhere'",
        "INSERT INTO aliases (alias, entity) VALUES ('x', 'nobody')",
        "DELETE FROM sources",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            conn.execute(change)
    conn.close()


def test_tables_are_typed(shipped_base: Path) -> None:
    conn = sqlite3.connect(shipped_base)
    words = {str: "TEXT", int: "INTEGER", float: "REAL", bytes: "BLOB"}
    for table, columns in TABLES.items():
        found = {row[1]: row[2] for row in conn.execute(f"PRAGMA table_info([{table}])")}
        assert found == {name: words[kind] for name, kind in columns.items()}
    kinds = "SELECT DISTINCT typeof(minute) FROM events UNION SELECT DISTINCT typeof(paragraph) FROM facts"
    assert {row[0] for row in conn.execute(kinds)} == {"integer", "null"}
    conn.close()


def test_counts_tell_articles_kinds_and_languages(world: World) -> None:
    counts = world.build().counts
    assert counts["articles"] == 1
    assert counts["report: facts"] == counts["facts"] == 2
    assert counts["events: goal"] == counts["facts: weather"] == 1
    assert counts["sentences in en"] == counts["sentences in it"] == 3
    assert counts["questions in it"] == 5


def test_an_own_goal_counts_for_the_other_side(world: World) -> None:
    world.replace('kind = "goal"', 'kind = "own_goal"')
    world.replace('team = "inter"\nplayer = "lautaro-martinez"', 'team = "atalanta"\nplayer = "djimsiti"')
    world.build()
    scorers = {e.id: e.text["en"] for e in load(world.base).entries if e.intent == "match.scorers"}
    assert "Berat Djimsiti (65', own goal)" in scorers["atalanta-inter:scorers:inter"]
    assert "Nobody" in scorers["atalanta-inter:scorers:atalanta"]


def test_the_base_is_written_only_where_it_was_asked_for(world: World) -> None:
    build(world.base, world.folder / "absent", shipped=world.folder)
    assert not (world.folder / "absent").exists()
    assert sorted(path.name for path in world.folder.iterdir()) == ["articles", "names"]
