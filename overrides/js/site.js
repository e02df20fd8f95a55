/** Entry point of every page; kept small, so that the first page loads fast. */

import { followColors } from "./colors/color-scheme.js";
import { watchNews } from "./news/load-news.js";
import { watchIntent } from "./search/dialog/load-on-intent.js";
import { offerCitations } from "./share/citations.js";
import { base, publishLoader } from "./shared/loading/loader.js";
import { offerShelf } from "./shelf/buttons.js";

followColors();
publishLoader();
watchIntent();
watchNews();
offerCitations();
offerShelf(base);
