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
  examples.flatMap(({ path, event, release, ...bodies }) =>
    kinds
      .filter((body) => bodies[body] !== undefined)
      .map((body) => ({ path, event, release, body, document: bodies[body] })),
  );
