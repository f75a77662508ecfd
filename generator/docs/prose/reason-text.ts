import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { Fleet } from "../../time/fleet.js";
import { formatReason } from "../../view/reasons.js";
import type { ForbiddenView, Reason } from "../../view/view.js";
import { nameText } from "./links.js";
import { mdText } from "../markdown.js";

/** What may not be sent, and why, one list entry each. */
export const forbiddenTexts = (forbidden: readonly ForbiddenView[], fleet: Fleet): MarkdownText[] =>
  forbidden.map(({ name, reason }) => mdText`${nameText(name)}, ${reasonText(reason, fleet)}`);

/** Why something is left out, in a few words. */
export const reasonText = (reason: Reason, fleet: Fleet): MarkdownText =>
  toMarkdownText(formatReason(reason, fleet));
