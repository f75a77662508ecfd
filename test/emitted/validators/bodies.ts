import type { ExampleModel } from "../../../generator/contract/model/flow-model.js";
import type { Model } from "../../../generator/contract/model/model.js";
import type { Release } from "../../../generator/base/time/release.js";
import type { Body } from "./contract.js";

export interface ExampleBody {
  readonly path: string;
  readonly event: string;
  readonly release: Release;
  readonly body: Body;
  readonly document: unknown;
}

const kinds = ["request", "response", "errorRequest"] as const;

export const exampleBodies = ({ examples }: Pick<Model, "examples">): readonly ExampleBody[] =>
  examples.flatMap((example) =>
    kinds.filter((body) => example[body] !== undefined).map((body) => toBody(example, body)),
  );

const toBody = (example: ExampleModel, body: Body): ExampleBody => ({
  path: example.path,
  event: example.event,
  release: example.release,
  body,
  document: example[body],
});
