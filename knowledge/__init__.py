"""Knows the facts of football articles and understands questions about them. No Telegram, no network."""

from .base.build import build, check
from .detail_records import Club, EventDetails, Finish, Finishes, MatchDetails, Round, Run
from .details import Details
from .engine import Knowledge
from .errors import BaseUnreadable, BuildFailed, KnowledgeError
from .models import (
    LANGUAGES,
    Answer,
    Context,
    Language,
    MatchSummary,
    Mistake,
    Report,
    Source,
    Suggestion,
)

__all__ = [
    "LANGUAGES", "Answer", "BaseUnreadable", "BuildFailed", "Club", "Context", "Details", "EventDetails", "Finish",
    "Finishes", "Knowledge", "KnowledgeError", "Language", "MatchDetails", "MatchSummary", "Mistake", "Report",
    "Round", "Run", "Source", "Suggestion", "build", "check",
]  # fmt: skip
