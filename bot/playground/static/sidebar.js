// The left side: the two chats, the people to write as, the language, starting over.

import { $, el, icon, avatar, crest } from "./dom.js";
import { t, time, setLanguage } from "./words.js";
import { state, person, look } from "./store.js";
import { act } from "./server.js";
import { ask, complain } from "./notices.js";
import { summary } from "./bubble.js";

export function setUp(redraw) {
  $("start-over").addEventListener("click", async () => {
    if (await ask(t("page.start_over_ask"), { yes: t("page.start_over_yes") })) act("start_over").catch(complain);
  });
  $("restart").addEventListener("click", () => act("restart_bot").catch(complain));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      setLanguage(button.dataset.language);
      act("enter", { language: button.dataset.language }).catch(complain);
      redraw();
    });
  }
}

export function show(open, redraw) {
  const focused = document.activeElement?.dataset?.key;
  $("chats").replaceChildren(...["private", "group"].map((place) => chatRow(place, open)));
  $("people").replaceChildren(...state.people.map((each, n) => personRow(each, n, redraw)));
  const elsewhere = [...state.chats.values()].some((each) => each.unread && (each.id === person().id || each.id === state.group));
  $("back").classList.toggle("news", elsewhere);
  $("back").setAttribute("aria-label", t(elsewhere ? "page.back_unread" : "page.back"));
  if (focused) document.querySelector(`.side [data-key="${focused}"]`)?.focus();
}

function chatRow(place, open) {
  const chat = state.chats.get(place === "group" ? state.group : person().id);
  const last = [...chat.messages.values()].at(-1);
  const name = place === "group" ? chat.title : state.bot.first_name;
  const preview = last ? `${place === "group" ? `${last.from.first_name}: ` : ""}${summary(last)}` : t("page.no_messages");
  return el("button", { type: "button", class: "chat-row", "data-key": place, "aria-current": state.place === place ? "page" : null, onclick: () => open(place) },
    place === "group" ? avatar(name, 4, "big") : crest(48),
    el("span", { class: "chat-line" }, el("strong", {}, name), last ? el("time", {}, time(last.date)) : null),
    el("span", { class: "chat-line" }, el("span", { class: "preview" }, preview.slice(0, 120)), chat.unread ? el("span", { class: "unread" }, chat.unread) : null));
}

function personRow(each, n, redraw) {
  const mine = n === state.who;
  const admin = each.id === state.administrator;
  const rename = async () => {
    const name = await ask(t("page.rename_prompt", { name: each.first_name }), { yes: t("page.save"), input: each.first_name });
    if (name?.trim()) act("rename", { person: each.id, name }).catch(complain);
  };
  return el("div", { class: `person ${mine ? "mine" : ""}` },
    el("button", { type: "button", class: "person-name", "data-key": `person-${n}`, "aria-pressed": String(mine), title: admin ? t("page.hat_hint", { name: each.first_name }) : null, onclick: () => { look({ who: n }); redraw(); } },
      avatar(each.first_name, each.id), el("span", {}, el("strong", {}, each.first_name), el("small", {}, admin ? t("page.administrator") : `@${each.username}`)),
      admin ? el("span", { class: "hat", "aria-hidden": "true" }, icon("hat")) : null),
    mine ? el("button", { type: "button", class: "icon", "aria-label": t("page.rename"), title: t("page.rename"), onclick: rename }, icon("pencil")) : null);
}
