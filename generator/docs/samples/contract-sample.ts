import type { ExampleModel } from "../../model/model.js";
import { baseline, type Release } from "../../time/release.js";
import { objectsOf } from "../../view/collect.js";
import type { ObjectView } from "../../view/view.js";
import type { Survey } from "../survey/survey.js";
import { tellingObject } from "../../examples/sample-value.js";

/** An event of the oldest release of the fleet that knows it, made from the contract; nothing where none does. */
export function madeEvent(
  name: string,
  survey: Survey,
): Omit<ExampleModel, "path" | "description"> | undefined {
  const { fleet, events } = survey.seen;
  const known = events.find((event) => event.name === name);
  const release = known?.since ?? fleet.min;
  const event = known && survey.viewAt(release)?.events.find((other) => other.name === name);
  if (!event) return undefined;
  const isOwn = ({ required, name: property }: ObjectView["properties"][number], depth: number): boolean =>
    required || depth > 0 || event.ownObjects.includes(property);
  return {
    event: name,
    release,
    request: tellingObject(event.request, isOwn),
    response: tellingObject(event.response, ({ required }) => required),
  };
}

/** An object of the newest release of the fleet that knows it, with all that it may hold. */
export function madeObject(
  name: string,
  survey: Survey,
): { readonly release: Release; readonly value: unknown } | undefined {
  const { changes } = survey.model;
  const releases = [baseline, ...changes].filter((release) => release <= survey.seen.fleet.max).reverse();
  for (const release of [...releases, ...[...changes].reverse()]) {
    const view = survey.viewAt(release);
    const object = view && objectsOf(view).get(name);
    if (object) return { release, value: tellingObject(object, () => true) };
  }
  return undefined;
}
