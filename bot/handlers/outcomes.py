"""How the end of a change is told: what came, changed and went, or every mistake with its place."""

from __future__ import annotations

from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.context import Context, Services
from bot.editing import OnWait, Outcome
from bot.replies import say
from bot.texts import Texts
from knowledge import Language, Report

MOST_LINES = 15
"""Mistakes or ids shown in one message."""
LONGEST_LINE = 180


def waiting(update: Update, context: Context) -> OnWait:
    """Return what says that somebody else's change comes first."""
    return partial(say, update, context, "change.waiting")


def told(outcome: Outcome, texts: Texts, language: Language, seconds: float | None = None) -> str:
    """Return how a change ended, as HTML."""
    if outcome.repeated:
        return texts(language, "change.repeated")
    html = describe(outcome.report, texts, language)
    if outcome.report.ok and seconds is not None:
        html += "\n" + texts(language, "change.seconds", seconds=f"{seconds:.1f}")
    return html


def describe(report: Report, texts: Texts, language: Language) -> str:
    """Return a report as HTML."""
    key = "reload.failed" if not report.ok else "reload.done"
    changes = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    if report.ok and not any(ids for _, ids in changes):
        key = "reload.unchanged"
    lines = [texts(language, key, facts=report.counts.get("facts", 0))]
    if report.ok:
        for name, ids in changes:
            if ids:
                shown = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
                lines.append(texts(language, f"reload.{name}", count=len(ids), ids=shown))
    mistakes = [str(m) for m in report.mistakes if report.ok == m.warning]
    lines += [
        texts(language, "reload.mistake", mistake=line[:LONGEST_LINE]) for line in mistakes[:MOST_LINES]
    ]
    if len(mistakes) > MOST_LINES:
        lines.append(texts(language, "reload.more", count=len(mistakes) - MOST_LINES))
    return "\n".join(lines)


def undo_button(services: Services, language: Language, change_id: int) -> InlineKeyboardMarkup:
    """Return the button that takes a change back."""
    label = services.texts.plain(language, "undo.button")
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"a:u:{change_id}")]])
