// Another state of the same page: its parts are fetched and put in the place of the old ones.
const PARTS = ["#content", "#switches", "#twins"]; // what a changed question changes
let latest = 0;

// Fetches `address` and puts its parts in; false where a newer request has overtaken this one.
// With `only`, just the part of that id is replaced. An answer that cannot be used is opened as a page.
export async function swapTo(address, { only = null } = {}) {
  const number = ++latest;
  let page;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    if (number === latest && only === null) location.assign(address);
    return false;
  }
  if (number !== latest) return false;
  for (const part of only === null ? PARTS : [`#${only}`]) {
    const old = document.querySelector(part);
    const fresh = page.querySelector(part);
    if (old && fresh) replace(old, document.importNode(fresh, true));
  }
  if (only === null && page.title) document.title = page.title;
  return true;
}

// Puts the new part in; the keyboard, the place in the page and opened details stay.
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const opened = [...old.querySelectorAll("details")].map((d) => d.open);
  const [x, y] = [scrollX, scrollY];
  fresh.querySelectorAll("details").forEach((d, n) => n < opened.length && (d.open = opened[n]));
  old.replaceWith(fresh);
  window.htmx?.process?.(fresh);
  if (focused) (sameAs(focused, fresh) ?? fresh).focus?.({ preventScroll: true });
  scrollTo(x, y);
}

// What in the new part is what had the keyboard in the old one: by id, by button, or by address.
function sameAs(element, fresh) {
  if (element.id) return document.getElementById(element.id);
  if (element.dataset.zoom) return fresh.querySelector(`[data-zoom="${element.dataset.zoom}"]`);
  const address = element.getAttribute("href");
  return address ? [...fresh.querySelectorAll("a")].find((a) => a.getAttribute("href") === address) : null;
}
