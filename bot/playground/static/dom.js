// Small tools for building elements. Texts always become text nodes: nothing here parses HTML.

const SVG = "http://www.w3.org/2000/svg";

// el("button", {class: "x", onclick: f, "aria-label": "y", hidden: true}, "text", node, [nodes], null)
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

export const $ = (id) => document.getElementById(id);

const ICONS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 20l17-8L4 4v6l11 2-11 2z",
  attach: "M20 11.500l-8.200 8.200a5 5 0 0 1-7.100-7.100l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400l7.800-7.800",
  slash: "M15.500 4l-7 16M4.500 4h15a0 0 0 0 1 0 0v16h-15z",
  down: "M5 9l7 7 7-7",
  more: "M6 12h.010M12 12h.010M18 12h.010",
  close: "M6 6l12 12M18 6L6 18",
  file: "M14 3H6v18h12V7zM14 3v4h4",
  reply: "M10 6l-6 6 6 6M4 12h9a7 7 0 0 1 7 7",
  bulb: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900V15h7v-1.100A6 6 0 0 0 12 3z",
  pencil: "M4 20l1-4L16 5l3 3L8 19z",
  check: "M5 13l4.500 4.500L19 7",
  hat: "M7 16V6h10v10M3.500 16.500c5 2 12 2 17 0M7 12.500h10",
  out: "M8 16L17 7M9 7h8v8",
  clip: "M8 8h11v12H8zM5 16V4h11",
};

export function icon(name) {
  const filled = name === "send";
  return svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: `ico ${filled ? "solid" : ""}` }, svg("path", { d: ICONS[name] }));
}

// A person's or chat's round picture: the first letter on a colour of its own.
export function avatar(name, id, extra = "") {
  const letter = [...name.trim()][0]?.toUpperCase() ?? "?";
  return el("span", { class: `avatar hue${Math.abs(id) % 6} ${extra}`, "aria-hidden": "true" }, letter);
}

export function crest(size) {
  return el("img", { src: "crest.svg", alt: "", width: size, height: size, class: "avatar crest" });
}

export function bytes(count) {
  if (count < 1024) return `${count} B`;
  return count < 1024 * 1024 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
}
