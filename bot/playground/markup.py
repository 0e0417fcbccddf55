"""Texts of messages: Telegram's HTML, and what it marks by itself (commands, mentions, links, hashtags).

Offsets and lengths count UTF-16 code units, as https://core.telegram.org/api/entities says.
"""

from __future__ import annotations

import re

from .errors import Json, bad_request

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[^\s>/]*)(?P<rest>[^>]*)>|&(?P<ref>#x[0-9a-fA-F]{1,6}|#\d{1,7}|lt|gt|amp|quot);?"
)
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{2,31})"
    r"|(?P<url>\bhttps?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d_]\w*)"
)


def width(text: str) -> int:
    """Return the length of `text` in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return (text, entities) of Telegram's HTML. Raises ApiError (400) where Telegram cannot parse it."""
    text, entities, open_tags, last = "", [], [], 0
    for token in _TOKEN.finditer(source):
        text += _plain(source[last : token.start()], source, last)
        last = token.end()
        if token["ref"]:
            text += _character(token["ref"])
        elif not token["end"]:
            open_tags.append((token["tag"].lower(), width(text), _opening(token, source)))
        else:
            entity = _closing(token, source, open_tags, width(text))
            if entity["length"]:
                entities.append(entity)
    text += _plain(source[last:], source, last)
    if open_tags:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return text, sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _plain(piece: str, source: str, at: int) -> str:
    if "<" in piece:
        raise _unparsed(f"Unclosed start tag at byte offset {len(source[: at + piece.index('<')].encode())}")
    return piece


def _opening(token: re.Match[str], source: str) -> Json:
    tag = token["tag"].lower()
    at = len(source[: token.start()].encode())
    given = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(token["rest"])}
    if tag not in _TAGS or (tag == "span" and given.get("class") != "tg-spoiler"):
        raise _unparsed(f'Unsupported start tag "{tag}" at byte offset {at}')
    entity: Json = {"type": _TAGS[tag]}
    if tag == "a":
        entity["url"] = re.sub(r"&(\w+);", lambda m: _NAMED.get(m[1], m[0]), given.get("href", ""))
    if tag == "blockquote" and "expandable" in given:
        entity["type"] = "expandable_blockquote"
    if tag == "code" and given.get("class", "").startswith("language-"):
        entity["language"] = given["class"].removeprefix("language-")
    if tag == "tg-emoji":
        entity["custom_emoji_id"] = given.get("emoji-id", "")
    return entity


def _closing(token: re.Match[str], source: str, open_tags: list[tuple[str, int, Json]], end: int) -> Json:
    at = len(source[: token.start()].encode())
    if not open_tags:
        raise _unparsed(f"Unexpected end tag at byte offset {at}")
    tag, start, entity = open_tags.pop()
    if token["tag"].lower() not in (tag, ""):
        raise _unparsed(
            f'Unmatched end tag at byte offset {at}, expected "</{tag}>", found "</{token["tag"]}>"'
        )
    return {"type": entity["type"], "offset": start, "length": end - start} | entity


def _character(reference: str) -> str:
    if not reference.startswith("#"):
        return _NAMED[reference]
    code = int(reference[2:], 16) if reference[1] == "x" else int(reference[1:])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _unparsed(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Return both without the white space around the text, as Telegram stores messages."""
    lead = width(text) - width(text.lstrip())
    text = text.strip()
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, width(text))
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return text, kept


def marked(text: str, entities: list[Json]) -> list[Json]:
    """Return `entities` with those that Telegram finds itself, none inside code or another link."""
    kept = [e for e in entities if e["type"] in ("code", "pre", "text_link", "text_mention")]
    taken = [(e["offset"], e["offset"] + e["length"]) for e in kept]
    found = list(entities)
    for match in _FOUND.finditer(text):
        start, size = width(text[: match.start()]), width(match[0])
        if not any(start < b and a < start + size for a, b in taken):
            found.append({"type": str(match.lastgroup), "offset": start, "length": size})
    return sorted(found, key=lambda e: (e["offset"], -e["length"]))


def read_text(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Return (text, entities) of a text as the bot sent it. Raises ApiError (400) for markup errors.

    The playground reads the parse mode HTML; Markdown is refused, so that nothing is shown half parsed.
    """
    if parse_mode and parse_mode.lower() != "html":
        raise bad_request(f'the playground reads parse_mode "HTML" only, not {parse_mode!r}')
    plain, marks = parse_html(text) if parse_mode else (text, list(entities or []))
    if any(e["offset"] + e["length"] > width(plain) for e in marks):
        raise bad_request("entity beyond the end of the text")
    plain, marks = trimmed(plain.replace("\r", "").replace("\0", ""), marks)
    return plain, marked(plain, marks)
