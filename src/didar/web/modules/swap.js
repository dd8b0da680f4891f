// Another state of the same page: its parts marked data-swap are fetched and put in the place of the old ones.
let latest = 0;

// Fetches `address` and puts its parts in; false where a newer request has overtaken this one.
// With `only`, just the part of that id is replaced. An answer that cannot be used is opened as a page.
export async function swapTo(address, { only = null } = {}) {
  const number = ++latest;
  let page;
  try {
    const answer = await fetch(address, { headers: { "X-Part": only ?? "page" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (fault) {
    if (number === latest && only === null) location.assign(address);
    return false;
  }
  if (number !== latest) return false;
  for (const old of document.querySelectorAll("[data-swap]")) {
    if (only !== null && old.id !== only) continue;
    const fresh = old.id && page.getElementById(old.id);
    if (fresh) replace(old, document.importNode(fresh, true));
  }
  if (only === null && page.title) document.title = page.title;
  document.dispatchEvent(new CustomEvent("didar:swapped"));
  return true;
}

// Puts the new part in and leaves the keyboard where it was, if that still exists.
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const address = focused?.getAttribute("href");
  const id = focused?.id;
  old.replaceWith(fresh);
  window.htmx?.process?.(fresh);
  if (!focused) return;
  const same = (id && document.getElementById(id)) || (address && [...fresh.querySelectorAll("a")].find((a) => a.getAttribute("href") === address));
  (same || fresh).focus?.({ preventScroll: true });
}
