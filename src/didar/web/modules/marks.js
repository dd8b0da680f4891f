// The marks of a picture under the keyboard: Tab comes to the picture and then to one mark, arrows go from mark to mark.
const MARKS = "svg.drawn a[href]";

export function startMarks(document) {
  document.addEventListener("keydown", key);
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest?.(MARKS);
    if (mark) holdTab(mark);
  });
  document.addEventListener("didar:changed", prepare);
  prepare();
}

function prepare() {
  for (const svg of document.querySelectorAll("svg.drawn")) {
    const all = svg.querySelectorAll("a[href]");
    if (all.length && !svg.querySelector("a[tabindex='0']")) holdTab(all[0]);
  }
}

// Makes this mark the one that Tab comes to.
function holdTab(mark) {
  for (const other of mark.closest("svg").querySelectorAll("a[href]")) other.setAttribute("tabindex", other === mark ? "0" : "-1");
}

function key(event) {
  const mark = event.target.closest?.(MARKS);
  if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    mark.closest("[tabindex='0']:not(a)")?.focus();
    return;
  }
  const next = neighbour(mark, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// The nearest mark in the direction of the arrow as the eye sees it; Home and End are the first and last.
function neighbour(mark, name) {
  const all = [...mark.closest("svg").querySelectorAll("a[href]")];
  if (name === "Home") return all[0];
  if (name === "End") return all[all.length - 1];
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[name];
  if (!way) return null;
  const from = middle(mark);
  let best = null;
  let least = Infinity;
  for (const other of all) {
    const to = middle(other);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const ahead = dx * way[0] + dy * way[1];
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    if (other === mark || ahead <= 0.5) continue;
    const far = ahead + 3 * aside;
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

function middle(mark) {
  const box = (mark.querySelector(".mark") ?? mark).getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
