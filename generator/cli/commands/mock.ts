import { createMocker, findNewest } from "../../examples/mock.js";
import { chooseEvents } from "../../init/choose-events.js";
import { createAlbum } from "../../lattice/snapshot.js";
import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import type { Memo } from "../../memo.js";
import { loadSpec } from "../../package/load-spec.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { isInFleet, parseFleet, releaseFleet, nameOfFleet, parseRange } from "../../time/fleet.js";
import type { Fleet } from "../../time/fleet.js";
import { formatRelease, parseRelease } from "../../time/release.js";
import { buildView } from "../../view/build-view.js";
import { checkSeed } from "../check-seed.js";
import type { Args } from "../options/commands.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";
import { describeMock, formatMock, mockToJson, type Mock } from "../report/mock-text.js";
import type { Surroundings } from "../surroundings.js";

/** `mock`: prints a body for an event, as a shop could send it or as one may be answered. */
export function mock(args: Args<"mock">, { memo }: Surroundings): Ending {
  const { json } = args;
  const made = makeMock(args, memo);
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

function makeMock(args: Args<"mock">, memo: Memo): Outcome<Mock> {
  const { event: name, side, size, seed: given, int64 } = args;
  const spec = loadSpec(args.spec, memo);
  const wrong = checkSeed(given);
  if (!spec.ok || wrong.length > 0) return spec.ok ? failure(wrong) : spec;
  const model = buildModel(spec.value);
  const fleet = parseFleet(args, model);
  if (!fleet.ok) return fleet;
  const asked = chooseFleet(args, fleet.value, model);
  if (!asked.ok) return asked;
  const album = createAlbum(model);
  const built = buildView(album, asked.value);
  if (!built.ok) return built;
  const chosen = chooseEvents([name], built.value);
  if (!chosen.ok) return chosen;
  const seed = Number(given ?? defaultSeed);
  const make = createMocker(built.value, album);
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
