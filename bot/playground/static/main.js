// The page: draws what store.js knows, and redraws what an event changes.

import { $, el, icon, avatar, crest } from "./dom.js";
import { day, language, loadWords, t, translatePage } from "./words.js";
import { state, take, look, chat, chatId, isBot } from "./store.js";
import { act, listen } from "./server.js";
import { answered, bubble } from "./bubble.js";
import { tickAll } from "./poll.js";
import * as composer from "./composer.js";
import * as popup from "./popup.js";
import * as sidebar from "./sidebar.js";
import { welcome } from "./welcome.js";

let fresh = 0; // messages that came while one looked further up

const on = {
  reply: composer.startReply,
  edit: composer.startEdit,
  fill: composer.fill,
  command: (words) => composer.send(words),
  mention: (words) => composer.fill(`${words} `),
  link: openLink,
};

// A link to the bot itself stays in the page: t.me/<bot>?start=x is /start x in the private chat.
function openLink(url, event) {
  const found = new URL(url);
  if (found.hostname !== "t.me" || found.pathname.slice(1).toLowerCase() !== state.bot.username) return;
  event.preventDefault();
  open("private");
  composer.send(`/start ${found.searchParams.get("start") ?? ""}`.trim());
}

function open(place) {
  look({ place });
  $("app").classList.add("in-chat");
  redraw();
  $("text").focus();
}

function redraw() {
  if (!state.bot) return;
  translatePage();
  sidebar.show(open, redraw);
  drawHead();
  drawMessages();
  composer.show();
}

function drawHead() {
  const place = chat();
  const group = place.type !== "private";
  $("chat-avatar").replaceWith(Object.assign(group ? avatar(place.title, 4) : crest(40), { id: "chat-avatar" }));
  $("chat-title").textContent = group ? place.title : state.bot.first_name;
  const action = place.typing && place.typing.until > Date.now() ? t(`status.${place.typing.action}`) : null;
  const calm = group ? t("page.group_members", { count: place.members.length }) : t(`status.${state.status === "stopped" ? "running" : state.status}`);
  $("chat-status").textContent = action ? `${group ? `${state.bot.first_name} ` : ""}${action}` : calm;
  $("chat-status").classList.toggle("active", Boolean(action));
  $("typing").hidden = !action;
  const trouble = !state.connected ? t("page.connection_lost") : state.status === "stopped" ? t("status.stopped") : "";
  if ($("banner").textContent !== trouble) $("banner").textContent = trouble;
  $("banner").hidden = !trouble;
  $("chat").classList.toggle("private", !group);
  $("log").setAttribute("aria-label", t("page.messages_in", { chat: $("chat-title").textContent }));
}

function drawMessages() {
  $("log").setAttribute("aria-live", "off"); // a redrawn chat is not news
  $("messages").replaceChildren();
  for (const message of chat().messages.values()) append(message);
  drawWelcome();
  toEnd();
  requestAnimationFrame(() => $("log").setAttribute("aria-live", "polite"));
}

function drawWelcome() {
  $("welcome").replaceChildren(...[welcome()].filter(Boolean));
}

function append(message) {
  const list = $("messages");
  const before = list.lastElementChild;
  const today = new Date(message.date * 1000).toDateString();
  if (list.dataset.day !== today || !before) {
    list.append(el("li", { class: "service" }, el("span", {}, day(message.date))));
    list.dataset.day = today;
  }
  const node = bubble(message, chat(), on);
  if (before?.dataset.from && before.dataset.from === node.dataset.from && list.lastElementChild === before) node.classList.add("next");
  list.append(node);
}

function replace(message) {
  const old = $(`m${message.message_id}`);
  if (!old) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const node = bubble(message, chat(), on);
  node.classList.add("still"); // a vote or an edit is no new message
  if (old.classList.contains("next")) node.classList.add("next");
  old.replaceWith(node);
  if (focused) (node.querySelector(`[data-key="${focused}"]`) ?? node.querySelector(".more"))?.focus();
}

const nearEnd = () => $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight < 120;

function toEnd() {
  fresh = 0;
  $("scroll").scrollTop = $("scroll").scrollHeight;
  $("down").hidden = true;
}

function onMessage(event) {
  if (event.chat !== chatId()) return;
  const stay = nearEnd();
  if ($(`m${event.message.message_id}`)) replace(event.message);
  else {
    $("welcome").replaceChildren();
    append(event.message);
    if (!stay && isBot(event.message.from)) fresh += 1;
  }
  if (stay || event.message.from.id === state.people[state.who].id) toEnd();
  else if (fresh) $("down").hidden = false;
}

const draw = {
  snapshot: () => { redraw(); enter(); },
  message: (event) => { onMessage(event); sidebar.show(open, redraw); },
  gone: (event) => { if (event.chat === chatId()) { event.messages.forEach((id) => $(`m${id}`)?.remove()); drawWelcome(); } },
  poll: (event) => onMessageOf(event, event.message),
  reactions: (event) => onMessageOf(event, event.message),
  typing: (event) => { if (event.chat === chatId()) { const stay = nearEnd(); drawHead(); if (stay) toEnd(); } },
  keyboard: () => composer.show(),
  tapped: answered,
  inline: popup.inlineResults,
  menus: composer.menusChanged,
  status: drawHead,
};

function onMessageOf(event, id) {
  if (event.chat !== chatId()) return;
  const stay = nearEnd();
  const message = chat().messages.get(id);
  if (message) replace(message);
  if (stay) toEnd();
}

const enter = () => act("enter", { language: language() }).catch(() => {});

async function begin() {
  await loadWords();
  translatePage();
  $("back").append(icon("back"));
  $("down").append(icon("down"));
  $("back").addEventListener("click", () => { $("app").classList.remove("in-chat"); $("chats").firstElementChild?.focus(); });
  $("down").addEventListener("click", () => { toEnd(); $("text").focus(); });
  $("scroll").addEventListener("scroll", () => { if (nearEnd()) { fresh = 0; $("down").hidden = true; } else $("down").hidden = false; });
  $("app").classList.add("in-chat");
  composer.setUp(redraw);
  sidebar.setUp(redraw);
  listen((event) => { take(event); (draw[event.kind] ?? redraw)(event); }, (connected) => { state.connected = connected; if (state.bot) drawHead(); });
  setInterval(() => { tickAll(); if (state.bot && !$("typing").hidden) drawHead(); }, 250);
}

begin();
