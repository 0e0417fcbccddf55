"""From bytes to clean text, paragraphs and sentences with their places."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from knowledge.drafting.datelines import without_datelines
from knowledge.drafting.page_furniture import without_furniture
from knowledge.drafting.records import Sentence, Token

LONGEST = 200_000
"""Characters of a text that are read; a longer one is cut (an article has some 6,000)."""

LONGEST_SENTENCE = 1_200
"""Characters of a sentence that are read in one piece."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_MARKUP = re.compile(r"\*{1,3}|`+|_{2,}|^#{1,6}\s*|^>\s?|^\s*[-*•·▪●]\s+(?=\S)", re.MULTILINE)
_POINT = re.compile(r"^(\s*[-*•·▪●]\s+(?=\S)[^\n]{20,}[^\s.!?:;,…])[ \t]*$", re.MULTILINE)
"""A point of a list, which ends with its line."""
_LINK = re.compile(r"!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)")
_TAG = re.compile(r"<[^<>\n]{1,200}>")
_UNSPACED = re.compile(r"(?<=[a-zà-ù][a-zà-ù][.!?])(?=[A-ZÀ-Ü][a-zà-ù])|(?<=\d-\d[.!?])(?=[A-ZÀ-Ü][a-zà-ù])")
"""Where a space was left out between two sentences."""
_SIGN_WITHIN = re.compile(r"(?<!\d)(45|90|105|120)['’]\s?\+\s?(\d{1,2})(?!\d)['’]?")
"""Added time behind the sign of minutes ("45'+2")."""
_STYLED = re.compile("[\U0001d400-\U0001d7ff]+")
"""Letters and figures of mathematics, which posts write in for bold ones."""
_SIGN_FIRST = re.compile(r"\b([Aa]l) ?['’‘](\d{1,2})(?![\d'’‘])")
"""The sign of minutes before the number ("Al '5")."""
_PRIME = re.compile(r"(?<=\d)[′ʹ]")
"""The sign of minutes that no keyboard has."""
_ESCAPED = re.compile(r"(?:\\r)?\\n|\\r(?=\\|[A-ZÀ-Þ\s])")
"""A line break written out, as a page's data have it."""
_DASHED = re.compile(r"^([^\W\d_][^\d\n]{2,30}) - (?=\d{1,3}(?:\+\d{1,2})?[’'](?:$|,| \())", re.MULTILINE)
"""A scorer and a minute with a dash between them, in a line of their own: "Smith - 12'"."""
_PEN_BEFORE = re.compile(r"\bPK[- ](\d{1,3}['’])")
"""A penalty told before its minute ("PK-31'"), as in America."""
_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s+[\"“‘«'(\[¿¡]*[^\W_])")
_ENDED = re.compile(r"[.!?:;…\"”»)\]]\s*$")
_OPEN, _CLOSE = "“«", "”»"
_LISTLIKE = re.compile(r"\d{1,3}\s?[’'′+]|[:;]|\d\s?,|,.*,.*,|\(\d|\d\)")


class UnreadableTextError(ValueError):
    """The bytes of an article are not text; the message says what to do."""


def decode(raw: bytes) -> str:
    """Return the text of an article's bytes: UTF-8, UTF-16 with its mark, or plainly Windows-1252.

    Raises UnreadableTextError for bytes that are no text.
    """
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return _decode(raw, name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    odd = sum(1 for byte in raw if byte < 9 or 13 < byte < 32)
    if odd or not raw or sum(1 for byte in raw if byte > 127) > len(raw) * 0.2:
        raise UnreadableTextError("this is not text: save the article as UTF-8 text and send it again")
    return _decode(raw, "cp1252")


def _decode(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableTextError(
            f"this is not {name} text: save the article as UTF-8 and send it again"
        ) from error


_CREDIT = re.compile(
    r" ?\((?!Photo|Foto|Picture)[^()/\n\d]{2,40}/(?:PA(?: Wire| Images)?|AP|AFP|EPA|FAW|SNS|PA Media|Reuters|"
    r"Getty(?: Images)?|Inpho|Sportsfile)\)"
)
"""Who took a picture: "(John Smith/PA)"."""
_SECONDS = re.compile(r'(?<![\w"])(\d{1,2})"(?: secondi)?(?=[\s,.;)])')
"""The sign of seconds behind a number, which opens no quotation."""
_LABEL = re.compile(
    r"(?<=[^\n]) (?=(?:MARCATORI|MARCATRICI|RETI|ARBITRO|AMMONIT[IOAE]|ESPULS[IOAE]|NOTE|Marcatori|Marcatrici"
    r"|Arbitro|Ammoniti|Espulsi)\s?:)"
)
"""Where the facts of a match go on in one line: each label begins a line of its own."""
_LETTER_NIL = re.compile(r"(?<![\w-])(\d)-[oO](?![\w-])")
"""A score whose nil was typed as a letter: "2-o"."""
_TWICE_OPENED = re.compile(r"“([^“”\n]{1,120})“(?!\w)")
"""What stands between two opening quotation marks, the second of which was meant to close."""
_VERSUS = re.compile(
    r"^([A-ZÀ-Þ][^\d\n]{2,40}) (\d{1,2}) v(?:s\.?)? ([A-ZÀ-Þ][^\d\n]{2,40}?) (\d{1,2})(?![\d’':.])",
    re.MULTILINE,
)
"""A result with "v" between the teams and their goals: "Leeds 2 v Derby 1"."""
_TITLED = re.compile(
    r"^([^\d\n:/]{3,30}(?:\d\d[^\d\n:/]{0,20})?)[:/] ?"
    r"((?:[A-ZÀ-Þ][\w’'.&-]+(?: [a-z]{2,3})? ?){1,5}\d{1,2}(?: \([^)\n]*\))?,? "
    r"(?:[A-ZÀ-Þ][\w’'.&-]+(?: [a-z]{2,3})? ?){1,5}\d{1,2}(?: \([^)\n]*\))?)(?::|(?=\n|$)) ?",
    re.MULTILINE,
)
"""A result behind the name of its competition: "Friendly/Leeds 3 Derby 1: ...", "Cup: Leeds 1 (Smith 3) Derby 0"."""
_COLON_SCORE = re.compile(r"(?<![\d:.,])(\d):(\d)(?![\d:.,]\d|\d|[’'])")
"""A score written as a ratio ("2:1"), which no time of day is."""


def clean(text: str) -> str:
    """Return the text without markup, control characters and odd spaces; line breaks stay."""
    text = _ESCAPED.sub("\n", text[:LONGEST]).replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = _STYLED.sub(lambda m: unicodedata.normalize("NFKC", m.group()), unicodedata.normalize("NFC", text))
    text = re.sub(r"(?<=\w)[`´](?=\w)", "’", text).replace("\u2010", "-").replace("\u2011", "-")
    text = _TWICE_OPENED.sub("“\\1”", text)
    text = re.sub(r"(?<=\d)([sp]t)\.(?=[A-Z])", r" \1 ", text)
    text = _SIGN_FIRST.sub(r"\1 \2’", _PRIME.sub("’", text))
    text = re.sub(r"\bU-(\d\d)(?:[’']?s)?\b", r"U\1", text)
    text = re.sub(r"(?<=\d)(?:ST|ND|RD|TH)\b", lambda m: m.group().lower(), text)
    text = "\n".join(_SECONDS.sub(r"\1 secondi", p) if p.count('"') % 2 else p for p in text.split("\n"))
    text = _TITLED.sub(r"\1\n\2\n", text)
    text = _VERSUS.sub(r"\1 \2 \3 \4", _LABEL.sub("\n", text))
    text = re.sub(r"\b([Hh])alf(?=time\b)", r"\1alf-", text)
    text = _LETTER_NIL.sub(r"\1-0", text)
    text = _COLON_SCORE.sub(r"\1-\2", _CREDIT.sub("", _UNSPACED.sub(" ", text)))
    text = _SIGN_WITHIN.sub(r"\1+\2’", _PEN_BEFORE.sub(r"\1 pen", text))
    text = _LINK.sub(r"\1", text)
    text = without_furniture(text)
    text = _TAG.sub(" ", text).replace("<", " ").replace(">", " ")
    text = _DASHED.sub(r"\1 ", _MARKUP.sub("", _POINT.sub(r"\1.", text)))
    text = "".join(c if c == "\n" or c.isprintable() else " " for c in text)
    text = re.sub(r"[ \t\u00a0\u202f]+", " ", text)
    return _unwrap(_close_up(without_datelines(text)))


