/** Entry point of every page: a small script, so that the first page is there at once. */

import { offerCitations } from "./share/citations.js";
import { followColors } from "./shared/colors.js";
import { watchIntent } from "./shared/intent.js";
import { base, publishLoader } from "./shared/loader.js";
import { offerShelf } from "./shelf/buttons.js";

followColors();
publishLoader();
watchIntent();
offerCitations();
offerShelf(base);
