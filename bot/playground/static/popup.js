// The list above the message field: commands, people to mention, results of the bot's inline mode.

import { $, el, avatar, crest } from "./dom.js";
import { t, language } from "./words.js";
import { state, person, chatId, chat } from "./store.js";
import { act } from "./server.js";
import { complain } from "./notices.js";

const PAUSE = 250; // milliseconds of no typing before the bot is asked

let entries = []; // {node, choose}
let at = -1;
let asked = null; // the id of the inline query whose results are awaited or shown
let timer = 0;

export const isOpen = () => !$("popup").hidden;

export function close() {
  clearTimeout(timer);
  asked = null;
  show([], "");
}

function show(list, label, hint = null) {
  entries = list;
  at = list.length ? 0 : -1;
  const popup = $("popup");
  popup.replaceChildren(...(hint ? [el("li", { class: "hint", role: "presentation" }, hint)] : []), ...list.map((each) => each.node));
  popup.hidden = !list.length && !hint;
  popup.setAttribute("aria-label", label);
  point();
}

function point() {
  entries.forEach((each, n) => each.node.setAttribute("aria-selected", String(n === at)));
  if (at >= 0) {
    entries[at].node.scrollIntoView({ block: "nearest" });
    $("text").setAttribute("aria-activedescendant", entries[at].node.id);
  } else $("text").removeAttribute("aria-activedescendant");
}

function entry(n, choose, picture, title, detail) {
  const node = el("li", { role: "option", id: `option-${n}`, "aria-selected": "false" }, picture, el("span", {}, el("strong", {}, title), detail ? el("small", {}, detail) : null));
  node.addEventListener("pointerdown", (event) => event.preventDefault());
  node.addEventListener("click", choose);
  return { node, choose };
}

// Keys that the list takes while it is open; true where it took one.
export function key(event) {
  if (!isOpen()) return false;
  if (event.key === "Escape") return close(), true;
  if (!entries.length) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    at = (at + step + entries.length) % entries.length;
    return point(), true;
  }
  if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") return entries[at].choose(), true;
  return false;
}

// Look at what is being typed and offer what fits. `on` has fill(text), send(text), chosen().
export function update(on) {
  const field = $("text");
  const before = field.value.slice(0, field.selectionStart);
  const inline = field.value.match(new RegExp(`^@${state.bot.username}\\s([^]*)`, "i"));
  if (inline) return inlineMode(inline[1], on);
  clearTimeout(timer);
  asked = null;
  const command = before.match(/^\/(\w*)$/);
  if (command) return commands(command[1], on);
  const mention = before.match(/(?:^|\s)@(\w*)$/);
  if (mention) return mentions(mention[1], before, on);
  return show([], "");
}

// The bot has changed its commands: offer them to who has typed "/" already.
export function menusChanged(on) {
  const command = document.activeElement === $("text") && $("text").value.match(/^\/(\w*)$/);
  if (command && JSON.stringify(offered(command[1])) !== shownMenu) commands(command[1], on);
}

let shownMenu = ""; // a list that stays the same is not drawn again under the pointer

function offered(typed) {
  const menu = state.menus[`${chatId()}:${person().id}:${language()}`] ?? [];
  return menu.filter((each) => each.command.startsWith(typed.toLowerCase()));
}

function commands(typed, on) {
  const list = offered(typed);
  shownMenu = JSON.stringify(list);
  show(list.map((each, n) => entry(n, () => on.send(`/${each.command}`), crest(28), `/${each.command}`, each.description)), t("composer.commands_list"));
}

export const hasCommands = () => (state.menus[`${chatId()}:${person().id}:${language()}`] ?? []).length > 0;

function mentions(typed, before, on) {
  const members = [...state.people.filter((each) => each.id !== person().id && chat().members.includes(each.id)), state.bot];
  const fits = (user) => `${user.username} ${user.first_name}`.toLowerCase().split(" ").some((word) => word.startsWith(typed.toLowerCase()));
  const list = members.reverse().filter(fits);
  show(list.map((user, n) => entry(n, () => on.complete(before.replace(/@\w*$/, `@${user.username} `)),
    user === state.bot ? crest(28) : avatar(user.first_name, user.id, "small"), user.first_name, `@${user.username}`)), t("composer.mentions_list"));
}

function inlineMode(words, on) {
  clearTimeout(timer);
  if (!asked) show([], t("composer.inline_list"), t("composer.inline_hint"));
  timer = setTimeout(async () => {
    try {
      asked = (await act("inline", { chat: chatId(), text: words })).query;
      results = (event) => showResults(event, on);
      if (early?.query === asked) results(early);
    } catch (error) {
      complain(error);
    }
  }, PAUSE);
}

let results = () => {};
let early = null; // results may be here before the answer that names their query

export function inlineResults(event) {
  early = event;
  if (event.query === asked) results(event);
}

function showResults(event, on) {
  const list = event.results.map((each, n) => entry(n, () => {
    act("choose", { chat: chatId(), query: event.query, result: each.id }).catch(complain);
    on.chosen();
  }, crest(28), each.title ?? t("message.photo"), each.description));
  show(list, t("composer.inline_list"), list.length ? null : t("composer.inline_none"));
}
