"""Full, read-only and locked: what cannot be written waits, is said in the log, and is lost by nobody."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.context import Turn
from bot.serve import Service
from bot.state import Store, Timer
from bot.state.rescue import FOLDER, KEPT_COPIES, copies, is_whole, keep_copy, open_state
from bot.state.trouble import is_damage, is_passing
from tests.bot.conftest import Running
from tests.bot.standin import StandIn

QUESTION = "who scored in bergamo in december 2025?"
DAY = 86_400.0


def fill(store: Store) -> Callable[[], None]:
    """Let SQLite find its disk full; return what frees it."""
    (pages,) = store.db.execute("PRAGMA page_count").fetchone()
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    return lambda: store.db.execute("PRAGMA max_page_count = 1000000")


def forbid(store: Store) -> Callable[[], None]:
    """Let SQLite find its disk read-only."""
    store.db.execute("PRAGMA query_only = ON")
    return lambda: store.db.execute("PRAGMA query_only = OFF")


def lock(store: Store) -> Callable[[], None]:
    """Let another program hold the file."""
    store.db.execute("PRAGMA busy_timeout = 5")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    def free() -> None:
        other.execute("ROLLBACK")
        other.close()

    return free


TROUBLES = [pytest.param(forbid, id="read-only disk"), pytest.param(lock, id="locked file")]


async def told(caplog: pytest.LogCaptureFixture, part: str) -> None:
    """Wait until the log says something."""
    async with asyncio.timeout(30):
        while not any(part in record.getMessage() for record in caplog.records):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_updates_that_cannot_be_stored_stay_with_telegram_and_are_answered_later(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
    trouble: Callable[[Store], Callable[[], None]],
) -> None:  # fmt: skip
    monkeypatch.setattr("bot.intake.PAUSES", (0.02,))
    async with running() as service:
        free = trouble(service.store)
        await api.say(11, QUESTION)
        await told(caplog, "they cannot be stored")
        assert api.pending
        assert not api.sent(11)
        free()
        await api.until(lambda: api.sent(11))
    assert len(api.sent(11)) == 1


async def test_a_full_disk_loses_no_question(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.PAUSES", (0.02,))
    async with running() as service:
        free = fill(service.store)
        await api.say(11, QUESTION, note="x" * 20_000)
        await told(caplog, "they cannot be stored")
        assert api.pending
        free()
        await api.until(lambda: api.sent(11))
    assert len(api.sent(11)) == 1


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_an_answer_whose_effects_cannot_be_kept_is_not_sent_again(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture,
    trouble: Callable[[Store], Callable[[], None]],
) -> None:  # fmt: skip
    async with running() as service:
        service.handling.disk_pauses = (0.02,)
        freed: list[Callable[[], None]] = []

        def break_after_send(method: str, params: object) -> None:
            if method == "sendMessage" and not freed:
                freed.append(trouble(service.store))

        api.fault = break_after_send
        await api.say(11, QUESTION)
        await told(caplog, "cannot be written")
        assert len(api.sent(11)) == 1
        freed[0]()
        await service.queues.empty()
        assert service.store.inbox.waiting() == []
        assert service.store.talks.context(11, 11).question == QUESTION
    assert len(api.sent(11)) == 1


async def test_the_bot_stops_tidily_while_the_state_cannot_be_written(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    async with running() as service:
        service.store.inbox.add([("11", {"update_id": 1, "message": api.message(11, QUESTION)})])
        free = forbid(service.store)
        service.handling.put(service.store.inbox.waiting())
        await told(caplog, "cannot be written")
    free_state(service, free)
    async with running():
        await api.until(lambda: api.sent(11))


def free_state(service: Service, free: Callable[[], None]) -> None:
    """Free what may be closed already."""
    try:
        free()
    except sqlite3.ProgrammingError:
        assert service.store.path.exists()


async def test_a_timer_rings_once_the_state_can_be_written_again(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    rung = asyncio.Event()

    async def ring(timer: Timer, turn: Turn) -> None:
        rung.set()

    async with running() as service:
        service.handling.disk_pauses = (0.02,)
        service.clock.kinds["bell"] = ring
        service.store.timers.set(Timer("t", "bell", 0.0, 11))
        free = forbid(service.store)
        await told(caplog, "cannot be written")
        assert not rung.is_set()
        free()
        async with asyncio.timeout(30):
            await rung.wait()


async def test_housekeeping_on_a_full_disk_does_not_stop_the_bot(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    async with running() as service:
        free = forbid(service.store)
        await service.clock._housekeeping(service.store.clock())
        free()
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
    assert any("housekeeping failed" in record.getMessage() for record in caplog.records)


def test_a_damaged_state_is_put_aside_and_the_newest_good_copy_takes_its_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "state.sqlite"
    store = Store(path)
    for day, language in ((1, "it"), (2, "en")):
        store.chats.choose_language(11, language)  # type: ignore[arg-type]
        assert keep_copy(path, day * DAY)
    store.close()
    newest = next(copies(path))
    newest.write_bytes(newest.read_bytes()[:8192] + b"\0" * 20_000)
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + b"not a page" * (len(raw) // 10))
    with caplog.at_level(logging.ERROR):
        mended = open_state(path, clock=lambda: 3 * DAY)
    assert mended.chats.language(11) == "it"
    mended.close()
    aside = min(tmp_path.glob("state.sqlite.damaged-*"))  # its side files may stand beside it
    assert aside.name == "state.sqlite.damaged-19700104-000000"
    assert b"not a page" in aside.read_bytes()
    said = [record.getMessage() for record in caplog.records]
    assert said == ["the state is damaged; it was moved aside", "a copy of the state takes its place"]


def test_a_state_that_is_no_database_and_has_no_copy_gives_way_to_an_empty_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "state.sqlite"
    path.write_text("this is no database, whatever its name says" * 50)
    store = open_state(path)
    assert store.check() == "ok"
    store.close()
    assert [aside.read_text()[:7] for aside in tmp_path.glob("*.damaged-*")] == ["this is"]
    assert "an empty one takes its place" in caplog.text


def test_a_good_state_is_opened_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    for _ in range(2):
        store = open_state(path)
        store.chats.choose_language(11, "it")
        store.close()
    assert [p.name for p in tmp_path.iterdir()] == ["state.sqlite"]


def test_a_locked_state_is_an_error_at_the_start_and_not_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    Store(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError, match="locked") as caught:
        open_state(path)
    assert is_passing(caught.value)
    assert not is_damage(caught.value)
    other.close()
    assert list(tmp_path.glob("*.damaged-*")) == []


def test_a_copy_is_kept_for_each_of_the_last_days(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    store = Store(path)
    made = [keep_copy(path, number * DAY / 2) for number in range(2 * (KEPT_COPIES + 3))]
    store.close()
    assert len([copy for copy in made if copy]) == KEPT_COPIES + 3
    kept = sorted((tmp_path / FOLDER).iterdir())
    assert len(kept) == KEPT_COPIES
    assert all(is_whole(copy) for copy in kept)


async def test_the_running_bot_keeps_the_copy_of_the_day(api: StandIn, running: Running, data: Path) -> None:
    async with running():
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))
        async with asyncio.timeout(30):
            while not list((data / FOLDER).glob("state-*.sqlite")):  # noqa: ASYNC110
                await asyncio.sleep(0.01)


def test_a_data_folder_that_cannot_be_written_is_one_line_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:" + "x" * 30)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file" / "data"))
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 1
    assert "Not a directory" in result.output
    assert "Traceback" not in result.output
