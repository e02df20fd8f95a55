/** What every page runs: a few lines, so that the first page is there at once. */

import { followColors } from "./colors.js";
import { offerCitations } from "./cite.js";
import { offerShelf } from "./shelf/buttons.js";
import { base, openParts } from "./parts.js";
import { watchIntent } from "./intent.js";

followColors();
openParts();
watchIntent();
offerCitations();
offerShelf(base);
