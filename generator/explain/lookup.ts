import type { EventModel, Model, PropertyModel } from "../model/model.js";
import { listAlternatives, newestType } from "../model/walk.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { dropArrays } from "../spec/values.js";
import { suggest } from "../text/suggest.js";
import { listEventProperties, listNames, type EventProperty } from "./event-properties.js";

/** What a path names: an event, and the same property in each event that has it. */
export interface Named {
  readonly event: EventModel | undefined;
  readonly properties: readonly EventProperty[];
}

/**
 * Looks up what a person names: `form.fields[].separator`, `/form/fields/*\/separator`, `FormField.separator`,
 * `FormField`, or an event.
 */
export function lookUp(text: string, model: Model): Outcome<Named> {
  const names = splitPath(text);
  const properties = listEventProperties(model);
  const found = properties.filter((property) => isNamed(property, names));
  const event = model.events.find(({ name }) => names.length === 1 && name === names[0]);
  if (event || found.length > 0) return success({ event, properties: found });
  return failure([
    report("unknown-path", {
      path: text,
      suggestion: suggestPath(text, names, properties, model),
      isProduct: model.products.some(({ id }) => id === text),
    }),
  ]);
}

const splitPath = (text: string): readonly string[] =>
  dropArrays(text.replace(/^event\s+/, ""))
    .split(/[./]/)
    .filter((name) => name !== "" && name !== "*");

function isNamed(property: EventProperty, names: readonly string[]): boolean {
  const [title = "", ...rest] = names;
  const own = listNames(property);
  if (own.join(".") === names.join(".")) return true;
  if (rest.length === 0) return findTitle(property.model) === title;
  return property.holders.some(
    (holder, i) =>
      i > 0 &&
      [holder.title, holder.base?.title].includes(title) &&
      own.slice(i).join(".") === rest.join("."),
  );
}

/** The name of the type that a property holds, alone or in an array. */
export function findTitle(property: PropertyModel): string | undefined {
  const [named] = listAlternatives(newestType(property)).filter(({ kind }) => kind.kind !== "array");
  if (named?.kind.kind === "object") return named.kind.object.title;
  return named?.kind.kind === "string" ? named.kind.enum?.title : undefined;
}

/** The path that was probably meant: one that ends like this text, or one with a similar spelling or last name. */
function suggestPath(
  text: string,
  names: readonly string[],
  properties: readonly EventProperty[],
  model: Model,
): string | undefined {
  const endingWith = (last: readonly string[]) =>
    properties.find((property) => listNames(property).slice(-last.length).join(".") === last.join("."))?.path;
  const paths = new Set([...properties.map(({ path }) => path), ...model.events.map(({ name }) => name)]);
  const last = names.length === 1 ? suggest(text, new Set(properties.flatMap(listNames))) : undefined;
  return endingWith(names) ?? suggest(text, paths) ?? (last === undefined ? undefined : endingWith([last]));
}
