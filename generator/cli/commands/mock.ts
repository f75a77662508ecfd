import { createMocker, findNewest } from "../../contract/examples/mock.js";
import { chooseEvents } from "../../init/start-event.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { Model } from "../../contract/model/model.js";
import { loadSpec } from "../../contract/package/package-files.js";
import {
  isInFleet,
  formatFleet,
  parseFleet,
  parseRange,
  releaseFleet,
  type Fleet,
} from "../../base/time/fleet.js";
import { formatRelease } from "../../base/time/release.js";
import { buildView } from "../../contract/view/build-view.js";
import type { Args } from "../options/commands.js";
import { readRelease, readSeed } from "../inputs/receiver.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";
import { formatJson, type CommandResult, type WithWarnings } from "../command-result.js";

export function mock(args: Args<"mock">): CommandResult<MockJson> {
  const { event, side, size } = args;
  const model = buildModel(requireSuccess(loadSpec(args.spec)).value);
  const [seed = 1, release] = [readSeed(args.seed), readRelease(args.release)];
  const { value: fleet, warnings } = requireSuccess(parseFleet(args, model));
  const chosen = chooseFleet(args, release, fleet, model);
  const snapshots = createSnapshots(model);
  const view = requireSuccess(buildView(snapshots, chosen)).value;
  const [seen] = requireSuccess(chooseEvents([event], view)).value;
  const body = seen ? createMocker(view, snapshots)(seen, { side, size, seed }) : {};
  const shops = formatFleet(chosen);
  return {
    report: () => formatJson(body),
    json: () => ({ event, side, size, seed, shops, body, warnings }),
    warnings,
    note: () =>
      side === "request"
        ? `${event}, as a shop running ${shops} could send it (--seed ${seed}).\n`
        : `An answer to ${event} that shops running ${shops} accept (--seed ${seed}).\n`,
  };
}

export interface MockJson extends Pick<Args<"mock">, "event" | "side" | "size">, WithWarnings {
  /** The same seed gives the same body. */
  readonly seed: number;
  readonly shops: string;
  readonly body: unknown;
}

/** A request is for one release. An answer is for one release or the whole fleet. */
function chooseFleet(
  { side, event: name }: Args<"mock">,
  release: string | undefined,
  fleet: Fleet,
  model: Model,
): Fleet {
  if (release === undefined) {
    const event = model.events.find((each) => each.name === name);
    const newest = side === "request" && event ? findNewest(event, fleet) : undefined;
    return newest === undefined ? fleet : releaseFleet(newest, model);
  }
  const { value: range } = requireSuccess(parseRange(release, model));
  if (!isInFleet(range.min, fleet))
    throwUsageProblem(
      `The fleet ${formatFleet(fleet)} does not include --release ${formatRelease(range.min)}.`,
    );
  return range;
}
