"""Knows the facts of football articles and understands questions about them. No Telegram, no network, no clock."""

from .base.build import build, check
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
    "LANGUAGES", "Answer", "BaseUnreadable", "BuildFailed", "Context", "Knowledge", "KnowledgeError", "Language",
    "MatchSummary", "Mistake", "Report", "Source", "Suggestion", "build", "check",
]
