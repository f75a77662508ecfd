import type { Model, ObjectModel, PropertyModel, TypeModel } from "../../model/model.js";
import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { nameText } from "../prose/links.js";
import { joinTexts, listOf, mdText, nothing } from "../markdown.js";

/** The properties that the vendor announced for no release yet, by the title of their object. */
export type Planned = ReadonlyMap<string, readonly PropertyModel[]>;

/** Looks through every object of the model, whichever fleet can see it. */
export function findPlanned({ events, errorRequest }: Model): Planned {
  const planned = new Map<string, readonly PropertyModel[]>();
  const inObject = ({ title, properties }: ObjectModel): void => {
    if (planned.has(title)) return;
    planned.set(
      title,
      properties.filter((property) => property.planned),
    );
    properties.flatMap(({ eras }) => eras).forEach(({ type }) => inType(type));
  };
  const inType = (type: TypeModel): void => {
    for (const { kind } of type) {
      if (kind.kind === "object") inObject(kind.object);
      if (kind.kind === "array") inType(kind.items);
    }
  };
  [...events.flatMap(({ request, response }) => [request, response]), errorRequest].forEach(inObject);
  return planned;
}

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
