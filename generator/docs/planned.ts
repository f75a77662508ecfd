import type { Model, PropertyModel } from "../model/model.js";
import { listObjects, listRoots } from "../model/walk.js";
import { toMarkdownText, type MarkdownText } from "../text/escape.js";
import { nameText } from "./links.js";
import { joinTexts, listOf, mdText, nothing } from "./markdown.js";

/** The properties that the vendor announced for no release yet, by the title of their object. */
export type Planned = ReadonlyMap<string, readonly PropertyModel[]>;

/** Looks through every object of the model, whichever fleet can see it. */
export const findPlanned = (model: Model): Planned =>
  new Map(
    listObjects(listRoots(model)).map(({ title, properties }) => [
      title,
      properties.filter((property) => property.planned),
    ]),
  );

/** The planned properties of an object of the view, one list entry each. */
export const plannedIn = (name: string, planned: Planned): MarkdownText[] =>
  (planned.get(name) ?? planned.get(titleOf(name)) ?? []).map((property) =>
    joinTexts(
      [mdText`${nameText(property.name)}: ${toMarkdownText(property.prose.description)}`, valuesOf(property)],
      " ",
    ),
  );

/** A later shape of an object is named after its title: `DialogAnswerSince60`. */
const titleOf = (name: string): string => name.replace(/Since\d[\d_]*$/, "");

function valuesOf({ eras }: PropertyModel): MarkdownText {
  const kinds = eras.at(-1)?.type.map(({ kind }) => kind) ?? [];
  const values = kinds.flatMap((kind) => (kind.kind === "string" ? (kind.enum?.values ?? []) : []));
  const names = listOf(
    values.map(({ value }) => nameText(value)),
    "or",
  );
  return names === "" ? nothing : mdText`One of ${names}.`;
}
