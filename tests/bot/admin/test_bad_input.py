"""What is no article, and article files with mistakes: each is answered clearly and nothing changes."""

from __future__ import annotations

import gzip
import io
import random
import zipfile

from bot.handlers.outcomes import LONGEST_LINE
from tests.bot.admin.conftest import REPORT, TEXTS, Desks, says, text_of
from tests.bot.admin.mutations import mutated
from tests.bot.admin.test_drafts import review_all
from tests.knowledge.base.world import ARTICLE

MUTATED = 25
LONG = "word " * 200_000


def bomb() -> bytes:
    """Return a zip archive of a few kilobytes that unpacks to many megabytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("article.txt", b"0" * 30_000_000)
    return buffer.getvalue()


BAD: dict[str, tuple[str, bytes, str]] = {
    "a document of a word processor": ("report.docx", b"PK\x03\x04", "wrong_type"),
    "a picture": ("report.png", b"\x89PNG", "wrong_type"),
    "a file without a suffix": ("report", REPORT.encode(), "wrong_type"),
    "an empty file": ("report.txt", b" \n \n", "empty"),
    "a zip bomb under another name": ("report.txt", bomb(), "archive"),
    "a gzip archive under another name": ("report.md", gzip.compress(b"0" * 1_000_000), "archive"),
    "bytes": ("report.txt", bytes(range(256)) * 10, "binary"),
    "text with zeroes": ("report.txt", REPORT.encode("utf-16-le"), "binary"),
    "Latin-1": ("report.txt", "Perché così è più bello".encode("latin-1"), "not_utf8"),
    "a web page": ("report.txt", f"<!DOCTYPE html><html><body>{REPORT}</body></html>".encode(), "web_page"),
    "a piece of a web page": ("report.md", b"<div class='x'><p>word</p></div>" * 20, "web_page"),
    "200,000 words": ("report.txt", LONG.encode(), "too_long"),
    "a text without any name": ("report.txt", b"it was a nice day and everybody was happy. " * 9, "no_facts"),
}


async def test_each_file_that_is_no_article_gets_its_sentence_in_both_languages(desks: Desks) -> None:
    async with desks() as desk:
        for name, (file, raw, reason) in BAD.items():
            replies = text_of(await desk.send(file, raw))
            assert says(f"unusable.{reason}") in replies, name
        desk.speak("it")
        replies = text_of(await desk.send("report.docx", b"PK"))
        assert TEXTS("it", "unusable.wrong_type") in replies
        assert desk.inputs() == {}
        assert desk.stored("drafts") == desk.stored("changes") == []
        assert "Lautaro" in text_of(await desk.say("who scored for inter?"))


async def test_a_file_over_twenty_megabytes_is_not_even_fetched(desks: Desks) -> None:
    async with desks() as desk:
        replies = text_of(await desk.send("report.txt", REPORT.encode(), size=20 * 2**20 + 1))
        assert replies == TEXTS("en", "unusable.too_big")


async def test_a_file_that_telegram_does_not_give_is_told(desks: Desks) -> None:
    async with desks() as desk:
        files, desk.world.files = desk.world.files, {}
        chat = {"id": desk.admin, "type": "private", "first_name": "Ale"}
        document = {"file_id": "gone", "file_unique_id": "g", "file_name": "a.txt", "file_size": 9}
        message = {"message_id": 9, "date": 1, "chat": chat, "from": desk.world.users[desk.admin]}
        desk.world.chats[desk.admin].started = True
        await desk.push("message", message | {"document": document})
        desk.world.files = files
        assert TEXTS("en", "unusable.not_fetched") in desk.read(desk.admin)


async def test_names_with_markup_in_an_article_are_shown_as_they_are(desks: Desks) -> None:
    text = REPORT.replace("Riccardo Orsolini", "Riccardo &lt;b&gt; Orsolini").replace("Moise", "<i>Moise</i>")
    async with desks() as desk:
        replies = text_of(await desk.send("report.md", text.encode()))
        assert "Bologna" in replies
        await desk.tap(":go")
        await desk.tap("▶")
        assert "given up" not in text_of(await desk.tap("▶"))


async def test_mutated_article_files_in_a_row_are_each_answered_and_the_base_stays(desks: Desks) -> None:
    dice = random.Random(7)
    async with desks() as desk:
        before = desk.service.services.facts.path.read_bytes()
        for number in range(MUTATED):
            name = f"file{number}.{dice.choice(['toml', 'toml', 'txt'])}"
            replies = text_of(await desk.send(name, mutated(ARTICLE.encode(), dice)))
            assert replies
            assert "gave up" not in replies
            assert says("unusable.broken") not in replies
        assert desk.service.services.facts.path.read_bytes() == before
        assert desk.inputs() == {}
        assert desk.stored("changes") == []


MISTAKES = (
    ("minute = 65", "minute = 165", "goal-lautaro"), ("minute = 65", 'minute = "late"', "goal-lautaro"),
    ('title = "A report"', "title = ", "line "), ('topic = "weather"', "", "topic"),
    ("[source]", "[sauce]", "source"),
)  # fmt: skip
"""What stands in a file, what is written instead, and what the answer must name."""


async def test_a_mistake_in_an_article_file_is_named_with_its_place(desks: Desks) -> None:
    async with desks() as desk:
        for old, new, told in MISTAKES:
            replies = text_of(await desk.send("<mine>.toml", ARTICLE.replace(old, new).encode()))
            assert says("reload.failed") in replies
            assert told in replies
            assert "mine" in replies
            assert all(len(line) < LONGEST_LINE + 5 for line in replies.splitlines())
        assert desk.stored("drafts") == []


async def test_a_mistake_that_only_shows_beside_other_files_stops_the_publication(desks: Desks) -> None:
    text = ARTICLE.replace('id = "report"', 'id = "other"').replace('"lautaro-martinez"', '"unknown-player"')
    async with desks() as desk:
        await desk.send("other.toml", text.encode())
        await review_all(desk)
        replies = text_of(await desk.tap(":publish"))
        assert says("reload.failed") in replies
        assert "unknown-player" in replies
        assert desk.inputs() == {}
        assert ":now" not in desk.seen(desk.admin)[-1]
