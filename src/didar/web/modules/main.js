// What the pages gain where scripts run. Everything here is an addition: each page works as plain links and forms.
import { startKeys } from "./keys.js";
import { startMarks } from "./marks.js";
import { startPicture } from "./picture.js";
import { startTheme } from "./theme.js";

startTheme(document);
startKeys(document);
startMarks(document);
startPicture(document);
