/** What an embedded list runs: it tells the page around it how high it is. */

import { tellHeight } from "./height.js";

tellHeight();
