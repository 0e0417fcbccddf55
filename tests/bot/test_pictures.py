"""Pictures in chats: with a summary, behind buttons, by id the second time, never in the way of words."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bot.buttons import match_digest
from bot.picture_buttons import beside, find_picture, rematch, under
from bot.pictures import units
from bot.state import Store
from bot.texts import Texts
from knowledge import LANGUAGES, Answer, Knowledge
from tests.bot.conftest import Running
from tests.bot.standin import Call, Fault, StandIn

GROUP = -1001234567890
TEXTS = Texts()
DECEMBER, NOVEMBER = "atalanta-inter-2025-12-28", "atalanta-inter-2023-11-04"
FINAL, PSG = "atalanta-leverkusen-2024-final", "atalanta-psg-2020"
SUMMARY = "tell me about the match in december 2025"
PNG = b"\x89PNG"


def button(call: Call, key: str, language: Any = "en") -> str:
    label = TEXTS.plain(language, f"pictures.{key}")
    return str(next(b["callback_data"] for b in call.buttons if b["text"] == label))


async def test_a_summary_comes_as_the_caption_of_its_match_card(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, SUMMARY)
        await api.until(lambda: api.photos(11))
    (card,) = api.photos(11)
    assert (card.upload or b"").startswith(PNG)
    assert card.params["parse_mode"] == "HTML"
    assert "Inter beat Atalanta 1-0" in card.caption
    assert "Palladino – Chivu" in unescape(card.caption).replace("Raffaele ", "").replace("Cristian ", "")
    assert card.caption.endswith("</i>")
    assert api.sent(11) == []
    labels = [b["text"] for b in card.buttons]
    assert labels[:2] == [TEXTS.plain("en", "pictures.timeline"), TEXTS.plain("en", "pictures.compare")]
    assert labels[-2:] == ["👍", "👎"]


async def test_other_answers_come_in_words(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "who missed in the 87th minute?")
        await api.say(11, "who was the referee?")
        await api.until(lambda: len(api.sent(11)) == 2)
    assert api.photos(11) == []
    for call in api.sent(11):
        assert not [b for b in call.buttons if b["callback_data"].startswith("p:")]


async def test_timeline_card_and_comparison_are_a_button_away(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "com'è andata la partita del dicembre 2025?")
        await api.until(lambda: api.photos(11))
        card = api.photos(11)[0]
        await api.press(card, button(card, "timeline", "it"))
        await api.until(lambda: len(api.photos(11)) == 2)
        timeline = api.photos(11)[1]
        await api.press(timeline, button(timeline, "compare", "it"))
        await api.until(lambda: len(api.photos(11)) == 3)
        await api.press(timeline, button(timeline, "match", "it"))
        await api.until(lambda: len(api.photos(11)) == 4)
    _, timeline, both, again = api.photos(11)
    assert "87’" in timeline.caption
    assert "28 dicembre 2025" in both.caption
    assert "4 novembre 2023" in both.caption
    assert both.caption.count("Fonte:") == timeline.caption.count("Fonte:") == 1
    assert "Lautaro Martínez" in again.caption
    assert len({call.upload for call in (timeline, both)}) == 2
    assert len(api.of("answerCallbackQuery")) == 3


async def test_compare_asks_which_match_where_the_clubs_did_not_meet_again(
    api: StandIn, running: Running
) -> None:
    async with running():
        await api.say(11, "/matches")
        await api.until(lambda: api.sent(11))
        await api.press(api.sent(11)[0], f"m:{match_digest(PSG)}")
        await api.until(lambda: api.photos(11))
        await api.press(api.photos(11)[0], button(api.photos(11)[0], "compare"))
        await api.until(lambda: len(api.sent(11)) == 2)
        choice = api.sent(11)[1]
        assert len(choice.buttons) == len(api.sent(11)[0].buttons) - 1
        await api.press(choice, choice.buttons[0]["callback_data"])
        await api.until(lambda: len(api.photos(11)) == 2)
    assert api.photos(11)[1].caption.count("\n\n") == 2


@pytest.mark.parametrize(
    ("question", "key", "told"),
    [
        ("list atalanta's league finishes under gasperini, season by season", "finishes", "13"),
        ("sum up gasp's cup campaign in the 2024 europa league", "run", "Leverkusen"),
    ],
)
async def test_finishes_and_cup_runs_are_offered_and_sent_when_asked_for(
    api: StandIn, running: Running, question: str, key: str, told: str
) -> None:
    async with running():
        await api.say(11, question)
        await api.until(lambda: api.sent(11))
        assert api.photos(11) == []
        await api.press(api.sent(11)[0], button(api.sent(11)[0], key))
        await api.until(lambda: api.photos(11))
    assert told in api.photos(11)[0].caption
    assert "Source:" in api.photos(11)[0].caption


async def test_telegram_gets_a_picture_once_across_chats_and_restarts(api: StandIn, running: Running) -> None:
    async with running() as service:
        await api.say(11, SUMMARY)
        await api.until(lambda: api.photos(11))
        await service.queues.empty()
    async with running() as service:
        await api.say(12, SUMMARY)
        await api.say(11, "com'è andata la partita del dicembre 2025?")
        await api.until(lambda: api.photos(12) and len(api.photos(11)) == 2)
        assert service.services.pictures.drawn == 1
    first, italian = api.photos(11)
    assert first.upload is not None
    assert api.photos(12)[0].params["photo"].startswith("photo-")
    assert italian.upload is not None


async def test_an_id_that_telegram_forgot_is_replaced(api: StandIn, running: Running) -> None:
    async with running() as service:
        await api.say(11, SUMMARY)
        await api.until(lambda: api.photos(11))
        await service.queues.empty()
        api.fault = lambda method, params: (
            Fault(400, description="Bad Request: wrong file identifier/HTTP URL specified")
            if str(params.get("photo", "")).startswith("photo-")
            else None
        )
        await api.say(11, SUMMARY)
        await api.until(lambda: len(api.photos(11)) == 2)
        await service.queues.empty()
        ids = [row["file_id"] for row in service.store.db.query("SELECT file_id FROM photos")]
    assert api.photos(11)[1].upload is not None
    assert len(ids) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(400, description="Bad Request: not enough rights to send photos to the chat"),
        Fault(400, description="Bad Request: IMAGE_PROCESS_FAILED"),
        Fault(413, description="Request Entity Too Large"),
    ],
    ids=["no-right", "bad-picture", "too-large"],
)
async def test_a_picture_that_is_refused_leaves_its_words(
    api: StandIn, running: Running, fault: Fault
) -> None:
    api.fault = lambda method, params: fault if method == "sendPhoto" else None
    async with running() as service:
        service.limiter.backoff = ()
        await api.say(GROUP, f"/ask {SUMMARY}", user=11)
        await api.until(lambda: api.sent(GROUP))
        assert service.store.chats.is_active(GROUP)
    assert "Inter beat Atalanta 1-0" in api.sent(GROUP)[0].text
    assert api.sent(GROUP)[0].buttons


async def test_a_picture_that_cannot_be_drawn_leaves_its_words(
    api: StandIn, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> bytes:
        raise OSError("no font")

    async with running() as service:
        monkeypatch.setattr(service.services.pictures, "get", fail)
        await api.say(11, SUMMARY)
        await api.until(lambda: api.sent(11))
    assert "Inter beat Atalanta 1-0" in api.sent(11)[0].text
    assert api.of("sendPhoto") == []


async def test_a_chat_that_is_gone_gets_neither(api: StandIn, running: Running) -> None:
    api.fault = lambda method, params: (
        Fault(403, description="Forbidden: bot was blocked by the user") if method == "sendPhoto" else None
    )
    async with running() as service:
        await api.say(11, SUMMARY)
        await api.until(lambda: [c for c in api.calls if c.method == "sendPhoto"])
        await service.queues.empty()
        assert not service.store.chats.is_active(11)
    assert api.sent(11) == []


async def test_in_a_group_a_card_replies_to_the_question_in_its_topic(api: StandIn, running: Running) -> None:
    async with running():
        asked = await api.say(GROUP, f"/ask {SUMMARY}", user=11, is_topic_message=True, message_thread_id=7)
        await api.until(lambda: api.photos(GROUP))
    (card,) = api.photos(GROUP)
    assert card.params["message_thread_id"] == "7"
    assert str(asked) in card.params["reply_parameters"]


async def test_an_edited_question_takes_the_card_back(api: StandIn, running: Running) -> None:
    async with running() as service:
        number = await api.say(11, SUMMARY)
        await api.until(lambda: api.photos(11))
        await service.queues.empty()
        changed = api.message(11, "who missed in the 87th minute?") | {"message_id": number, "edit_date": 9}
        await api.push(edited_message=changed)
        await api.until(lambda: api.of("deleteMessage"))
        await service.queues.empty()
        kept = list(service.store.db.query("SELECT pictured, edited FROM answers"))
    assert "Samardzic" in api.sent(11)[0].text
    assert len(api.sent(11)) == 1
    assert api.of("editMessageText") == []
    assert kept == [{"pictured": 0, "edited": 1}]


def test_every_picture_and_every_pair_fits_callback_data(knowledge: Knowledge) -> None:
    names = [*knowledge.pictures.names, f"compare:{NOVEMBER},{DECEMBER}"]
    for name in names:
        for row in beside(TEXTS, knowledge, Answer("answer", "", "en", picture=name)):
            for shown in row:
                data = str(shown.callback_data)
                assert len(data.encode()) <= 64
                if data.startswith("p:x:"):
                    continue
                found = find_picture(knowledge, data, "en")
                assert found is not None
                assert found == name or found.partition(":")[2] == name.partition(":")[2]


def test_buttons_lead_only_to_what_there_is(knowledge: Knowledge) -> None:
    assert [b.text for b in under(TEXTS, knowledge, f"match:{PSG}", "en")[0]] == [
        TEXTS.plain("en", "pictures.compare")
    ]
    assert beside(TEXTS, knowledge, Answer("answer", "", "en")) == []
    assert under(TEXTS, knowledge, "finishes:gasperini", "en") == []
    assert rematch(knowledge, DECEMBER, "en") == NOVEMBER
    assert rematch(knowledge, FINAL, "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_captions_fit_under_a_photo_with_their_source(knowledge: Knowledge, language: Any) -> None:
    from bot.pictures import caption, picture_of, shortened

    for name in (*knowledge.pictures.names, f"compare:{NOVEMBER},{DECEMBER}"):
        picture = picture_of(knowledge.details, name, language)
        assert picture is not None
        source = knowledge.source_line(name, language)
        assert units(shortened(caption(picture), 1024 - units(source) - 2)) + units(source) + 2 <= 1024


def test_ids_of_pictures_hold_for_one_bot_and_for_a_while(tmp_path: Path) -> None:
    now = 1000.0
    store = Store(tmp_path / "state.sqlite", clock=lambda: now)
    store.photos.keep("key", 1, "one")
    store.photos.keep("key", 1, "two")
    assert store.photos.file_id("key", 1) == "two"
    assert store.photos.file_id("key", 2) is None
    now = 1000.0 + 400 * 86_400
    store.purge()
    assert store.photos.file_id("key", 1) is None
    store.close()


@pytest.fixture
def knowledge(shared_facts: Any) -> Knowledge:
    return shared_facts.current  # type: ignore[no-any-return]
