"""Games of trivia and their rounds, as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge import Difficulty, Language, QuizQuestion

Mode = Literal["polls", "buzz", "daily"]


@dataclass(frozen=True, slots=True)
class NewGame:
    """What somebody asks for. `thread` is a forum's topic, 0 outside of one; `about` the id of a subject."""

    chat_id: int
    thread: int
    starter: int
    language: Language
    mode: Mode
    length: int
    seconds: int
    difficulty: Difficulty | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Game(NewGame):
    """A stored game. `note` is a text key to be told with the next message, "away" once it was left alone."""

    id: int = 0
    note: str = ""
    board_id: int = 0
    board_at: float = 0.0
    started_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Round:
    """One question of a game: planned, sending, open, done, or void. Times are seconds since 1970."""

    id: int
    game_id: int
    number: int
    question: QuizQuestion
    state: str
    poll_id: str
    message_id: int
    closes_at: float
    opened_at: float
    stopped_at: float
    bonus: bool
    hints: int
    guesses: int
    closing_update: int
