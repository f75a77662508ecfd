import { createMocker, findNewest, type MockSize } from "../../examples/mock.js";
import { chooseEvents } from "../../init/start-event.js";
import { createSnapshots } from "../../lattice/snapshot.js";
import { buildModel } from "../../model/build.js";
import type { Direction, Model } from "../../model/model.js";
import { loadSpec } from "../../package/load-spec.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { showInvisible } from "../../text/quote.js";
import { isInFleet, parseFleet, releaseFleet, nameOfFleet, parseRange } from "../../time/fleet.js";
import type { Fleet } from "../../time/fleet.js";
import { formatRelease, parseRelease } from "../../time/release.js";
import { buildView } from "../../view/build-view.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { checkSeed } from "../receiver.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";

/** A body that was made up. */
interface Mock {
  readonly event: string;
  readonly side: Direction;
  readonly size: MockSize;
  readonly seed: number;
  /** The release or the fleet that it is for. */
  readonly shops: string;
  /** JSON, in which a bigint is a number all the same. */
  readonly body: unknown;
}

/** `mock`: prints a body for an event, as a shop could send it or as one may be answered. */
export function mock(args: Args<"mock">): Ending {
  const { json } = args;
  const made = makeMock(args);
  if (!made.ok) return problemEnding(made.problems.map(advise), json);
  if (json) return successEnding(mockToJson(made.value, made.warnings));
  const ending = successEnding(formatMock(made.value), made.warnings);
  // What is printed is the body and nothing else, so that it can be piped.
  return { ...ending, stderr: `${ending.stderr}${describeMock(made.value)}` };
}

/** The hints that name options, with those of this command. */
const hints: Readonly<Record<string, string>> = {
  "event-not-in-fleet": "Name another event, or other shops with --release, --min-version or --max-version.",
  "no-safe-response": "Name one shop with --release, or make up what a shop sends with --side request.",
};

function advise(problem: Problem): Problem {
  const hint = hints[problem.code];
  return hint === undefined ? problem : { ...problem, hint };
}

function makeMock(args: Args<"mock">): Outcome<Mock> {
  const { event: name, side, size, seed: given, int64 } = args;
  const spec = loadSpec(args.spec);
  const wrong = checkSeed(given);
  if (!spec.ok || wrong.length > 0) return spec.ok ? failure(wrong) : spec;
  const model = buildModel(spec.value);
  const fleet = parseFleet(args, model);
  if (!fleet.ok) return fleet;
  const asked = chooseFleet(args, fleet.value, model);
  if (!asked.ok) return asked;
  const snapshots = createSnapshots(model);
  const built = buildView(snapshots, asked.value);
  if (!built.ok) return built;
  const chosen = chooseEvents([name], built.value);
  if (!chosen.ok) return chosen;
  const seed = Number(given ?? defaultSeed);
  const make = createMocker(built.value, snapshots);
  const bodies = chosen.value.map((event) => make(event, { side, size, seed, large: int64 !== "number" }));
  const shops = nameOfFleet(asked.value);
  return success({ event: name, side, size, seed, shops, body: bodies[0] }, [
    ...fleet.warnings,
    ...asked.warnings,
  ]);
}

/** The same call prints the same body. */
const defaultSeed = "1";

/** The shops that the body is for: those of one release, or for an answer the whole fleet. */
function chooseFleet(
  { release, side, event: name }: Args<"mock">,
  fleet: Fleet,
  model: Model,
): Outcome<Fleet> {
  const [asked, ...others] = release;
  if (others.length > 0) return failure([reportUsage("A body is of one release: give --release once.")]);
  if (asked !== undefined) return chooseRelease(asked, fleet, model);
  const event = model.events.find((each) => each.name === name);
  const newest = side === "request" && event ? findNewest(event, fleet) : undefined;
  return success(newest === undefined ? fleet : releaseFleet(newest, model));
}

function chooseRelease(asked: string, fleet: Fleet, model: Model): Outcome<Fleet> {
  const release = parseRelease(asked);
  if (release === undefined)
    return failure([report("malformed-release", { option: "--release", value: asked })]);
  if (!isInFleet(release, fleet))
    return failure([
      reportUsage(`No shop of ${nameOfFleet(fleet)} runs --release ${formatRelease(release)}.`),
    ]);
  return parseRange(asked, model);
}

const reportUsage = (message: string): Problem => report("usage", { message, hint: undefined });

/** Formats a body as it goes over the wire, but for its line breaks. */
const formatMock = ({ body }: Mock): string => `${toJsonText(body)}\n`;

/** Says what a body is. */
const describeMock = ({ event, side, shops, seed }: Mock): string =>
  side === "request"
    ? `${event}, as a shop of ${shops} could send it; --seed ${seed}.\n`
    : `An answer to ${event} that shops of ${shops} take; --seed ${seed}.\n`;

/** The same for programs, with what it is. */
const mockToJson = (mock: Mock, warnings: readonly Problem[]): string =>
  `${toJsonText({ ...mock, warnings } satisfies Result<"mock">)}\n`;

/** As `JSON.stringify` writes it, and bigints as numbers with all their digits. */
function toJsonText(value: unknown, indent = ""): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return showInvisible(JSON.stringify(value));
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(
    ([name, part]) => `${inner}${isList ? "" : `${JSON.stringify(name)}: `}${toJsonText(part, inner)}`,
  );
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return parts.length === 0 ? open + close : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}
