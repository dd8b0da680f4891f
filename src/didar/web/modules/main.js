// What the pages gain where scripts run. Everything here is an addition: each page works as plain links and forms.
import { startAnnouncing } from "./announce.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { startMarks } from "./marks.js";
import { startPicture } from "./picture.js";
import { startTheme } from "./theme.js";

startAnnouncing(document);
startTheme(document);
startForms(document);
startKeys(document);
startMarks(document);
startPicture(document);

// Parts of the page that are put in later, by us or by htmx, are made ready once they have settled.
let timer = 0;
new MutationObserver(() => {
  clearTimeout(timer);
  timer = setTimeout(() => document.dispatchEvent(new CustomEvent("didar:changed")), 30);
}).observe(document.body, { childList: true, subtree: true });
