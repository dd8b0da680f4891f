// Tells those who do not see the page what has changed in it.
let place = null;

export function startAnnouncing(document) {
  place = document.createElement("p");
  place.className = "hidden";
  place.setAttribute("role", "status");
  document.body.append(place);
}

export function announce(words) {
  if (place && !place.isConnected) document.body.append(place);
  if (place) place.textContent = words;
}
