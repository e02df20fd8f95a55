/** Entry point of an embedded list: its links open in a new tab, and it reports its height. */

import { tellHeight } from "./embed/height.js";
import { followLinks } from "./embed/links.js";

tellHeight();
followLinks();
