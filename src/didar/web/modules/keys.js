// Keys of every page. Letters go by their place on the keyboard, so that they work under a Persian layout as well.
const ROWS = "[data-row]";

export function startKeys(document) {
  document.addEventListener("keydown", key);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-keys]") && !event.ctrlKey && !event.metaKey && !event.shiftKey) help(event);
  });
}

function writing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (writing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "?" || event.key === "؟") return help(event);
  if (event.key === "/") return reach(event, document.querySelector("[data-search]"));
  if (event.shiftKey) return;
  if (judge(event)) return;
  const act = {
    KeyJ: () => step(event, 1), KeyK: () => step(event, -1), KeyT: () => push(event, "[data-theme-switch]"), KeyC: () => push(event, "a[data-calendar]"),
  }[event.code];
  act?.();
}

function reach(event, field) {
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select?.();
}

function push(event, selector) {
  const button = document.querySelector(selector);
  if (!button) return;
  event.preventDefault();
  button.click();
}

function help(event) {
  const dialog = document.querySelector("dialog[data-help]");
  if (!dialog) return;
  event.preventDefault();
  dialog.showModal();
}

// The next or the previous row: its link is given the keyboard, so that Enter opens it.
function step(event, by) {
  const rows = [...document.querySelectorAll(ROWS)];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  event.preventDefault();
  const link = row.querySelector("[data-open]") ?? row.querySelector("a[href], button") ?? row;
  link.focus();
  row.scrollIntoView({ block: "nearest" });
}

// A judgement by its key, or leaving it for later.
function judge(event) {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase();
  const button = letter && document.querySelector(`main [data-key="${letter}"]:not([disabled])`);
  if (!button) return false;
  event.preventDefault();
  button.click();
  return true;
}
