"""The question of the day: when it is due, and asking it."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bot.context import Services, Turn
from bot.state import Timer
from bot.state.game_records import NewGame
from bot.trivia.asking import draw
from knowledge import Language

ZONES = (
    "Europe/Rome", "Europe/London", "Europe/Athens", "America/New_York", "America/Argentina/Buenos_Aires",
    "Africa/Lagos", "Asia/Kolkata", "Asia/Tokyo", "Australia/Sydney", "UTC",
)  # fmt: skip
"""Offered as buttons; /daily takes any other name of the IANA."""
HOME: dict[Language, str] = {"en": "Europe/London", "it": "Europe/Rome"}
"""Where a chat is taken to be that has not said."""
BUSY_SECONDS = 600.0
"""A question of the day waits this long for a game to end."""
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?")


def read_time(text: str) -> str | None:
    """Return a time of the day as "HH:MM", or None where the text is none."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_zone(text: str) -> str | None:
    """Return the name of a time zone, whatever its case and blanks, or None where there is no such zone."""
    wanted = "_".join(text.split()).lower()
    names = sorted(available_timezones())
    exact = next((name for name in names if name.lower() == wanted), None)
    return exact or next((name for name in names if name.lower().rpartition("/")[2] == wanted), None)


def next_due(clock: str, zone: str, now: float) -> float:
    """Return when the time of day `clock` ("HH:MM") comes next in a zone, in seconds since 1970.

    A time that the clocks skip comes an hour later by the new clock; one that they show twice counts once.
    """
    place = ZoneInfo(zone)
    wanted = time.fromisoformat(clock)
    day = datetime.fromtimestamp(now, place).date()
    while True:
        due = datetime.combine(day, wanted, place).timestamp()
        if due > now:
            return due
        day += timedelta(days=1)


def month_start(zone: str, now: float) -> float:
    """Return when the month began in a zone."""
    today = datetime.fromtimestamp(now, ZoneInfo(zone))
    return today.replace(day=1, hour=0, minute=0, second=0, microsecond=0).timestamp()


def zone_of(services: Services, chat_id: int, language: Language) -> str:
    """Return the time zone of a chat."""
    return services.store.trivia.get(chat_id).zone or HOME[language]


async def ask(services: Services, timer: Timer, turn: Turn) -> None:
    """Ask the question of the day, unless it is too late for it, and set the next."""
    store, chat_id = services.store, timer.chat_id
    if chat_id is None:
        return
    now, choices = store.clock(), store.trivia.get(chat_id)
    if not choices.daily:
        return
    language = choices.language or store.chats.language(chat_id) or services.settings.default_language
    zone = choices.zone or HOME[language]
    if store.games.running(chat_id, choices.thread):
        turn.keep(store.trivia.schedule, chat_id, now + BUSY_SECONDS)
        return
    turn.keep(store.trivia.schedule, chat_id, next_due(choices.daily, zone, now))
    if now - timer.due_at > services.pace.daily_late:
        return
    new = NewGame(chat_id, choices.thread, 0, language, "daily", 1, 0)
    quizzes = services.facts.current.quizzes
    questions = await draw(quizzes, new, store.games.asked(chat_id), seed=services.seed(), count=1)
    if questions:
        turn.keep(store.games.start, new, questions, now)
