// What an empty chat shows: what the bot does, and things to tap.

import { el, avatar, crest } from "./dom.js";
import { t, language } from "./words.js";
import { state, chat } from "./store.js";
import { send } from "./composer.js";
import { act } from "./server.js";
import { complain } from "./notices.js";

export function welcome() {
  const place = chat();
  const absent = place.type !== "private" && !place.members.includes(state.bot.id);
  if (absent) return el("div", { class: "welcome" }, chip(t("welcome.bring_back"), () => act("invite", { chat: place.id }).catch(complain), "main"));
  if (place.messages.size) return null;
  return place.type === "private" ? privateWelcome() : groupWelcome(place);
}

const chip = (words, deed, style = "") => el("button", { type: "button", class: `chip ${style}`, onclick: deed }, words);

function privateWelcome() {
  const text = state.texts[language()]?.description || t("welcome.private_text");
  return el("section", { class: "welcome" }, crest(72), el("h2", {}, t("welcome.private_title")), el("p", {}, text),
    el("h3", {}, t("welcome.private_try")),
    el("div", { class: "chips" }, t("questions.private").map((each) => chip(each, () => send(each)))),
    chip(t("welcome.start"), () => send("/start"), "main"));
}

function groupWelcome(place) {
  const questions = t("questions.group").map((each) => each.replace("{bot}", state.bot.username));
  return el("section", { class: "welcome" }, avatar(place.title, 4, "huge"), el("h2", {}, t("welcome.group_title")), el("p", {}, t("welcome.group_text")),
    el("h3", {}, t("welcome.group_try")),
    el("div", { class: "chips" }, questions.map((each) => chip(each, () => send(each)))),
    chip(t("welcome.quiz"), () => send("/trivia"), "main"));
}
