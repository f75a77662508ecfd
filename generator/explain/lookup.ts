import type { EventModel, Model, PropertyModel } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { suggest } from "../text/suggest.js";
import { findSpots, namesOf, type Spot } from "./spots.js";

/** What a path names: an event, and the same property in each event that has it. */
export interface Named {
  readonly event: EventModel | undefined;
  readonly spots: readonly Spot[];
}

/**
 * Looks up what a person names: `form.fields[].separator`, `/form/fields/*\/separator`, `FormField.separator`,
 * `FormField`, or an event.
 */
export function lookUp(text: string, model: Model): Outcome<Named> {
  const names = splitPath(text);
  const spots = findSpots(model);
  const found = spots.filter((spot) => isNamed(spot, names));
  const event = model.events.find(({ name }) => names.length === 1 && name === names[0]);
  if (event || found.length > 0) return success({ event, spots: found });
  return failure([
    report("unknown-path", { path: text, suggestion: suggestionFor(text, names, spots, model) }),
  ]);
}

const splitPath = (text: string): readonly string[] =>
  text
    .replace(/^event\s+/, "")
    .replaceAll("[]", "")
    .split(/[./]/)
    .filter((name) => name !== "" && name !== "*");

function isNamed(spot: Spot, names: readonly string[]): boolean {
  const [title = "", ...rest] = names;
  const own = namesOf(spot);
  if (own.join(".") === names.join(".")) return true;
  if (rest.length === 0) return titleOf(spot.chain.at(-1)) === title;
  return spot.holders.some(
    (holder, i) => i > 0 && holder === title && own.slice(i).join(".") === rest.join("."),
  );
}

/** The name of the type that a property holds, alone or in an array. */
function titleOf(property: PropertyModel | undefined): string | undefined {
  let kind = property?.eras.at(-1)?.type[0]?.kind;
  while (kind?.kind === "array") kind = kind.items[0]?.kind;
  if (kind?.kind === "object") return kind.object.title;
  return kind?.kind === "string" ? kind.enum?.title : undefined;
}

/** The path that was meant: one that ends like this, one that is spelt nearly so, or one whose last name is. */
function suggestionFor(
  text: string,
  names: readonly string[],
  spots: readonly Spot[],
  model: Model,
): string | undefined {
  const endingWith = (last: readonly string[]) =>
    spots.find((spot) => namesOf(spot).slice(-last.length).join(".") === last.join("."))?.path;
  const paths = new Set([...spots.map(({ path }) => path), ...model.events.map(({ name }) => name)]);
  const last = names.length === 1 ? suggest(text, new Set(spots.flatMap(namesOf))) : undefined;
  return endingWith(names) ?? suggest(text, paths) ?? (last === undefined ? undefined : endingWith([last]));
}
