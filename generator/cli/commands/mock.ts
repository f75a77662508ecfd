import { createMocker, findNewest, type MockOptions } from "../../contract/examples/mock.js";
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
import type { Outcome } from "../../base/problem/problem.js";
import { buildView } from "../../contract/view/build-view.js";
import type { Args } from "../options/commands.js";
import { readRelease, readSeed } from "../inputs/receiver.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";
import { formatJson, type CommandResult, type WithWarnings } from "../command-result.js";

export function mock(args: Args<"mock">): CommandResult<MockJson> {
  const { event, side = "request" } = args;
  const size = chooseSize(args);
  const model = buildModel(requireSuccess(loadSpec(args.spec, args.additions)).value);
  const [seed = 1, release] = [readSeed(args.seed), readRelease(args.release)];
  const { value: fleet, warnings } = requireSuccess(parseFleet(args, model));
  const { value: chosen, warnings: ofRelease } = chooseFleet(args, release, fleet, model);
  const snapshots = createSnapshots(model);
  const view = requireSuccess(buildView(snapshots, chosen)).value;
  const [seen] = requireSuccess(chooseEvents([event], view)).value;
  const body = seen ? createMocker(view, snapshots)(seen, { side, size, seed }) : {};
  const shops = formatFleet(chosen);
  const all = [...warnings, ...ofRelease];
  const note = `${sentences[side][size](event, shops)} (--seed ${seed}).`;
  return {
    report: () => formatJson(body),
    json: () => ({ event, side, size, seed, shops, note, body, warnings: all }),
    warnings: all,
    note: () => `${note}\n`,
  };
}

export interface MockJson extends Pick<Args<"mock">, "event">, MockOptions, WithWarnings {
  readonly shops: string;
  /** Says what the body is: what a shop could send, its required parts, or every part that exists. */
  readonly note: string;
  readonly body: unknown;
}

const accept = (shops: string): string =>
  shops === ".." ? "every shop accepts" : `shops running ${shops} accept`;

const takes = (event: string, shops: string): string => `An answer to ${event} that ${accept(shops)}`;

const sentences = {
  request: {
    rich: (event: string, shops: string) => `${event}, as a shop running ${shops} could send it`,
    smallest: (event: string, shops: string) =>
      `${event} with the parts that ${shops} always sends, and no others`,
    full: (event: string, shops: string) =>
      `${event} with every part that ${shops} may send, not a real sale`,
  },
  response: {
    rich: takes,
    smallest: takes,
    full: (event: string, shops: string) =>
      `Every part of an answer to ${event} that ${accept(shops)}, not one to send`,
  },
};

function chooseSize({ full, size }: Pick<Args<"mock">, "full" | "size">): MockOptions["size"] {
  if (!full) return size;
  if (size !== "rich") throwUsageProblem("Use either --full or --size smallest.");
  return "full";
}

/** A request is for one release. An answer is for one release or the whole fleet. */
function chooseFleet(
  { side = "request", event: name }: Args<"mock">,
  release: string | undefined,
  fleet: Fleet,
  model: Model,
): Pick<Extract<Outcome<Fleet>, { ok: true }>, "value" | "warnings"> {
  if (release === undefined) {
    const event = model.events.find((each) => each.name === name);
    const newest = side === "request" && event ? findNewest(event, fleet) : undefined;
    return { value: newest === undefined ? fleet : releaseFleet(newest, model), warnings: [] };
  }
  const range = requireSuccess(parseRange(release, model));
  const { min } = range.value;
  if (!isInFleet(min, fleet))
    throwUsageProblem(`The fleet ${formatFleet(fleet)} does not include --release ${formatRelease(min)}.`);
  return range;
}
