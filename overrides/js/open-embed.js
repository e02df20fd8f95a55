/** Entry point of an embedded list, which reports its height to the page around it. */

import { tellHeight } from "./embed/height.js";

tellHeight();
