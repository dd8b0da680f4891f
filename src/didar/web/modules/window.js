// The days that a picture shows, as whole days since 1970; the same arithmetic as pictures/window.py.
const DAY = 86_400_000;
const EARLIEST = toDay("1600-01-01");
const LATEST = toDay("2400-12-31");
export const LEAST_DAYS = 7;

export function toDay(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

export function toIso(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function length(shown) {
  return shown.last - shown.first + 1;
}

// factor 0.5 shows half as many days, around the place `at` (0 first, 1 last), which stays where it is.
export function zoomed(shown, factor, at = 0.5) {
  const wanted = Math.max(LEAST_DAYS, Math.round(length(shown) * factor));
  return bounded(Math.round(shown.first + at * (length(shown) - wanted)), wanted);
}

// As many days, later by a share of them.
export function panned(shown, share) {
  return bounded(shown.first + Math.round(share * length(shown)), length(shown));
}

function bounded(start, days) {
  const wide = Math.min(days, LATEST - EARLIEST + 1);
  const first = Math.min(Math.max(start, EARLIEST), LATEST - wide + 1);
  return { first, last: first + wide - 1 };
}
