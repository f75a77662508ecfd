import type { ObjectModel } from "../model/model.js";

/** The objects that one was put together from. */
const members = new WeakMap<ObjectModel, readonly ObjectModel[]>();

/**
 * The model of what is one object at some releases and another at others. Its title, `LineOrOldLine`, is the same
 * whatever order they came in; lint keeps it free.
 */
export function eitherOf(a: ObjectModel, b: ObjectModel, word: "Or" | "And"): ObjectModel {
  if (a === b) return b;
  const parts = [...new Set([...membersOf(a), ...membersOf(b)])].sort(byTitle);
  const titles = parts.map(({ title }) => title);
  const properties = new Map(parts.flatMap(({ properties }) => properties).map((each) => [each.name, each]));
  const combined: ObjectModel = {
    title: titles.join(word),
    prose: { description: descriptionOf(titles, word), notes: [], errata: [] },
    open: parts.some(({ open }) => open),
    properties: [...properties.values()],
  };
  members.set(combined, parts);
  return combined;
}

/** Whether this is the model of several objects. */
export const isEither = (model: ObjectModel): boolean => members.has(model);

const membersOf = (model: ObjectModel): readonly ObjectModel[] => members.get(model) ?? [model];

const byTitle = (a: ObjectModel, b: ObjectModel): number => (a.title < b.title ? -1 : 1);

const descriptionOf = (titles: readonly string[], word: "Or" | "And"): string => {
  const names = titles.map((title) => `\`${title}\``);
  return word === "Or"
    ? `${names.join(" or ")}: which of them depends on the release of the shop.`
    : `What fits ${names.join(" as well as ")}: which of them a shop takes depends on its release.`;
};
