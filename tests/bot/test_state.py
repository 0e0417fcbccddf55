"""The state file: schema, migration of groups, erasure, backup; and the timers on it."""

from __future__ import annotations

import asyncio
import sqlite3
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.context import Turn
from bot.state import Asked, Store, Timer
from bot.state.backups import backup, restore
from bot.state.schema import migrations
from knowledge import Context, Suggestion
from tests.bot.conftest import Running
from tests.bot.standin import StandIn


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "state.sqlite", clock=lambda: 1_000_000.0)
    yield store
    store.close()


def asked(number: int = 1, chat: int = 11, user: int = 11) -> Asked:
    suggestions = (Suggestion("label", "question"),)
    return Asked(
        number, chat, user, 5, 6, "who?", "en", "answer", ("row",), suggestions, Context("x"), edited=False
    )


def test_what_is_written_is_read_back_whole(store: Store) -> None:
    store.talks.save_answer(asked())
    store.talks.save_context(11, 11, Context("who?", "en", people=("a", "b")), "en")
    assert store.talks.answer(1, 11) == asked()
    assert store.talks.answer(1, 12) is None
    assert store.talks.context(11, 11) == Context("who?", "en", people=("a", "b"))
    assert store.talks.context(11, 12) == Context()


def test_opening_twice_migrates_once(store: Store, tmp_path: Path) -> None:
    again = Store(tmp_path / "state.sqlite")
    assert not migrations.pending(again.db)
    assert again.check() == "ok"
    again.close()
    assert not list(tmp_path.glob("*.before-upgrade"))


def test_an_older_file_is_copied_before_its_schema_changes(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    from sqlite_utils import Database

    old = Database(path)
    migrations.apply(old, stop_before="m002_people")
    old.close()
    store = Store(path)
    store.close()
    copy = Database(tmp_path / "old.sqlite.before-upgrade")
    assert not copy["chats"].exists()
    assert copy["inbox"].exists()
    copy.close()


def test_the_words_of_an_update_go_when_it_is_done(store: Store) -> None:
    (row,) = store.inbox.add([("11", {"update_id": 7, "message": {"text": "secret"}})])
    assert store.inbox.add([("11", {"update_id": 7, "message": {"text": "secret"}})]) == []
    assert store.inbox.waiting() == [row]
    store.inbox.done(row.id)
    assert store.inbox.waiting() == []
    assert "secret" not in str(list(store.db["inbox"].rows))


def test_a_group_takes_everything_along(store: Store) -> None:
    store.chats.saw(-1, "group")
    store.chats.choose_language(-1, "it")
    store.talks.save_answer(asked(chat=-1))
    store.talks.save_context(-1, 11, Context("who?"), "it")
    store.timers.set(Timer("t", "kind", 5.0, -1))
    for _ in range(2):
        store.chats.migrate(-1, -2)
    assert store.chats.language(-2) == "it"
    assert store.talks.context(-2, 11) == Context("who?")
    assert store.timers.due(10.0)[0].chat_id == -2
    assert store.chats.is_active(-2)
    assert not store.chats.is_active(-1)
    assert store.talks.answer(1, -2) is None


def test_a_chat_is_active_from_its_first_word_until_it_is_lost_also_after_a_restart(
    store: Store, tmp_path: Path
) -> None:
    assert not store.chats.is_active(11)
    assert store.chats.saw(11, "private")
    assert not store.chats.saw(11, "private"), "it was known"
    store.chats.saw(12, "private")
    store.chats.lost(12)
    again = Store(tmp_path / "state.sqlite")
    assert [again.chats.is_active(chat) for chat in (11, 12, 13)] == [True, False, False]
    assert again.chats.saw(12, "private"), "it came back"
    assert store.chats.is_active(12)
    again.close()


def test_old_words_are_forgotten(tmp_path: Path) -> None:
    now = [0.0]
    store = Store(tmp_path / "x.sqlite", clock=lambda: now[0])
    store.talks.save_answer(asked())
    store.talks.save_context(11, 11, Context("who?"), "it")
    store.talks.miss(1, 11, "who?", asked(), "no_fact")
    now[0] = 3 * 86_400.0
    store.purge()
    assert store.talks.answer(1, 11) is None
    assert store.talks.context(11, 11) == Context()
    assert store.db["missed"].count == 1
    now[0] = 91 * 86_400.0
    store.purge()
    assert store.db["missed"].count == 0
    store.close()


def test_a_backup_of_a_busy_state_can_be_put_back(store: Store, tmp_path: Path) -> None:
    store.chats.choose_language(11, "it")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.toml").write_text("x = 1")
    archive = tmp_path / "backup.tar.gz"
    assert backup(tmp_path, archive) == ["state.sqlite", "articles"]
    target = tmp_path / "target"
    target.mkdir()
    (target / "state.sqlite").write_text("broken")
    assert restore(archive, target) == ["state.sqlite", "articles"]
    restored = Store(target / "state.sqlite")
    assert restored.chats.language(11) == "it"
    restored.close()
    assert (target / "state.sqlite.before-restore").read_text() == "broken"
    assert (target / "articles" / "a.toml").read_text() == "x = 1"


def test_a_strange_archive_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    archive, target = tmp_path / "x.tar.gz", tmp_path / "target"
    target.mkdir()
    (target / "state.sqlite").write_text("kept")
    (tmp_path / "file").write_text("x")
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(tmp_path / "file", "file")
    with pytest.raises(ValueError, match=r"no state\.sqlite"):
        restore(archive, target)
    assert (target / "state.sqlite").read_text() == "kept"


async def test_a_timer_that_is_due_is_done_once_also_when_it_fell_due_before_the_start(
    api: StandIn, running: Running
) -> None:
    done: list[str] = []
    happened = asyncio.Event()

    async def ring(timer: Timer, turn: Turn) -> None:
        done.append(timer.id)
        happened.set()

    async with running() as service:
        service.clock.kinds["bell"] = ring
        service.store.timers.set(Timer("missed", "bell", 0.0, 11, {"x": 1}))
        async with asyncio.timeout(30):
            await happened.wait()
        await service.queues.empty()
        assert service.store.timers.next_due() is None
    assert done == ["missed"]


async def test_a_timer_may_set_itself_anew(api: StandIn, running: Running) -> None:
    happened = asyncio.Event()

    async with running() as service:

        async def ring(timer: Timer, turn: Turn) -> None:
            turn.keep(service.store.timers.set, Timer(timer.id, timer.kind, timer.due_at + 10**10))
            happened.set()

        service.clock.kinds["bell"] = ring
        service.store.timers.set(Timer("daily", "bell", 0.0))
        async with asyncio.timeout(30):
            await happened.wait()
        await service.queues.empty()
        assert service.store.timers.next_due() == 10**10


def test_a_broken_state_file_is_an_error_and_no_new_file(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_text("this is no database, whatever its name says" * 50)
    with pytest.raises(sqlite3.DatabaseError):
        Store(tmp_path / "state.sqlite")
