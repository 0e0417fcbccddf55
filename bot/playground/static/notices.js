// Toasts, and questions in a dialog.

import { $, el } from "./dom.js";
import { t } from "./words.js";

export function toast(text) {
  const node = el("p", { class: "toast" }, text);
  $("toasts").append(node);
  setTimeout(() => node.remove(), 4000);
}

export const complain = (error) => toast(t("composer.not_sent", { reason: error.message.replace(/^Bad Request: /, "") }));

// Ask in a dialog; resolve to the words of the input, to true, or to null where it was cancelled.
export function ask(text, { yes = t("page.ok"), no = t("page.cancel"), input = null } = {}) {
  const dialog = $("dialog");
  $("dialog-text").textContent = text;
  $("dialog-yes").textContent = yes;
  $("dialog-no").textContent = no ?? "";
  $("dialog-no").hidden = no === null;
  $("dialog-input").hidden = input === null;
  $("dialog-input").value = input ?? "";
  dialog.returnValue = "";
  dialog.showModal();
  (input === null ? $("dialog-yes") : $("dialog-input")).focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "yes") resolve(null);
      else resolve(input === null ? true : $("dialog-input").value);
    }, { once: true });
  });
}

// A menu at a button: entries are [icon node or null, words, deed, checked?].
export function menu(button, entries) {
  document.querySelector(".menu")?.remove();
  const close = (focus) => { node.remove(); removeEventListener("pointerdown", outside, true); if (focus) button.focus(); };
  const outside = (event) => { if (!node.contains(event.target)) close(false); };
  const node = el("div", { class: "menu", role: "menu" }, entries.map(([mark, words, deed, checked]) => el("button", {
    type: "button", role: checked === undefined ? "menuitem" : "menuitemradio", "aria-checked": checked === undefined ? null : String(checked),
    onclick: () => { close(true); deed(); },
  }, mark, el("span", {}, words))));
  const items = [...node.children];
  node.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else if (event.key === "Escape" || event.key === "Tab") close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  $("chat").append(node);
  place(node, button);
  addEventListener("pointerdown", outside, true);
  items[0].focus();
}

function place(node, button) {
  const at = button.getBoundingClientRect();
  const { width, height } = node.getBoundingClientRect();
  const above = at.bottom + height + 8 > innerHeight;
  node.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  node.style.top = `${Math.max(8, above ? at.top - height - 4 : at.bottom + 4)}px`;
}
