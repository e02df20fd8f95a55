/** Entry point of every page; kept small, so that the first page loads fast. */

import { offerCitations } from "./share/citations.js";
import { followColors } from "./shared/color-scheme.js";
import { watchIntent } from "./shared/load-on-intent.js";
import { base, publishLoader } from "./shared/loader.js";
import { offerShelf } from "./shelf/buttons.js";

followColors();
publishLoader();
watchIntent();
offerCitations();
offerShelf(base);
