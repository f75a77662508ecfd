import { createBodyChecks } from "../../../generator/contract/examples/check-examples.js";
import { createMocker, type MockOptions } from "../../../generator/contract/examples/mock.js";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import type { Direction, Model } from "../../../generator/contract/model/model.js";
import type { ValidateFunction } from "../../../generator/contract/read/ajv.js";
import { releaseFleet } from "../../../generator/base/time/fleet.js";
import { baseline, formatRelease, type Release } from "../../../generator/base/time/release.js";
import { buildView } from "../../../generator/contract/view/build-view.js";
import type { EventView, View } from "../../../generator/contract/view/view.js";
import { leftOut, listPaths, update } from "../../workbench/json-paths.js";

const sides = ["request", "response"] as const;

export interface Snapshot {
  readonly release: Release;
  readonly view: View;
  readonly mock: (event: EventView, options: Pick<MockOptions, "side" | "size" | "seed">) => unknown;
  readonly findCheck: (event: EventView, side: Direction) => ValidateFunction;
}

/**
 * The baseline and every release that changed something. With `oneOf` = n, only every nth release, but always the
 * newest one.
 */
export function listSnapshots(model: Model, oneOf = 1): readonly Snapshot[] {
  const releases = [baseline, ...model.changes];
  const taken = releases.filter((_, index) => (releases.length - 1 - index) % oneOf === 0);
  return taken.flatMap((release) => takeSnapshot(model, release) ?? []);
}

/** Undefined if no event of the release has an answer. */
export function takeSnapshot(model: Model, release: Release): Snapshot | undefined {
  const snapshots = createSnapshots(model);
  const built = buildView(snapshots, releaseFleet(release, model));
  if (!built.ok) return undefined;
  const view = built.value;
  const findCheck = createBodyChecks(view);
  return {
    release,
    view,
    mock: createMocker(view, snapshots),
    findCheck: (event, side) => findCheck(event, side),
  };
}

/** Returns one line per fault, for every release and event. */
export function findFaults({ release, view, mock, findCheck }: Snapshot, seeds: readonly number[]): string[] {
  return view.events.flatMap((event) =>
    sides.flatMap((side) => {
      const where = `${event.name} of v${formatRelease(release)}, ${side}`;
      const check = findCheck(event, side);
      const [full, rich, smallest] = (["full", "rich", "smallest"] as const).map((size) =>
        seeds.map((seed) => mock(event, { side, size, seed })),
      ) as [object[], object[], object[]];
      const wrong = [...full, ...rich, ...smallest].filter((body) => !check(body));
      // Other answers may be empty.
      const asked = side === "request" ? [full, rich, smallest] : [full];
      const same = asked.filter(
        (bodies) => new Set(bodies.map((body) => JSON.stringify(body))).size < seeds.length,
      );
      const superfluous = findSuperfluous(smallest[0], check);
      return [
        ...wrong.slice(0, 1).map((body) => `${where} is not valid: ${JSON.stringify(body)}`),
        ...same.slice(0, 1).map(() => `${where}: two seeds make the same`),
        ...superfluous.map((path) => `${where}: the smallest could do without ${path}`),
      ];
    }),
  );
}

const findSuperfluous = (body: unknown, check: ValidateFunction): string[] =>
  listPaths(body)
    .filter((path) => path.length > 0 && check(update(body, path, () => leftOut)))
    .map((path) => path.join("."));

export const listSeeds = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);
