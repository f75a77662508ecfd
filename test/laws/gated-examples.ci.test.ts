import { describe, it } from "vitest";
import type { ExampleModel } from "../../generator/model/example-model.js";
import type { Model } from "../../generator/model/model.js";
import { formatRelease } from "../../generator/time/release.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { fromSeed, type Draw } from "../workbench/draw.js";
import { emitInProcess, type Emitted } from "./judges/emitted.js";
import {
  findEvent,
  fleetFrom,
  interpret,
  buildSnapshotView,
  buildPossibleView,
  type Accepts,
} from "./judges/interpreted.js";
import { mutate } from "./documents/mutations.js";
import { seed } from "../workbench/seed.js";
import { fail, holdEach, type Count } from "./run.js";

describe("the emitted gated validator of the whole range", () => {
  it("agrees with each release's snapshot on every example and on 200 mutations of each", async () => {
    const model = loadRealModel();
    const emitted = await emitInProcess(buildPossibleView(model, fleetFrom(model), "gated"), model);
    await holdEach("examples", model.releases, ({ release }, count) => {
      const snapshots = acceptsAt(model, release);
      for (const example of model.examples) {
        const accepts = snapshots.get(example.event);
        if (!accepts || example.response === undefined) continue;
        agrees({ example, accepts, emitted, version: formatRelease(release) }, count);
      }
    });
  });
});

/** What a release's snapshot says of answers, by event. */
function acceptsAt(
  model: Model,
  release: Model["releases"][number]["release"],
): ReadonlyMap<string, Accepts> {
  const view = buildSnapshotView(model, release);
  return new Map(
    view.events.flatMap(({ name }) => {
      const known = findEvent(view, name);
      return known ? [[name, interpret(known.response, "response")] as const] : [];
    }),
  );
}

interface Comparison {
  readonly example: ExampleModel;
  readonly accepts: Accepts;
  readonly emitted: Emitted;
  readonly version: string;
}

const mutations = 200;

function agrees({ example, accepts, emitted, version }: Comparison, count: Count): void {
  const draw = fromSeed(seed);
  for (let i = 0; i <= mutations; i++) {
    const document = i === 0 ? example.response : mutation(draw, example.response);
    const fits = accepts(document);
    const result = emitted.validateResponse(example.event, document, { version });
    count.documents += 1;
    if (result.ok !== fits)
      fail("not what the snapshot says", { path: example.path, version, document, fits, result });
  }
}

const mutation = (draw: Draw, document: unknown): unknown => mutate(draw, document, 1 + draw.below(3));
