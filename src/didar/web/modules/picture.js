// The timeline: zoom and pan by wheel, drag, keys and buttons. The address holds the state; the server draws.
import { announce } from "./announce.js";
import { swapTo } from "./swap.js";
import { panned, toDay, toIso, zoomed } from "./window.js";

const SETTLE = 160; // ms of rest before the server is asked
const NEAR = 40; // px: a picture that is so much narrower than its place is asked for again
const LEAST_ROOM = 280; // px: the server draws none that is narrower
const DRAGGED = 6; // px before a press is a drag
let wanted = null; // the window that is being asked for, until it is shown
let timer = 0;
let fitted = 0; // the width that was asked for last

export function startPicture(document) {
  document.addEventListener("wheel", wheel, { passive: false });
  document.addEventListener("keydown", key);
  document.addEventListener("click", press);
  document.addEventListener("pointerdown", grab);
  document.addEventListener("dragstart", (event) => event.target.closest?.("[data-picture]") && event.preventDefault());
  addEventListener("popstate", back);
  addEventListener("resize", () => settle(fit));
  document.addEventListener("didar:changed", fit);
  fit();
}

function picture() {
  return document.querySelector("[data-picture]");
}

function drawn() {
  return picture()?.querySelector("svg[data-first]") ?? null;
}

function shown() {
  const svg = drawn();
  return svg && { first: toDay(svg.dataset.first), last: toDay(svg.dataset.last) };
}

function mirrored() {
  return drawn()?.getAttribute("direction") === "rtl";
}

function settle(what) {
  clearTimeout(timer);
  timer = setTimeout(what, SETTLE);
}

// Shows other days: at once as a stretched picture, then as drawn by the server.
function go(days, { soon = false } = {}) {
  wanted = days;
  preview(days);
  if (soon) ask();
  else settle(ask);
}

async function ask() {
  const days = wanted;
  if (!days) return;
  const address = new URL(location.href);
  address.searchParams.set("since", toIso(days.first));
  address.searchParams.set("until", toIso(days.last));
  address.searchParams.delete("after");
  await show(address, true);
}

// Another address of this page, which becomes the one in the address bar.
async function show(address, push) {
  picture()?.classList.add("busy");
  const asked = new URL(address);
  asked.searchParams.set("width", String(room()));
  const came = await swapTo(asked.href);
  picture()?.classList.remove("busy");
  if (!came) return;
  wanted = null;
  if (push) history.pushState({ didar: true }, "", address);
  announce(drawn()?.getAttribute("aria-label") ?? "");
}

// The way back through the addresses that were shown without loading a page; htmx sees to its own.
function back(event) {
  if (event.state?.htmx || !drawn()) return;
  wanted = null;
  show(new URL(location.href), false);
}

// The old picture moved and stretched to where the new one will be.
function preview(days) {
  const svg = drawn();
  const now = shown();
  if (!svg) return;
  const scale = (now.last - now.first + 1) / (days.last - days.first + 1);
  const shift = ((now.first - days.first) / (days.last - days.first + 1)) * svg.clientWidth;
  svg.style.transformOrigin = mirrored() ? "right center" : "left center";
  svg.style.transform = `translateX(${mirrored() ? -shift : shift}px) scaleX(${scale})`;
}

// Where in time (0 first day, 1 last) a place on the screen lies.
function placeOf(clientX) {
  const box = drawn().getBoundingClientRect();
  const at = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
  return mirrored() ? 1 - at : at;
}

function wheel(event) {
  if (!event.target.closest?.("[data-picture]") || !drawn()) return;
  const zooming = event.ctrlKey || event.metaKey;
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
  if (!zooming && Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return; // the page scrolls
  event.preventDefault();
  const from = wanted ?? shown();
  if (zooming) go(zoomed(from, Math.exp(Math.max(-1, Math.min(1, event.deltaY / 200))), placeOf(event.clientX)));
  else go(panned(from, ((mirrored() ? -1 : 1) * sideways) / drawn().clientWidth));
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== picture() || !drawn()) return;
  const side = mirrored() ? -1 : 1;
  const from = wanted ?? shown();
  const moves = {
    "+": () => zoomed(from, 0.5), "=": () => zoomed(from, 0.5), "-": () => zoomed(from, 2),
    ArrowLeft: () => panned(from, -0.25 * side), ArrowRight: () => panned(from, 0.25 * side),
  };
  if (!moves[event.key]) return;
  event.preventDefault();
  go(moves[event.key]());
}

// The buttons are links to where they lead; here the page need not be loaded anew.
function press(event) {
  const button = event.target.closest?.("a[data-zoom]");
  if (!button || !drawn() || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
  const from = wanted ?? shown();
  const moves = {
    in: () => zoomed(from, 0.5), out: () => zoomed(from, 2), earlier: () => panned(from, -0.5), later: () => panned(from, 0.5),
  };
  const move = moves[button.dataset.zoom];
  event.preventDefault();
  if (move) go(move(), { soon: true });
  else show(new URL(button.href), true);
}

function grab(event) {
  const box = event.target.closest?.("[data-picture]");
  if (!box || !drawn() || event.button > 0 || event.pointerType === "touch") return;
  const start = event.clientX;
  const from = wanted ?? shown();
  const width = drawn().clientWidth;
  let dragged = false;
  const move = (moved) => {
    const by = moved.clientX - start;
    dragged ||= Math.abs(by) > DRAGGED;
    if (dragged) preview((wanted = panned(from, ((mirrored() ? 1 : -1) * by) / width)));
  };
  const end = () => {
    removeEventListener("pointermove", move);
    if (!dragged) return;
    const still = (click) => click.preventDefault();
    addEventListener("click", still, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", still, { capture: true }), 50);
    ask();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end, { once: true });
}

// px that the picture may be wide.
function room() {
  return Math.floor(picture()?.clientWidth ?? 0);
}

// Asks once for a picture as wide as its place, and tells the server the width for the next page of the sort.
export async function fit() {
  const wide = Number(picture()?.querySelector("svg")?.getAttribute("width") ?? NaN);
  if (!picture()?.id || room() < LEAST_ROOM) return;
  document.cookie = `width=${room()}; path=/${location.pathname.split("/")[1]}; max-age=31536000; samesite=lax`;
  if (fitted === room() || !(wide > room() || wide < room() - NEAR)) return;
  fitted = room();
  const address = new URL(location.href);
  address.searchParams.set("width", String(fitted));
  await swapTo(address.href, { only: picture().id });
}
