import type { EventModel, Model } from "../model/model.js";
import { createPaths, splitPath, type BodyProperty, type Paths } from "../model/paths.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { suggest } from "../text/words.js";

/** What a path names: an event, and the same property in each event that has it. */
export interface Named {
  readonly event: EventModel | undefined;
  readonly properties: readonly BodyProperty[];
}

/**
 * Looks up what a person names: `form.fields[].separator`, `/form/fields/*\/separator`, `FormField.separator`,
 * `FormField`, or an event.
 */
export function lookUp(text: string, model: Model): Outcome<Named> {
  const asked = text.replace(/^event\s+/, "");
  const names = splitPath(asked);
  const paths = createPaths(model);
  const found = paths.find(asked);
  const event = model.events.find(({ name }) => names.length === 1 && name === names[0]);
  if (event || found.length > 0) return success({ event, properties: found });
  return failure([
    report("unknown-path", {
      path: text,
      suggestion: suggestPath(text, names, paths, model),
      isProduct: model.products.some(({ id }) => id === text),
    }),
  ]);
}

/** The path that was probably meant: one that ends like this text, or one with a similar spelling or last name. */
function suggestPath(
  text: string,
  names: readonly string[],
  { properties }: Paths,
  model: Model,
): string | undefined {
  const endingWith = (last: readonly string[]) =>
    properties.find((property) => property.names.slice(-last.length).join(".") === last.join("."))?.path;
  const paths = new Set([...properties.map(({ path }) => path), ...model.events.map(({ name }) => name)]);
  const last =
    names.length === 1 ? suggest(text, new Set(properties.flatMap((property) => property.names))) : undefined;
  return endingWith(names) ?? suggest(text, paths) ?? (last === undefined ? undefined : endingWith([last]));
}
