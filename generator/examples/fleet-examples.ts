import type { ExampleModel } from "../model/example-model.js";
import type { Model } from "../model/model.js";
import type { EventView, View } from "../view/view.js";
import { bodies, createBodyChecks, type BodyChecks } from "./body-checks.js";
import { createSampleObject } from "./sample-value.js";

/** Bodies that go over the wire one after another, each of which the fleet's contract describes in full. */
export interface FleetExample extends Pick<ExampleModel, "request" | "response" | "errorRequest"> {
  /** The name of its file, which is unique for the event: `points-to-confirm`. */
  readonly name: string;
  readonly description: string;
}

/** The examples of an event that are right for every shop of a fleet; of one that has no request, a made one besides. */
export type FleetExamples = (event: EventView) => readonly FleetExample[];

/** Creates what lists the examples of events, in the order of the spec. A body that the fleet's contract does not take is left out. */
export function createFleetExamples(view: View, { examples }: Pick<Model, "examples">): FleetExamples {
  const validatorOf = createBodyChecks(view);
  return (event) => {
    const own = examples.filter((example) => example.event === event.name);
    const fitting = own.flatMap((example) => keepFitting(example, { event, view, validatorOf }));
    return fitting.some(({ request }) => request !== undefined) ? fitting : [makeExample(event), ...fitting];
  };
}

interface Judging {
  readonly event: EventView;
  readonly view: View;
  readonly validatorOf: BodyChecks;
}

function keepFitting(example: ExampleModel, { event, view, validatorOf }: Judging): FleetExample[] {
  const kept = bodies.filter((body) => {
    const root = body === "errorRequest" ? view.errorRequest : event[body];
    return example[body] !== undefined && validatorOf(root, body)(example[body]);
  });
  const { path, description } = example;
  const name = (path.split("/").at(-1) ?? "").replace(/\.json$/, "");
  if (kept.length === 0) return [];
  return [{ name, description, ...Object.fromEntries(kept.map((body) => [body, example[body]])) }];
}

const makeExample = ({ request, ownObjects }: EventView): FleetExample => ({
  name: "made",
  description: "Made from the contract: every sample is from a release that the fleet does not run.",
  request: createSampleObject(
    request,
    ({ required, name }, { depth }) => required || depth > 0 || ownObjects.includes(name),
  ),
});
