"""Articles sent by an administrator: drafted, reviewed row by row, published, asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import rows_of
from bot.handlers.cards import undecided
from bot.state import DAY
from tests.bot.admin.conftest import REPORT, TEXTS, Desk, Desks, says, text_of

SAME_MATCH = """Inter win in Bergamo

28 December 2025

Inter beat Atalanta 1-0 at the Gewiss Stadium in Bergamo in Serie A on 28 December 2025. \
Lautaro Martínez scored the only goal of the match in the 71st minute after a long spell of pressure.

The visitors defended their lead until the final whistle and went home with three points.
"""


async def review_all(desk: Desk) -> None:
    """Accept every row that can be decided, one by one."""
    await desk.tap(":go")
    while any(undecided(draft, rows_of(draft.article)) for draft in desk.service.store.drafts.open()):
        await desk.tap(":accept")


async def publish(desk: Desk) -> str:
    shown = text_of(await desk.tap(":publish"))
    assert not desk.inputs().get("articles", "")
    await desk.tap(":now")
    return shown


@pytest.mark.parametrize("how", ["text", "txt", "md", "forwarded", "caption"])
async def test_an_article_starts_a_draft_however_it_is_sent(desks: Desks, how: str) -> None:
    async with desks() as desk:
        if how == "text":
            replies = await desk.say(REPORT)
        elif how == "forwarded":
            replies = await desk.forward(text=REPORT)
        elif how == "caption":
            picture = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "file_size": 1}
            replies = await desk.forward(caption=REPORT, photo=[picture])
        else:
            replies = await desk.send(f"report.{how}", REPORT.encode())
        assert says("draft.reading") in text_of(replies)
        assert "Bologna 2-1 Fiorentina" in text_of(replies)
        assert desk.inputs() == {}
        assert [row["state"] for row in desk.stored("drafts")] == ["open"]


@pytest.mark.parametrize("language", ["en", "it"])
async def test_an_accepted_report_answers_in_the_other_language_with_its_source(
    desks: Desks, language: str
) -> None:
    async with desks() as desk:
        desk.speak("it" if language == "it" else "en")
        await desk.say(REPORT)
        await review_all(desk)
        shown = await publish(desk)
        assert "Orsolini" in shown
        file = "report-bologna-fiorentina-2025-09-14.toml"
        assert set(desk.inputs()) == {f"articles/{file}", f"names/{file}"}
        answer = text_of(await desk.say("chi ha segnato al 23' in Bologna-Fiorentina?", desk.stranger))
        assert "Orsolini" in answer
        assert "Fonte: cronaca della partita, 14 settembre 2025" in answer
        answer = text_of(await desk.say("who scored for Bologna against Fiorentina?", desk.second))
        assert "Orsolini" in answer
        assert "Castro" in answer
        assert says("undo.done", "it" if language == "it" else "en") in text_of(await desk.tap("a:u:"))
        assert desk.inputs() == {}


async def test_each_row_is_shown_with_its_evidence_and_only_accepted_ones_go_live(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say(REPORT)
        card = text_of(await desk.tap(":go"))
        assert "Match" in card
        await desk.tap(":accept")
        goal = desk.read(desk.admin)
        assert "gave the hosts" in goal
        assert "% sure" in goal
        await desk.tap(":reject")
        await desk.tap(":accept")
        await desk.tap(":publish")
        await desk.tap(":now")
        article = desk.inputs()["articles/report-bologna-fiorentina-2025-09-14.toml"]
        assert article.count("[[event]]") == 1
        assert "riccardo-orsolini" not in article
        names = desk.inputs()["names/report-bologna-fiorentina-2025-09-14.toml"]
        assert "riccardo-orsolini" not in names


async def test_accept_all_takes_only_sure_rows_that_are_new(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say(SAME_MATCH)
        await desk.tap(":sure")
        (draft,) = desk.stored("drafts")
        assert "goal" not in draft["choices"]


async def test_an_event_whose_match_is_not_accepted_waits_for_it(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say(REPORT)
        await desk.tap(":go")
        await desk.tap(":reject")
        await desk.tap(":accept")
        shown = text_of(await desk.tap(":publish"))
        assert "wait for their match" in shown
        assert desk.inputs() == {}


async def test_an_edited_row_is_stored_as_it_was_corrected(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say(REPORT)
        await desk.tap(":go")
        await desk.tap(":accept")
        await desk.tap(":edit")
        await desk.tap("Minute")
        assert says("typed.minute") in text_of(await desk.say("many"))
        card = text_of(await desk.say("24"))
        assert "24" in card
        assert "23" not in card.partition("📰")[0]
        await desk.tap(":edit")
        await desk.tap("Player")
        card = text_of(await desk.say("person: Mario <i>Rossi</i>"))
        assert "Mario <i>Rossi</i> scored" in card
        await desk.tap(":accept")
        await desk.tap(":publish")
        await desk.tap(":now")
        assert "Mario" in text_of(await desk.say("who scored in Bologna-Fiorentina?", desk.stranger))


async def test_a_contradiction_stands_side_by_side_and_replaces_what_is_stored_only_when_accepted(
    desks: Desks,
) -> None:
    async with desks() as desk:
        overview = text_of(await desk.say(SAME_MATCH))
        assert "1 contradict" in overview
        card = text_of(await desk.tap(":go"))
        assert says("draft.contradiction") in card
        assert "goal-lautaro" in card
        assert "after 65 minutes" in card
        assert "71" in card
        await desk.tap("Replace")
        await desk.tap(":publish")
        assert "65" in text_of(await desk.say("when did lautaro score?", desk.stranger))
        await desk.tap(":now")
        answer = text_of(await desk.say("in which minute did lautaro score?", desk.stranger))
        assert "71" in answer
        assert "65" not in answer
        await desk.tap("a:u:")
        assert "65" in text_of(await desk.say("in which minute did lautaro score?", desk.stranger))


async def test_the_same_article_again_is_marked_as_stored_row_by_row(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say(REPORT)
        await review_all(desk)
        await publish(desk)
        overview = text_of(await desk.say(REPORT))
        (draft,) = [row for row in desk.stored("drafts") if row["state"] == "open"]
        rows = draft["article"].count("[[")
        assert f"♻️ {rows} stored already" in overview


async def test_an_edit_is_cancelled_and_a_draft_survives_a_restart_at_each_step(desks: Desks) -> None:
    steps = (":go", ":accept", ":edit", "Minute")
    async with desks() as desk:
        await desk.say(REPORT)
    for step in steps:
        async with desks() as desk:
            await desk.tap(step)
    async with desks() as desk:
        assert says("dialogue.cancelled") in text_of(await desk.say("/cancel"))
        await desk.say("/drafts")
        await desk.tap("Bologna")
        await desk.tap(":publish")
    async with desks() as desk:
        assert says("reload.done") in text_of(await desk.tap(":now"))
        assert says("draft.none") in text_of(await desk.say("/drafts"))


async def test_a_discarded_draft_leaves_nothing(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say(REPORT)
        await desk.tap(":discard")
        await desk.tap("Back")
        await desk.tap(":discard")
        assert text_of(await desk.tap(":drop")) == TEXTS("en", "draft.discarded")
        assert desk.inputs() == {}
        assert says("draft.none") in text_of(await desk.say("/drafts"))
        assert desk.stored("drafts")[0]["text"] == ""


async def test_a_draft_is_forgotten_thirty_days_after_it_was_touched(desks: Desks) -> None:
    now = [1_800_000_000.0]
    async with desks(lambda: now[0]) as desk:
        await desk.say(REPORT)
        now[0] += 29 * DAY
        desk.service.store.purge()
        assert desk.stored("drafts")
        now[0] += 2 * DAY
        desk.service.store.purge()
        assert not desk.stored("drafts")


async def test_an_article_that_an_app_has_cut_into_messages_becomes_one_draft(desks: Desks) -> None:
    filler = "The crowd sang for Bologna all through the evening and nobody went home early. " * 44
    async with desks() as desk:
        await desk.say_at_once(filler + REPORT[:200], REPORT[200:])
        assert [row["state"] for row in desk.stored("drafts")] == ["discarded", "open"]
        assert desk.stored("drafts")[1]["text"].endswith("never stopped running.")


async def test_an_exported_article_file_edited_by_hand_comes_back_through_a_review(
    desks: Desks, data: Path
) -> None:
    async with desks() as desk:
        await desk.say(REPORT)
        await review_all(desk)
        await publish(desk)
        name = "report-bologna-fiorentina-2025-09-14.toml"
        text = "# checked by hand\n" + (data / "articles" / name).read_text().replace(
            "minute = 23", "minute = 22"
        )
        await desk.send(name, text.encode())
        await desk.tap(":sure")
        await review_all(desk)
        await desk.tap(":publish")
        await desk.tap(":now")
        assert (data / "articles" / name).read_text().startswith("# checked by hand")
        assert "minute = 22" in (data / "articles" / name).read_text()
