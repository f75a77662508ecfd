import { toMarkdownText, type MarkdownText } from "../print/text.js";
import type { Fleet } from "../version/fleet.js";
import { formatReason } from "../version/reasons.js";
import type { ForbiddenView, Reason } from "../version/view.js";
import { nameText } from "./links.js";
import { mdText } from "./markdown.js";

/** What may not be sent, and why, one list entry each. */
export const forbiddenTexts = (forbidden: readonly ForbiddenView[], fleet: Fleet): MarkdownText[] =>
  forbidden.map(({ name, reason }) => mdText`${nameText(name)}, ${reasonText(reason, fleet)}`);

/** Why something is left out, in a few words. */
export const reasonText = (reason: Reason, fleet: Fleet): MarkdownText =>
  toMarkdownText(formatReason(reason, fleet));
