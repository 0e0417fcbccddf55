"""Drawing the questions of a game: none twice in a chat until its pool is used, then the oldest first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.state.game_records import NewGame
from knowledge import QuizQuestion, Quizzes


async def draw(
    quizzes: Quizzes, game: NewGame, asked: Sequence[str], *, seed: int, count: int,
    exclude: frozenset[str] = frozenset(),
) -> list[QuizQuestion]:  # fmt: skip
    """Return up to `count` questions for a game; `asked` are the chat's keys, the newest first.

    It runs in a thread: the first quiz of a language takes a second, and nobody else shall wait for it.
    """
    return await asyncio.to_thread(_draw, quizzes, game, asked, seed, count, exclude)


def _draw(
    quizzes: Quizzes, game: NewGame, asked: Sequence[str], seed: int, count: int, exclude: frozenset[str]
) -> list[QuizQuestion]:
    found: list[QuizQuestion] = []
    kept = len(asked)
    while True:
        found += quizzes.draw(
            game.language, seed=seed, count=count - len(found), difficulty=game.difficulty, about=game.about,
            exclude=exclude | frozenset(asked[:kept]) | {q.key for q in found}, typed=game.mode == "buzz",
        )  # fmt: skip
        if len(found) >= count or kept == 0:
            return found
        kept //= 2