def _close_up(text: str) -> str:
    """Return a text with an empty line between its broken lines without those."""
    lines = text.split("\n\n")
    broken = sum(
        b[:1].islower() and "\n" not in a and len(a) > BROKEN and not _ENDED.search(a)
        for a, b in pairwise(lines)
    )
    return text.replace("\n\n", "\n") if broken >= MANY and broken > len(lines) * 0.25 else text


BROKEN, MANY = 25, 3
"""Letters of a line that may be broken in the middle of a sentence, and how many such lines show that all are."""


def _unwrap(text: str) -> str:
    """Return a text whose lines were broken at a fixed width with its paragraphs in one line each."""
    lines = text.split("\n")
    inner = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    broken = [a for a, _ in inner if 55 <= len(a) <= 125 and not _ENDED.search(a)]
    wrapped = len(inner) >= 4 and len(broken) > 0.6 * len(inner)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        long = len(before) > 20 or (bool(before.strip()) and len(joined[-1]) > len(before) + 20)
        low = line.lstrip()[:1].islower() and long and not _ENDED.search(before)
        low = low or (bool(_HANGING.search(before)) and before.strip().count(" ") > 0)
        if (
            before.strip()
            and line.strip()
            and (low or (wrapped and len(before) >= 55 and not _LISTLIKE.match(line)))
        ):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
    return "\n".join(joined)


