import type { ExampleModel } from "../../model/flow-model.js";
import { baseline, type Release } from "../../time/release.js";
import { findObjects } from "../../view/walk.js";
import { firstIn } from "../../time/spans.js";
import type { Survey } from "../survey/survey.js";
import { sampleObject, sampleRequest } from "../../examples/fill.js";

/** Bodies that go over the wire one after another. */
export type Exchange = Pick<ExampleModel, "event" | "release"> &
  Readonly<Partial<Record<"request" | "response" | "errorRequest", unknown>>>;

/** An event as the oldest release of the fleet that has it could send it; undefined if none has it. */
export function createEventSample(name: string, survey: Survey): Exchange | undefined {
  const { fleet, events } = survey.fleetView;
  const known = events.find((event) => event.name === name);
  const release = firstIn(known?.exists) ?? fleet.min;
  const event = known && survey.viewAt(release)?.events.find((other) => other.name === name);
  if (!event) return undefined;
  return {
    event: name,
    release,
    request: sampleRequest(event),
    response: sampleObject(event.response, ({ required }) => required),
  };
}

/** An object of the newest release of the fleet that has it, with all its properties. */
export function createObjectSample(
  name: string,
  survey: Survey,
): { readonly release: Release; readonly value: unknown } | undefined {
  const { changes } = survey.model;
  const releases = [baseline, ...changes]
    .filter((release) => release <= survey.fleetView.fleet.max)
    .reverse();
  for (const release of [...releases, ...[...changes].reverse()]) {
    const view = survey.viewAt(release);
    const object = view && findObjects(view).get(name);
    if (object) return { release, value: sampleObject(object, () => true) };
  }
  return undefined;
}
