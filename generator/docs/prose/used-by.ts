import { link, listTexts, nameText, nothing, text, type Text } from "../blocks/text.js";
import { linkToEvent, linkToObject } from "../links.js";
import { pagePaths } from "../page.js";
import type { Usage } from "../survey/usages.js";

/** Where a type is used: one list entry for each property name, as in "`lines` of Session". */
export function listUsages(usages: readonly Usage[] = []): Text[] {
  const groups = new Map<string, Usage[]>();
  for (const usage of usages) {
    const key = JSON.stringify([usage.property.name, usage.holder.kind]);
    groups.set(key, [...(groups.get(key) ?? []), usage]);
  }
  return [...groups.values()].map(groupText);
}

function groupText(group: readonly Usage[]): Text {
  const [first] = group;
  if (!first) return nothing;
  const words = { request: "in the request of", answer: "in the answer to", object: "of" };
  const holders = listTexts(
    group.map(({ holder }) => holderText(holder)),
    "and",
  );
  return text`${nameText(first.property.name)} ${words[first.holder.kind]} ${holders}`;
}

function holderText(holder: Usage["holder"]): Text {
  if (holder.kind === "object") return linkToObject(holder.object);
  if (holder.event !== undefined) return linkToEvent(holder.event);
  return holder.kind === "request"
    ? text`every event`
    : link("any event that takes it", pagePaths.eventsAndAnswers);
}
