"""What asks nothing: greetings, thanks, a nod, who the bot is. A whole message of these is met in kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..data_files import read_data
from ..models import LANGUAGES, Language
from ..understanding.words import words_only


@dataclass(frozen=True, slots=True)
class Talk:
    """A reply to what asks nothing, by its name; `examples` tells whether questions to begin with are offered."""

    name: str
    reply: str
    language: Language
    examples: bool


@cache
def _talk(language: Language) -> tuple[dict[tuple[str, ...], Talk], frozenset[str]]:
    """Read the phrases of a language, as words, and the words of address around them."""
    raw = read_data(language, "smalltalk")
    address = frozenset(raw.pop("address"))
    return {
        tuple(words_only(phrase)): Talk(name, told["reply"], language, told.get("examples", False))
        for name, told in raw.items()
        for phrase in told["phrases"]
    }, address


def small_talk(text: str, own: Language) -> Talk | None:
    """Return the reply to `text` where all of it is small talk; `own` is its language where both know the words."""
    words = tuple(words_only(text))
    for language in (own, *(other for other in LANGUAGES if other != own)):
        phrases, address = _talk(language)
        found = phrases.get(words)
        if found is None and not address.isdisjoint(words):
            found = phrases.get(tuple(w for w in words if w not in address))
        if found:
            return found
    return None


def in_language(talk: Talk, language: Language) -> Talk:
    """Return the same small talk in another language."""
    return next(t for t in _talk(language)[0].values() if t.name == talk.name)
