"""The buttons that lead to pictures, and what stands behind them.

Callback data: "p:n:<digest>" a picture by its name, "p:c:<digest>:<digest>" two matches compared,
"p:x:<digest>" a match to be compared with one that is yet to be chosen.
"""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import find_match, match_digest, short
from bot.texts import Texts
from knowledge import Answer, Knowledge, Language

Row = list[InlineKeyboardButton]
SENT = "match"
"""The kind of picture that goes out with its answer; others are offered, so that nobody is flooded."""


def under(texts: Texts, knowledge: Knowledge, name: str, language: Language) -> list[Row]:
    """Return the row under a picture: a match's other pictures."""
    kind, _, id_ = name.partition(":")
    if kind not in ("match", "timeline"):
        return []
    other = "timeline" if kind == "match" else "match"
    row = []
    match = knowledge.details.match(id_, language)
    if other == "match" or (match and match.events):
        row.append(_named(texts, f"{other}:{id_}", language))
    if knowledge.details.match_count > 1:
        label = texts.plain(language, "pictures.compare")
        row.append(InlineKeyboardButton(label, callback_data=f"p:x:{match_digest(id_)}"))
    return [row] if row else []


def beside(texts: Texts, knowledge: Knowledge, answer: Answer) -> list[Row]:
    """Return the row under an answer that a picture suits: to it, or from the picture sent to others."""
    if answer.picture is None:
        return []
    if answer.picture.startswith(f"{SENT}:"):
        return under(texts, knowledge, answer.picture, answer.language)
    return [[_named(texts, answer.picture, answer.language)]]


def to_compare(knowledge: Knowledge, match: str, language: Language) -> InlineKeyboardMarkup:
    """Return one button for each match that `match` can be compared with."""
    first = match_digest(match)
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(short(m.label), callback_data=f"p:c:{first}:{match_digest(m.id)}")]
            for m in knowledge.matches(language)
            if m.id != match
        ]
    )


def rematch(knowledge: Knowledge, match: str, language: Language) -> str | None:
    """Return the only other match of the same two clubs, or None where there is none or more than one."""
    found = [d for m in knowledge.matches(language) if (d := knowledge.details.match(m.id, language))]
    clubs = {d.id: {d.home.id, d.away.id} for d in found}
    others = [id_ for id_, pair in clubs.items() if id_ != match and pair == clubs.get(match)]
    return others[0] if len(others) == 1 else None


def find_picture(knowledge: Knowledge, data: str, language: Language) -> str | None:
    """Return the name of the picture behind callback data, or None where it is forged or gone."""
    form, *digests = data.split(":")[1:]
    if form == "n" and len(digests) == 1:
        return next((n for n in knowledge.pictures.names if match_digest(n) == digests[0]), None)
    if form == "c" and len(digests) == 2 and digests[0] != digests[1]:
        pair = [find_match(knowledge, digest, language) for digest in digests]
        return f"compare:{','.join(m.id for m in pair if m)}" if all(pair) else None
    return None


def _named(texts: Texts, name: str, language: Language) -> InlineKeyboardButton:
    kind, _, ids = name.partition(":")
    label = texts.plain(language, f"pictures.{kind}")
    if kind == "compare":
        return InlineKeyboardButton(
            label, callback_data=":".join(["p", "c", *(match_digest(i) for i in ids.split(","))])
        )
    return InlineKeyboardButton(label, callback_data=f"p:n:{match_digest(name)}")
