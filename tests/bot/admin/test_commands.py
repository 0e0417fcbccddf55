"""Each command of administrators, in both languages, against the strict Bot API."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from bot.handlers.permission import COMMANDS
from knowledge import Language
from tests.bot.admin.conftest import TEXTS, Desks, says, text_of

BARE = {
    "reload": "reload.unchanged", "undo": "undo.nothing", "inbox": "inbox.empty", "addfact": "write.en",
    "drafts": "draft.none", "find": "find.how", "forgetfact": "forgetfact.how",
    "preview": "preview.how", "log": "log.nothing",
}  # fmt: skip
"""What each command says with nothing after it, in a bot where nothing has happened yet."""


@pytest.mark.parametrize("language", ["en", "it"])
async def test_every_command_answers_in_the_administrators_language(desks: Desks, language: Language) -> None:
    async with desks() as desk:
        desk.speak(language)
        for command in COMMANDS:
            replies = text_of(await desk.say(f"/{command}"))
            if command in BARE:
                assert says(BARE[command], language) in replies, command
            assert replies, command
            assert TEXTS(language, "unknown.command") not in replies, command


@pytest.mark.parametrize("language", ["en", "it"])
async def test_find_facts_and_preview_show_what_is_stored(desks: Desks, language: Language) -> None:
    async with desks() as desk:
        desk.speak(language)
        words = {"en": "rained bergamo", "it": "pioveva bergamo"}[language]
        assert "weather" in text_of(await desk.say(f"/find {words}"))
        assert "lautaro-tally" in text_of(await desk.say("/find lautaro-tally"))
        assert says("find.nothing", language) in text_of(await desk.say("/find xyzzy <b>"))
        counted = text_of(await desk.say("/facts"))
        assert (
            TEXTS.plain(language, "facts.all", facts=2, events=1).replace("<b>", "").replace("</b>", "")
            in counted
        )
        question = {"en": "who scored for inter?", "it": "chi ha segnato per l'inter?"}[language]
        shown = text_of(await desk.say(f"/preview {question}"))
        assert "Lautaro" in shown
        assert "decision: answer" in shown


async def test_a_fact_that_is_forgotten_is_gone_and_comes_back_with_the_button(desks: Desks) -> None:
    async with desks() as desk:
        assert "nothing-such" in text_of(await desk.say("/forgetfact weather nothing-such"))
        assert desk.inputs() == {}
        assert says("reload.removed") in text_of(await desk.say("/forgetfact weather"))
        assert "weather" not in text_of(await desk.say("/find rained"))
        assert says("undo.done") in text_of(await desk.tap("a:u:"))
        assert "weather" in text_of(await desk.say("/find rained"))
        assert desk.inputs() == {}


async def test_undo_goes_back_and_forth_and_to_any_change_of_the_log(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("/forgetfact weather")
        await desk.say("/forgetfact lautaro-tally")
        await desk.say("/undo")
        assert text_of(await desk.say("/find lautaro-tally"))
        await desk.say("/undo")
        assert says("find.nothing") in text_of(await desk.say("/find lautaro-tally"))
        log = text_of(await desk.say("/log"))
        assert "Ale" in log
        first = desk.stored("changes")[0]["id"]
        await desk.say(f"/undo {first}")
        assert "weather" in text_of(await desk.say("/find rained"))
        assert says("undo.nothing") in text_of(await desk.say("/undo 99999"))
        assert says("undo.how") in text_of(await desk.say("/undo yesterday"))
        assert "Ale" in text_of(await desk.say("/facts"))


async def test_the_undo_button_of_an_older_change_does_nothing(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("/forgetfact weather")
        old = desk.data("a:u:")
        await desk.say("/forgetfact lautaro-tally")
        before = desk.inputs()
        await desk.forge(old, desk.admin)
        assert desk.inputs() == before


async def test_export_holds_the_base_and_every_file_it_was_made_from(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("/forgetfact weather")
        (message,) = await desk.say("/export")
        kept = desk.world.files[message["document"]["file_id"]]
        archive = zipfile.ZipFile(io.BytesIO(kept.data))
    assert {
        "facts.sqlite",
        "shipped/articles/all.toml",
        "shipped/names/all.toml",
        "added/amendments.toml",
    } == set(archive.namelist())


async def test_backup_holds_the_state_and_the_added_files_while_the_bot_runs(
    desks: Desks, data: Path
) -> None:
    async with desks() as desk:
        await desk.say("/forgetfact weather")
        for _ in range(2):
            (message,) = await desk.say("/backup")
        kept = desk.world.files[message["document"]["file_id"]]
        with tarfile.open(fileobj=io.BytesIO(kept.data)) as archive:
            assert {"state.sqlite", "amendments.toml"} <= set(archive.getnames())
    assert list((data / "backups").glob("backup-*.tar.gz"))


async def test_stats_count_what_was_asked_and_how_it_ended(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("who scored for inter?", desk.stranger)
        await desk.say("who was the referee?", desk.stranger)
        await desk.say("chi era l'arbitro?", desk.stranger)
        shown = text_of(await desk.say("/stats"))
    assert "3 questions" in shown
    assert "1 answered, 0 choices, 2 declined" in shown
    assert "it 1" in shown


@pytest.mark.parametrize(("language", "words"), [("en", "Questions in"), ("it", "Le domande di")])
async def test_stats_come_with_a_picture_of_the_month(desks: Desks, language: Language, words: str) -> None:
    async with desks() as desk:
        desk.speak(language)
        await desk.say("who scored for inter?", desk.stranger)
        short = await desk.say("/stats")
        for thing in ("scarves", "umbrellas", "pies", "drums", "newspapers", "tickets"):
            await desk.say(f"who sells {thing}?" + f" {thing}" * 40, desk.stranger)
        long = await desk.say("/stats")
    (photo,) = short
    assert photo["photo"]
    assert "1" in photo["caption"]
    picture, text = long
    assert picture["photo"]
    assert words in picture["caption"]
    assert len(text["text"]) > 1024


async def test_the_help_of_administrators_names_every_command_of_theirs(desks: Desks) -> None:
    async with desks() as desk:
        ours = text_of(await desk.say("/help"))
        theirs = text_of(await desk.say("/help", desk.stranger))
    assert all(f"/{command}" in ours for command in COMMANDS)
    assert "/forgetfact" not in theirs
