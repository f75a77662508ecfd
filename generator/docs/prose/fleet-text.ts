import type { MarkdownText } from "../../text/escape.js";
import type { Fleet } from "../../time/fleet.js";
import { listOf, mdText } from "../markdown.js";
import { releaseText } from "./type-text.js";

/** A fleet in words: "shops that run v48 or a later release". */
export function describeFleet({ min, max, label, steps, isList }: Fleet): MarkdownText {
  if (isList) return mdText`shops that run ${listOf(steps.map(releaseText), "or")}`;
  const isOpenBelow = label.startsWith("..");
  const isOpenAbove = label.endsWith("..");
  if (isOpenBelow && isOpenAbove) return mdText`shops that run any release`;
  if (isOpenBelow) return mdText`shops that run ${releaseText(max)} or an earlier release`;
  if (isOpenAbove) return mdText`shops that run ${releaseText(min)} or a later release`;
  if (min === max) return mdText`shops that run ${releaseText(min)}`;
  return mdText`shops that run any release from ${releaseText(min)} to ${releaseText(max)}`;
}
