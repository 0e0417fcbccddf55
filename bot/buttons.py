"""Callback data: what stands behind a button, at most 64 bytes, and never trusted when it comes back.

Forms: "s:<answer>:<number>" a suggestion, "v:<answer>:<u|d>" a thumb, "m:<digest>" a match,
"l:<language>:<owner>" a language, "f:<y|n>:<user>" erasure, "p:..." a picture (picture_buttons.py). Other
surfaces take other first letters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts
from knowledge import LANGUAGES, Answer, Knowledge, Language, MatchSummary

LONGEST_LABEL = 60
"""Characters; phones cut longer ones anyway."""


def short(label: str) -> str:
    """Return a label cut to what fits on a button."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"


def under_answer(
    answer: Answer, answer_id: int, *, private: bool, pictures: Sequence[list[InlineKeyboardButton]] = ()
) -> InlineKeyboardMarkup | None:
    """Return the buttons of an answer: to its pictures, its suggestions, and in private thumbs."""
    rows = [*pictures]
    rows += [
        [InlineKeyboardButton(short(suggestion.label), callback_data=f"s:{answer_id}:{number}")]
        for number, suggestion in enumerate(answer.suggestions)
    ]
    if private and answer.kind == "answer":
        rows.append(
            [
                InlineKeyboardButton("👍", callback_data=f"v:{answer_id}:u"),
                InlineKeyboardButton("👎", callback_data=f"v:{answer_id}:d"),
            ]
        )
    return InlineKeyboardMarkup(rows) if rows else None


def match_digest(match_id: str) -> str:
    """Return ten hex digits for a match's id, which may be longer than callback data or a deep link allow."""
    return hashlib.sha256(match_id.encode()).hexdigest()[:10]


def of_matches(matches: Sequence[MatchSummary]) -> InlineKeyboardMarkup:
    """Return one button a match."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(short(m.label), callback_data=f"m:{match_digest(m.id)}")] for m in matches]
    )


def find_match(knowledge: Knowledge, digest: str, language: Language) -> MatchSummary | None:
    """Return the match behind a button or deep link, or None where it is gone."""
    return next((m for m in knowledge.matches(language) if match_digest(m.id) == digest), None)


def of_languages(texts: Texts, language: Language, owner: int) -> InlineKeyboardMarkup:
    """Return the choice of a language for a person or group."""
    names = [(code, texts.plain(code, "language.own_name")) for code in LANGUAGES]
    row = [InlineKeyboardButton(name, callback_data=f"l:{code}:{owner}") for code, name in names]
    last = InlineKeyboardButton(texts.plain(language, "language.automatic"), callback_data=f"l:auto:{owner}")
    return InlineKeyboardMarkup([row, [last]])


def of_erasure(texts: Texts, language: Language, user_id: int) -> InlineKeyboardMarkup:
    """Return yes and no to /forget, for one person only."""
    yes, no = texts.plain(language, "forget.yes"), texts.plain(language, "forget.no")
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(yes, callback_data=f"f:y:{user_id}"),
                InlineKeyboardButton(no, callback_data=f"f:n:{user_id}"),
            ]
        ]
    )
