// Light and dark. A cookie keeps the choice, so that the server writes the next page in it from the first paint.
export function startTheme(document) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-theme-switch]");
    if (!button) return;
    event.preventDefault();
    const theme = current() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    for (const other of document.querySelectorAll("[data-theme-switch][aria-pressed]")) other.setAttribute("aria-pressed", String(theme === "dark"));
  });
}

function current() {
  return document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}
