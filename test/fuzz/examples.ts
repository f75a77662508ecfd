import type { WebhookEventName } from "../../generated/types/index.js";
import { validateRequest } from "../../generated/validators/index.js";
import { exampleBodies } from "../emitted/validators/bodies.js";
import { loadRealModel } from "../workbench/real-spec.js";

export interface Examples {
  readonly event: WebhookEventName;
  readonly requests: readonly object[];
  readonly answers: readonly object[];
}

const model = loadRealModel();
const bodies = exampleBodies(model);

export const latest = "59.3.4";

/** Every event, with all example answers and the example requests that the generated code accepts unchanged. */
export const examples: readonly Examples[] = model.events.map(({ name }) => {
  const event = name as WebhookEventName;
  const documents = (kind: string): object[] =>
    bodies.filter((each) => each.event === name && each.body === kind).map((each) => each.document as object);
  return {
    event,
    requests: documents("request").filter((each) => validateRequest(event, each).ok),
    answers: documents("response"),
  };
});

export const eventNames: readonly string[] = examples.map(({ event }) => event);

export function findExamples(name: string): Examples {
  const found = examples.find(({ event }) => event === name);
  if (found === undefined) throw new Error(`there is no event ${name}`);
  return found;
}

export const reports: readonly object[] = bodies
  .filter(({ body }) => body === "errorRequest")
  .map(({ document }) => document as object);
