"""What administrators send as an article: its text, or the reason why there is none; nothing is unpacked."""

from __future__ import annotations

import re
from pathlib import PurePath

BIGGEST_FILE = 20 * 1024 * 1024
"""Bytes; what the Bot API lets a bot download (getFile)."""
LONGEST_TEXT = 150_000
"""Characters; a long article has some 10,000."""
MOST_WORDS = 25_000
LONGEST_FILE = 2_000_000
"""Characters of an article file; the longest one shipped has a seventh of that."""
SUFFIXES = (".txt", ".md", ".markdown", ".text", ".toml")
_PAGE = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:div|p|span|a|script|style|table|td|li|ul|meta|link|article|section)\b[^>]*>", re.IGNORECASE
)
MOST_TAGS = 20
ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"(\xb5/\xfd",
)


class UnusableError(Exception):
    """What was sent is no article; `reason` is the key of the sentence that says why, with `values`."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


def check_file(name: str, size: int | None) -> None:
    """Judge a file by its name and size (bytes), before it is fetched. Raises UnusableError."""
    if size is not None and size > BIGGEST_FILE:
        raise UnusableError("unusable.too_big")
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise UnusableError("unusable.wrong_type")
    if size == 0:
        raise UnusableError("unusable.empty")


def text_of(raw: bytes, name: str = "") -> str:
    """Return the text of a file's bytes. Raises UnusableError where it is no article's text in UTF-8.

    An article file (`name` ends in .toml) may be longer than an article, and its sentences may hold anything.
    """
    if len(raw) > BIGGEST_FILE:
        raise UnusableError("unusable.too_big")
    if raw.startswith(ARCHIVES):
        raise UnusableError("unusable.archive")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        odd = sum(byte < 9 or 13 < byte < 32 for byte in raw[:4096])
        raise UnusableError("unusable.binary" if odd else "unusable.not_utf8") from None
    if name.lower().endswith(".toml") and text.strip() and len(text) <= LONGEST_FILE:
        return text
    return check_text(text)


def check_text(text: str) -> str:
    """Return the text of an article, or raise UnusableError."""
    if not text.strip():
        raise UnusableError("unusable.empty")
    if any(ord(char) < 9 or 13 < ord(char) < 32 for char in text[:4096]):
        raise UnusableError("unusable.binary")
    if len(text) > LONGEST_TEXT or len(text.split()) > MOST_WORDS:
        raise UnusableError("unusable.too_long", most=MOST_WORDS)
    if _PAGE.search(text[:4096]) or len(_TAG.findall(text)) > MOST_TAGS:
        raise UnusableError("unusable.web_page")
    return text
