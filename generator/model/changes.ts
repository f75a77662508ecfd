import { ascending, type Release } from "../time/release.js";
import { edges } from "../time/spans.js";
import type { Model, PropertyModel } from "./model.js";
import { listEveryAlternative, listObjects, listRoots } from "./walk.js";

/** The releases at which some shape of the contract changes, ascending, each once. */
export function listChanges(model: Pick<Model, "events" | "errorRequest">): readonly Release[] {
  const properties = listObjects(listRoots(model), isReleased).flatMap((object) =>
    object.properties.filter(isReleased),
  );
  const alternatives = properties.flatMap(listEveryAlternative);
  const values = alternatives.flatMap(({ kind }) =>
    kind.kind === "string" && kind.enum ? kind.enum.values : [],
  );
  const dated = [
    ...[...model.events, ...properties, ...alternatives, ...values].map(({ exists }) => exists),
    ...properties.flatMap(({ required, eras }) => [required, ...eras.map(({ exists }) => exists)]),
  ];
  return ascending(dated.flatMap(edges));
}

const isReleased = ({ aside }: PropertyModel): boolean => aside === undefined;
