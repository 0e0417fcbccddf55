// The message field: writing, replying, editing, attaching, and whom one writes as.

import { $, el, icon, avatar, bytes } from "./dom.js";
import { t } from "./words.js";
import { state, person, chat, chatId, look } from "./store.js";
import { act, sendFile } from "./server.js";
import { complain, menu } from "./notices.js";
import { summary } from "./bubble.js";
import * as popup from "./popup.js";

const LONGEST = 4096;
const drafts = new Map(); // chat id and person -> text
let reply = null;
let editing = null;
let file = null;
let shown = "";

export function setUp(redraw) {
  $("attach").append(icon("attach"));
  $("commands").append(el("span", { "aria-hidden": "true" }, "/"));
  $("send").append(icon("send"));
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  $("text").addEventListener("keydown", onKey);
  $("text").addEventListener("input", () => { grow(); popup.update(on); });
  $("text").addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== $("text")) popup.close(); }, 200));
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => { attach($("file").files[0]); $("file").value = ""; });
  $("commands").addEventListener("click", () => { if ($("text").value) return $("text").focus(); return fill("/"); });
  $("text").addEventListener("paste", (event) => { if (event.clipboardData.files[0]) { event.preventDefault(); attach(event.clipboardData.files[0]); } });
  $("chat").addEventListener("dragover", (event) => event.preventDefault());
  $("chat").addEventListener("drop", (event) => { event.preventDefault(); attach(event.dataTransfer.files[0]); });
  $("as").addEventListener("click", () => menu($("as"), state.people.map((each, n) => [
    avatar(each.first_name, each.id, "small"), each.first_name, () => { look({ who: n }); redraw(); }, n === state.who,
  ])));
}

const on = {
  fill, send,
  complete(text) {
    const field = $("text");
    const rest = field.value.slice(field.selectionStart);
    fill(text + rest);
    field.setSelectionRange(text.length, text.length);
  },
  chosen() { fill(""); cancel(); },
};

function onKey(event) {
  if (event.isComposing) return;
  if (popup.key(event)) return event.preventDefault();
  if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); return submit(); }
  if (event.key === "Escape" && (reply || editing || file)) { event.preventDefault(); return cancel(); }
  if (event.key === "ArrowUp" && !$("text").value) {
    const last = [...chat().messages.values()].filter((each) => each.from.id === person().id && each.text && !each.via_bot).at(-1);
    if (last) { event.preventDefault(); startEdit(last); }
  }
  return undefined;
}

function grow() {
  const field = $("text");
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 180)}px`;
  $("composer").classList.toggle("ready", Boolean(field.value.trim() || file));
}

export function fill(text) {
  const field = $("text");
  field.value = text;
  field.focus();
  grow();
  popup.update(on);
}

export const startReply = (message) => { cancel(); reply = message; strip(); $("text").focus(); };
export const startEdit = (message) => { cancel(); editing = message; strip(); fill(message.text); };

function attach(chosen) {
  if (!chosen) return;
  editing = null;
  file = chosen;
  strip();
  grow();
  $("text").focus();
}

function cancel() {
  if (editing) $("text").value = "";
  reply = editing = file = null;
  strip();
  grow();
}

function strip() {
  const lines = [];
  if (editing) lines.push([icon("pencil"), t("composer.editing"), summary(editing)]);
  if (reply) lines.push([icon("reply"), t("composer.replying", { name: reply.from.first_name }), summary(reply)]);
  if (file) lines.push([icon("file"), file.name, bytes(file.size)]);
  $("strip").hidden = !lines.length;
  $("strip").replaceChildren(...lines.map(([mark, title, detail]) => el("div", {}, mark, el("span", {}, el("strong", {}, title), el("small", {}, detail)),
    el("button", { type: "button", class: "icon", "aria-label": t("composer.close"), onclick: () => { cancel(); $("text").focus(); } }, icon("close")))));
}

// Send a text at once, as a tap on a suggestion or a command does.
export async function send(text) {
  $("text").value = "";
  popup.close();
  grow();
  await act("write", { chat: chatId(), text }).catch(complain);
}

async function submit() {
  const text = $("text").value.trim();
  if (text.length > LONGEST) return complain(new Error(t("composer.too_long", { count: text.length - LONGEST })));
  if (!text && !file) return $("text").focus();
  const place = { chat: chatId(), reply: reply?.message_id };
  const kept = { file, editing, text };
  $("text").value = "";
  cancel();
  popup.close();
  try {
    if (kept.file) await sendFile(kept.file, { ...place, caption: kept.text });
    else if (kept.editing) await act("edit", { ...place, message: kept.editing.message_id, text: kept.text });
    else await act("write", { ...place, text: kept.text });
  } catch (error) {
    $("text").value = kept.text;
    grow();
    complain(error);
  }
  return undefined;
}

export function menusChanged() {
  show();
  popup.menusChanged(on);
}

// The chat or the person changed: keep what was typed for when one comes back.
export function show() {
  const key = `${state.place}:${state.who}`;
  if (key !== shown) {
    drafts.set(shown, $("text").value);
    cancel();
    $("text").value = drafts.get(key) ?? "";
    shown = key;
    popup.close();
  }
  strip();
  grow();
  $("commands").hidden = !popup.hasCommands();
  $("as").replaceChildren(avatar(person().first_name, person().id, "small"));
  $("as").setAttribute("aria-label", `${t("page.write_as")}: ${person().first_name}`);
  keyboard();
}

function keyboard() {
  const markup = chat().keyboard;
  $("keyboard").hidden = !markup;
  $("keyboard").replaceChildren(...(markup?.keyboard ?? []).map((row) => el("div", {}, row.map((each) => {
    const words = typeof each === "string" ? each : each.text;
    return el("button", { type: "button", class: "key", onclick: () => send(words) }, words);
  }))));
}