_HANGING = re.compile(
    r"[\w’'”\")][ ,]+(?:il|lo|la|gli|le|un|uno|una|di|da|con|del|dello|della|dei|degli|delle|al|allo|alla|dal|dallo"
    r"|dalla|nel|nella|sul|sulla|per|tra|fra|che|and|the|of|with|for|from|by|to|as|at|over|against|when|while|than"
    r"|between|past) *$"
)
"""How a line ends that was broken in the middle of a sentence."""


def tokens(text: str, start: int = 0) -> list[Token]:
    """Return the words and numbers of a text; offsets are shifted by `start`."""
    return [Token(m.group(), m.start() + start, m.end() + start) for m in _TOKEN.finditer(text)]


def fold(word: str) -> str:
    """Return a word in lower case without accents, for comparing."""
    word = word.translate(_SPECIAL).lower()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


_SPECIAL = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ß": "ss",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "æ": "ae",
        "Æ": "Ae",
        "ı": "i",
        "œ": "oe",
        "þ": "th",
        "’": "'",
        "ð": "d",
    }
)


_SPEECH = re.compile(r"[\"“«][^\"“”«»]{25,}(?:[\"”»]\W*)?$")
"""A sentence that is speech from its first letter to its last."""


def sentences(text: str, abbreviations: frozenset[str]) -> list[Sentence]:
    """Return the sentences of a cleaned text in order. A line break always ends one."""
    found: list[Sentence] = []
    paragraph, offset, blank, depth = 0, 0, True, 0
    for number, line in enumerate(text.split("\n")):
        stripped = line.strip()
        if stripped:
            paragraph += 1 if blank or len(stripped) > 60 else 0
            first = offset + line.index(stripped[0])
            for a, b in _pieces(stripped, abbreviations):
                piece = stripped[a:b]
                inside = depth > 0 and not any(c in piece for c in _OPEN)
                quoted = inside or stripped[:a].count('"') % 2 == 1 or bool(_SPEECH.match(piece))
                depth = max(0, depth + sum(c in _OPEN for c in piece) - sum(c in _CLOSE for c in piece))
                within = piece.endswith(".") and len(piece) < len(stripped)
                title = is_title(piece) and len(found) < 12 and not within
                found.append(Sentence(piece, first + a, max(paragraph, 1), len(found), title, quoted, number))
            depth = 0
        blank = not stripped
        offset += len(line) + 1
    return found


def _pieces(line: str, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one line."""
    spans, start = [], 0
    for end in _END.finditer(line):
        before = re.search(r"([^\s(]+)$", line[start : end.start()])
        word = before.group(1).lower() if before else ""
        dot = end.group() == "."
        after = line[end.end() :].lstrip()
        if dot and (
            word in abbreviations
            or (
                re.fullmatch(r"(?:[a-z]\.)*[a-z]", word)
                and word not in ("i", "è", "a", "e")
                and not _DIVISION.search(line[start : end.start()])
            )
        ):
            continue
        if dot and word.isdigit() and after[:1].isdigit() is False and after[:1].islower():
            continue
        if after[:1].islower() and dot:
            continue
        spans.append((start, end.end()))
        start = end.end() + len(line[end.end() :]) - len(after)
    if start < len(line):
        spans.append((start, len(line)))
    return [part for a, b in spans for part in _short(line, a, b)]


_DIVISION = re.compile(r"\b(?:[Ii]n|[Ss]erie|[Gg]irone|[Gg]ruppo|[Ll]a) [A-I]$")
"""What ends a sentence with a single capital that is no initial: "per tornare in B."."""


def _short(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a span in parts that a pattern reads quickly, cut at spaces."""
    parts = []
    while end - start > LONGEST_SENTENCE:
        cut = line.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = cut + 1 if cut > start else start + LONGEST_SENTENCE
        parts.append((start, cut))
        start = cut
    return [*parts, (start, end)] if start < end else parts


_TOLD = re.compile(r"\b(?:scored|netted|struck|headed|beat|won|lost|drew|were|was|had|has|have)\b.*\.\W*$")
"""What tells a sentence from a headline: a verb in small letters, and a full stop."""


def is_title(line: str) -> bool:
    """Whether nearly every longer word of a line has a capital, as in English headlines."""
    if _LISTLIKE.search(line) or _TOLD.search(line):
        return False
    words = [t.text for t in tokens(line) if t.text.isalpha() and len(t.text) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
