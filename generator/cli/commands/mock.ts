import { createMocker, findNewest } from "../../contract/examples/mock.js";
import { chooseEvents } from "../../init/start-event.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { Model } from "../../contract/model/model.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { showInvisible } from "../../base/text/quote.js";
import {
  isInFleet,
  formatFleet,
  parseFleet,
  parseRange,
  releaseFleet,
  type Fleet,
} from "../../base/time/fleet.js";
import { formatRelease, parseRelease } from "../../base/time/release.js";
import { buildView } from "../../contract/view/build-view.js";
import type { Args } from "../options/commands.js";
import { readSeed } from "../inputs/receiver.js";
import { requireSuccess, throwProblems, throwUsageProblem } from "../call-error.js";
import { renderText, type RenderedResult, type WithWarnings } from "../command-result.js";

/** `mock`: prints a body for an event, as a shop could send it or as one may be answered. */
export function mock(args: Args<"mock">): RenderedResult {
  const { event, side, size } = args;
  const spec = requireSuccess(loadSpec(args.spec)).value;
  // The same call prints the same body.
  const { value: seed = 1 } = requireSuccess(readSeed(args.seed));
  const model = buildModel(spec);
  const fleet = requireSuccess(parseFleet(args, model));
  const chosenFleet = requireSuccess(chooseFleet(args, fleet.value, model));
  const snapshots = createSnapshots(model);
  const view = requireSuccess(withCommandHints(buildView(snapshots, chosenFleet.value))).value;
  const [chosen] = requireSuccess(withCommandHints(chooseEvents([event], view))).value;
  const make = createMocker(view, snapshots);
  const body: unknown = chosen && make(chosen, { side, size, seed });
  const shops = formatFleet(chosenFleet.value);
  const warnings = [...fleet.warnings, ...chosenFleet.warnings];
  if (args.json)
    return renderText(toJsonText({ event, side, size, seed, shops, body, warnings } satisfies MockJson));
  const note =
    side === "request"
      ? `${event}, as a shop of ${shops} could send it; --seed ${seed}.\n`
      : `An answer to ${event} that shops of ${shops} take; --seed ${seed}.\n`;
  // What is printed is the body and nothing else, so that it can be piped.
  const ending = renderText(toJsonText(body), warnings);
  return { ...ending, stderr: `${ending.stderr}${note}` };
}

/** A body that was made up. */
export interface MockJson extends WithWarnings {
  readonly event: string;
  readonly side: "request" | "response";
  readonly size: "rich" | "smallest";
  /** What it was made of: the same one makes the same. */
  readonly seed: number;
  /** The release or the fleet that it is for. */
  readonly shops: string;
  readonly body: unknown;
}

/** The hints that name options, with those of this command. */
const commandHints: Readonly<Record<string, string>> = {
  "event-not-in-fleet": "Name another event, or other shops with --release, --min-version or --max-version.",
  "no-safe-response": "Name one shop with --release, or make up what a shop sends with --side request.",
};

const withCommandHints = <T>(outcome: Outcome<T>): Outcome<T> =>
  outcome.ok
    ? outcome
    : failure(
        outcome.problems.map((problem) => {
          const hint = commandHints[problem.code];
          return hint === undefined ? problem : { ...problem, hint };
        }),
      );

/** The shops that the body is for: those of one release, or for an answer the whole fleet. */
function chooseFleet(
  { release: [asked, ...others], side, event: name }: Args<"mock">,
  fleet: Fleet,
  model: Model,
): Outcome<Fleet> {
  if (others.length > 0) throwUsageProblem("A body is of one release: give --release once.");
  if (asked === undefined) {
    const event = model.events.find((each) => each.name === name);
    const newest = side === "request" && event ? findNewest(event, fleet) : undefined;
    return success(newest === undefined ? fleet : releaseFleet(newest, model));
  }
  const release = parseRelease(asked);
  if (release === undefined)
    throwProblems(report("malformed-release", { option: "--release", value: asked }));
  return isInFleet(release, fleet)
    ? parseRange(asked, model)
    : throwUsageProblem(`No shop of ${formatFleet(fleet)} runs --release ${formatRelease(release)}.`);
}

/** As JSON goes over the wire, but for its line breaks. */
const toJsonText = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(/[^\n]+/g, showInvisible) + "\n";
