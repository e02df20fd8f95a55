/** What every page runs: a few lines, so that the first page is there at once. */

import { followColors } from "./colors.js";
import { offerCopies } from "./copy.js";
import { offerShelf } from "./shelf/buttons.js";
import { base, openParts } from "./parts.js";
import { watchIntent } from "./intent.js";

followColors();
openParts();
watchIntent();
offerCopies();
offerShelf(base);
