import { toPlainString } from "../docs/blocks/text.js";
import { describeFleet } from "../docs/prose/fleet-text.js";
import { toMarkdownText, type MarkdownText } from "../text/markdown.js";
import type { Fleet } from "../time/fleet.js";

/** Says what a collection is, and for which shops. */
export const describeCollection = (fleet: Fleet): MarkdownText =>
  [
    toMarkdownText(`The webhooks of MplusKASSA, as ${toPlainString(describeFleet(fleet))} send them.`),
    "Choose an environment before you send: it has the address of your server, the ID of the subscription and its secret.",
    "Made by mplus-codegen from the MplusKASSA webhook spec. What you change here is lost when it is generated again.",
  ].join("\n\n") as MarkdownText;
