"""The words of the page: texts/<language>.toml, sent to the browser as they are."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from .errors import Json
from .profile import LANGUAGES


@cache
def page_texts() -> Json:
    """Return the words by language; a test holds the languages to the same keys."""
    folder = files(__package__).joinpath("texts")
    return {code: tomllib.loads(folder.joinpath(f"{code}.toml").read_text("utf-8")) for code in LANGUAGES}
