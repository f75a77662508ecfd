import { toMarkdownText, type MarkdownText } from "../print/text.js";
import type { Fleet } from "../version/fleet.js";
import { formatReason } from "../version/reasons.js";
import type { ForbiddenView, Reason } from "../version/view.js";
import { nameText } from "./links.js";
import { mdText } from "./markdown.js";

/** What the fleet's range keeps out of an answer, one list entry each. */
export const missingIn = (forbidden: readonly ForbiddenView[], fleet: Fleet): MarkdownText[] =>
  forbidden.filter(({ reason }) => reason.kind !== "other-event").map((entry) => entryText(entry, fleet));

/** The answers that work with other events only, one list entry each. */
export const foreignIn = (forbidden: readonly ForbiddenView[], fleet: Fleet): MarkdownText[] =>
  forbidden.filter(({ reason }) => reason.kind === "other-event").map((entry) => entryText(entry, fleet));

const entryText = ({ name, reason }: ForbiddenView, fleet: Fleet): MarkdownText =>
  mdText`${nameText(name)}, ${reasonText(reason, fleet)}`;

/** Why something is left out, in a few words. */
export const reasonText = (reason: Reason, fleet: Fleet): MarkdownText =>
  toMarkdownText(formatReason(reason, fleet));
