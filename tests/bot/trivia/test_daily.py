"""The question of the day, across time zones and changes of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.state import Timer
from bot.state.trivia_settings import DAILY
from bot.trivia.daily import month_start, next_due, read_time, read_zone
from tests.bot.trivia.arena import Arena, table
from tests.bot.trivia.conftest import Playing


def at(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@pytest.mark.parametrize(
    ("clock", "zone", "now", "due"),
    [
        ("09:00", "Europe/Rome", "2026-01-10T07:00+00:00", "2026-01-10T08:00+00:00"),
        ("09:00", "Europe/Rome", "2026-01-10T08:00+00:00", "2026-01-11T08:00+00:00"),
        ("09:00", "Europe/Rome", "2026-03-28T09:00+00:00", "2026-03-29T07:00+00:00"),  # summer time begins
        ("09:00", "Europe/Rome", "2026-10-24T09:00+00:00", "2026-10-25T08:00+00:00"),  # and ends
        ("02:30", "Europe/Rome", "2026-03-28T23:30+00:00", "2026-03-29T01:30+00:00"),  # there is no 02:30
        ("02:30", "Europe/Rome", "2026-10-24T23:30+00:00", "2026-10-25T00:30+00:00"),  # the first of two
        ("02:30", "Europe/Rome", "2026-10-25T00:30+00:00", "2026-10-26T01:30+00:00"),  # not the second
        ("00:05", "Asia/Kolkata", "2026-06-01T18:34+00:00", "2026-06-01T18:35+00:00"),
    ],
)
def test_a_time_of_day_is_due_by_the_clocks_of_the_zone(clock: str, zone: str, now: str, due: str) -> None:
    assert next_due(clock, zone, at(now)) == at(due)


def test_a_month_begins_by_the_clocks_of_the_zone() -> None:
    assert month_start("Europe/Rome", at("2026-05-31T22:30+00:00")) == at("2026-05-31T22:00+00:00")
    assert month_start("UTC", at("2026-05-31T22:30+00:00")) == at("2026-05-01T00:00+00:00")


@pytest.mark.parametrize(
    ("text", "clock"),
    [("09:00", "09:00"), ("9", "09:00"), ("21.30", "21:30"), ("24:00", None), ("soon", None)],
)
def test_times_are_read_as_people_write_them(text: str, clock: str | None) -> None:
    assert read_time(text) == clock


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Rome", "Europe/Rome"),
        ("rome", "Europe/Rome"),
        ("new york", "America/New_York"),
        ("Atlantis", None),
    ],
)
def test_zones_are_found_by_their_city(text: str, zone: str | None) -> None:
    assert read_zone(text) == zone


async def test_a_question_comes_each_day_and_its_points_count(arena: Arena, playing: Playing) -> None:
    anna, bob, _ = arena.players
    arena.make_owner(anna)
    async with playing(arena) as service:
        arena.say(bob, "/daily 09:00")
        await arena.text("for whoever started")
        arena.say(anna, "/daily 09:00 rome")
        await arena.text("09:00 (Europe/Rome)")
        await service.queues.empty()
        now = datetime.now(UTC).timestamp()
        timer = next(t for t in service.store.timers.due(now + 2 * 86_400) if t.kind == DAILY)
        assert timer.due_at == next_due("09:00", "Europe/Rome", now)
        service.store.timers.set(Timer(timer.id, DAILY, now, arena.group))
        poll = await arena.poll(1)
        arena.say(anna, "/trivia 1")
        game = await arena.poll(2)
        arena.right(bob, game)
        arena.close(game)
        await arena.text("Final table")
        arena.right(bob, poll)
        arena.close(poll)
        assert table(await arena.text("Question of the day")) == [(arena.world.users[bob]["first_name"], 13)]
        await service.queues.empty()
        assert [s.points for s in service.store.votes.of_chat(arena.group)] == [26]
        assert service.store.trivia.is_scheduled(arena.group)
        arena.say(anna, "/daily off")
        await arena.text("no more question of the day")
        await service.queues.empty()
        assert not service.store.trivia.is_scheduled(arena.group)
    assert int(arena.sent("sendPoll")[0].params["open_period"]) == 12 * 3600


async def test_a_question_of_the_day_waits_for_a_game_and_is_not_made_up_for_late(
    arena: Arena, playing: Playing
) -> None:
    anna = arena.players[0]
    arena.make_owner(anna)
    async with playing(arena) as service:
        arena.say(anna, "/daily 09:00")
        await arena.text("(Europe/London)")
        arena.say(anna, "/trivia 9")
        await arena.poll(1)
        now = datetime.now(UTC).timestamp()
        service.store.timers.set(Timer(f"{DAILY}:{arena.group}", DAILY, now, arena.group))
        arena.say(anna, "/stop")
        await arena.text("The game was stopped")
        service.store.timers.set(Timer(f"{DAILY}:{arena.group}", DAILY, now - 5 * 3600, arena.group))
        arena.say(anna, "/daily")
        await arena.text("comes at 09:00")
        await service.queues.empty()
        assert len(arena.polls_in()) == 1
        assert service.store.trivia.is_scheduled(arena.group)


@pytest.mark.parametrize("words", ["/daily soon", "/daily 09:00 Atlantis"])
async def test_what_is_no_time_or_place_is_said(arena: Arena, playing: Playing, words: str) -> None:
    arena.make_owner(arena.players[0])
    async with playing(arena):
        arena.say(arena.players[0], words)
        await arena.text("Write a time")
