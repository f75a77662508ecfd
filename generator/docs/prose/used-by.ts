import type { MarkdownText } from "../../text/escape.js";
import { nameText, type Links } from "./links.js";
import { listOf, mdText, nothing } from "../markdown.js";
import type { Usage } from "../survey/usages.js";

/** Where a type is used: one list entry for each property name, as in "`lines` of Session". */
export function usedBy(usages: readonly Usage[], links: Links): MarkdownText[] {
  const groups = new Map<string, Usage[]>();
  for (const usage of usages) {
    const key = JSON.stringify([usage.property.name, usage.holder.kind]);
    groups.set(key, [...(groups.get(key) ?? []), usage]);
  }
  return [...groups.values()].map((group) => groupText(group, links));
}

function groupText(group: readonly Usage[], links: Links): MarkdownText {
  const [first] = group;
  if (!first) return nothing;
  const places = { request: mdText`in the request of`, answer: mdText`in the answer to`, object: mdText`of` };
  const holders = listOf(
    group.map(({ holder }) => holderText(holder, links)),
    "and",
  );
  return mdText`${nameText(first.property.name)} ${places[first.holder.kind]} ${holders}`;
}

function holderText(holder: Usage["holder"], links: Links): MarkdownText {
  if (holder.kind === "object") return links.object(holder.object);
  return holder.event === undefined ? mdText`every event` : links.event(holder.event);
}
