import type { ObjectModel } from "../model/model.js";

/** The model of a property's object that is one object at some releases and another at others. */
export interface CombinedModel extends ObjectModel {
  readonly parts: readonly ObjectModel[];
}

type Word = "Or" | "And";

/**
 * Combines two objects that one property holds at different releases. The title, `LineOrOldLine`, is the same whatever
 * order they came in; lint keeps it free.
 */
export function combineModels(a: ObjectModel, b: ObjectModel, word: Word): ObjectModel | CombinedModel {
  if (a === b) return b;
  const parts = [...new Set([...listParts(a), ...listParts(b)])].sort(byTitle);
  const titles = parts.map(({ title }) => title);
  const properties = new Map(parts.flatMap(({ properties }) => properties).map((each) => [each.name, each]));
  return {
    title: titles.join(word),
    place: (parts[0] ?? b).place,
    prose: { description: describe(titles, word), notes: [], errata: [] },
    open: parts.some(({ open }) => open),
    properties: [...properties.values()],
    parts,
  };
}

/** Whether this is the model of several objects. */
export const isCombined = (model: ObjectModel): model is CombinedModel => "parts" in model;

const listParts = (model: ObjectModel): readonly ObjectModel[] => (isCombined(model) ? model.parts : [model]);

const byTitle = (a: ObjectModel, b: ObjectModel): number => (a.title < b.title ? -1 : 1);

const describe = (titles: readonly string[], word: Word): string => {
  const names = titles.map((title) => `\`${title}\``);
  return word === "Or"
    ? `${names.join(" or ")}: which of them depends on the release of the shop.`
    : `What fits ${names.join(" as well as ")}: which of them a shop takes depends on its release.`;
};
