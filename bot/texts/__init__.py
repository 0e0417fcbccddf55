"""The sentences of the bot that are not answers: `<language>.toml` and `<surface>_<language>.toml`."""

from __future__ import annotations

import tomllib
from html import escape
from importlib.resources import files

from knowledge import LANGUAGES, Language


class Texts:
    """All sentences; `texts("en", "start.hello", name="Anna")` gives one as Telegram HTML."""

    def __init__(self) -> None:
        self._texts: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
        for file in files("bot.texts").iterdir():
            language = file.name.removesuffix(".toml").rpartition("_")[2]
            if file.name.endswith(".toml") and language in LANGUAGES:
                self._texts[language] |= _flat(tomllib.loads(file.read_text("utf-8")))

    def __call__(self, language: Language, key: str, **values: object) -> str:
        """Return a sentence with its values put in, escaped for HTML. Raises KeyError for an unknown key."""
        shown = {name: escape(str(value), quote=False) for name, value in values.items()}
        return self._texts[language][key].format_map(shown)

    def plain(self, language: Language, key: str, **values: object) -> str:
        """Return a sentence for a place that knows no markup: a button, a toast, a command's description."""
        return self._texts[language][key].format_map(values)

    def keys(self, language: Language) -> frozenset[str]:
        """Return all keys of a language, for example "start.hello"."""
        return frozenset(self._texts[language])


def _flat(tree: dict[str, object], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in tree.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = str(value).strip()
    return found
