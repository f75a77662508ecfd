import { ascending, type Release } from "../time/release.js";
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
  const dates = [
    ...[...model.events, ...properties, ...alternatives, ...values].flatMap(({ life }) => [
      life.added,
      life.removed,
    ]),
    ...properties.flatMap(({ switches }) => switches.map(({ at }) => at)),
    ...properties.flatMap(({ eras }) => eras.map(({ until }) => until)),
  ];
  return ascending(dates.filter((date) => date !== undefined));
}

const isReleased = ({ planned }: PropertyModel): boolean => !planned;
