"""Tables and questions as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.state.game_records import Game, Round
from bot.texts import Texts
from bot.trivia.rules import Score, places
from knowledge import Language, hint

MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}
MOST_LINES = 10
LONGEST_NAME = 24
LONGEST_QUESTION = 300
"""Characters of a poll's question (Bot API, sendPoll)."""
KEPT = frozenset({"L", "N", "P", "S", "Z", "M"})
"""First letters of Unicode's categories that a name may hold; controls and marks of direction may not."""
MOST_MARKS = 2
"""Accents on one letter before the rest is dropped, so that no name climbs over its neighbours."""


def shown(name: str) -> str:
    """Return a name as one line of up to LONGEST_NAME characters; "" where nothing readable is left."""
    out: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", name):
        kind = unicodedata.category(char)
        marks = marks + 1 if kind.startswith("M") else 0
        if marks <= MOST_MARKS:
            out.append(" " if char.isspace() else char if kind[0] in KEPT or char == "\u200d" else "")
    text = " ".join("".join(out).split())
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"


def table(texts: Texts, language: Language, scores: Sequence[Score], most: int = MOST_LINES) -> str:
    """Return the best players as HTML lines, ties on one place; what is beyond `most` is counted."""
    if not scores:
        return texts(language, "trivia.nobody")
    lines = []
    for place, score in list(zip(places(scores), scores, strict=True))[:most]:
        medal = MEDALS.get(place) if score.points else None
        lines.append(
            texts(
                language, "trivia.line", place=medal or f"{place}.", points=score.points,
                name=shown(score.name) or texts.plain(language, "trivia.a_player"), right=score.right,
            )
        )  # fmt: skip
    if len(scores) > most:
        lines.append(texts(language, "trivia.more", count=len(scores) - most))
    return "\n".join(lines)


def poll_question(texts: Texts, game: Game, current: Round, number: int) -> str:
    """Return the question of a poll with its number in front, where that fits."""
    if game.mode == "daily":
        text = texts.plain(game.language, "trivia.daily_question", question=current.question.question)
    else:
        text = f"{number}/{game.length}. {current.question.question}"
    return text if len(text) <= LONGEST_QUESTION else current.question.question


def buzz_question(texts: Texts, game: Game, current: Round, number: int, step: int) -> str:
    """Return the question of the buzzer mode as HTML, with as many letters uncovered as `step` says."""
    return texts(
        game.language, "trivia.buzz_question", number=number, length=game.length,
        question=current.question.question, hint=hint(current.question, step),
    )  # fmt: skip


def report_button(texts: Texts, language: Language, round_id: int) -> InlineKeyboardMarkup:
    """Return the button that tells administrators of a bad question."""
    label = texts.plain(language, "trivia.report")
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"q:{round_id}")]])
