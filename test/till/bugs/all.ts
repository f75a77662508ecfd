import type { Bug } from "./bug.js";
import { answerBugs } from "./in-answers.js";
import { saleBugs } from "./in-sales.js";
import { wireBugs } from "./on-the-wire.js";

/** Every mistake that the built-in scenarios have to find. */
export const bugs: readonly Bug[] = [...wireBugs, ...answerBugs, ...saleBugs];
