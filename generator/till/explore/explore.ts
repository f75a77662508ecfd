import * as fc from "fast-check";
import type { JsonObject } from "../../base/json.js";
import { playAtNewTill } from "../scenario/play-at-new-till.js";
import { formatSteps } from "../scenario/write-scenario.js";
import { defined } from "../../contract/read/values.js";
import settings from "../engine/settings.json" with { type: "json" };
import type { Exchange, Fault, TillOptions } from "../engine/till-types.js";
import { keepConnections } from "../engine/keep-connections.js";
import { listRequestParts, makeRequestPool, type RequestPool, type ExploreScenario } from "./request-pool.js";
import { findFlaw, isSayingNo, startLimitedTill, takeWalk } from "./walk.js";
import type { UnendedEvent, Walk, WalkResult, WalkOptions } from "./walk.js";

export interface ExploreOptions extends Pick<WalkOptions, "contract" | "startTill" | "reader"> {
  /** Without a seed, because a receiver may remember ids. */
  readonly till: Omit<TillOptions, "release" | "events" | "clock" | "seed">;
  readonly releases: readonly (string | undefined)[];
  readonly sources: readonly ExploreScenario[];
  readonly seed: number;
  /** In milliseconds of real time, checked after each exchange. Shrinking the last flaw may take a little longer. */
  readonly time: number;
  /** Per walk. Default: 1000. */
  readonly maxExchanges?: number | undefined;
  /** Default: as many as time allows. */
  readonly maxWalks?: number | undefined;
  /** Default: 5. */
  readonly maxFound?: number | undefined;
}

export interface ExploreResult {
  readonly walks: number;
  /** By event. `notTaken`: the receiver rejected it in the vendor's format. */
  readonly events: ReadonlyMap<string, { readonly sent: number; readonly notTaken: number }>;
  readonly lacking: readonly string[];
  /** What was still open at the end of a walk, by event. `sent` is the largest number of one walk. */
  readonly open: readonly (UnendedEvent & { readonly walks: number })[];
  readonly found: readonly FoundFlaw[];
}

export interface FoundFlaw {
  readonly flaw: string;
  readonly yaml: string;
  /** `simulate`'s messages for the scenario. Empty if it did not fail in the same way when replayed. */
  readonly messages: readonly string[];
  readonly reply: Exchange["reply"] | undefined;
}

export async function exploreReceiver(options: ExploreOptions): Promise<ExploreResult> {
  const connections = keepConnections();
  const { fetch = connections.fetch } = options.till;
  try {
    return await takeWalks({ ...options, till: { ...options.till, fetch } });
  } finally {
    connections.close();
  }
}

async function takeWalks(options: ExploreOptions): Promise<ExploreResult> {
  const { contract, till, sources, seed, time } = options;
  const { maxWalks = Infinity, maxFound = 5, maxExchanges = 1000 } = options;
  const draws = createDraws(makeRequestPool(contract, sources), options.releases);
  const seen = { flaws: new Set<string>(), answered: new Set<string>(), lacking: new Set<string>() };
  const virtual: TillOptions = { ...till, clock: "virtual" };
  const end = performance.now() + time;
  const patience = Math.min(3000, time / 10);
  const walking: WalkOptions = { ...options, till: virtual, seen, patience, maxExchanges, end };
  const events = new Map<string, { readonly sent: number; readonly notTaken: number }>();
  const open = new Map<string, UnendedEvent & { readonly walks: number }>();
  const found: FoundFlaw[] = [];
  const isNobody = (): boolean => seen.answered.size === 0 && seen.lacking.size > 3;
  const isOver = (): boolean => till.signal?.aborted === true || found.length === maxFound || isNobody();
  let walks = 0;
  for (; walks < maxWalks && performance.now() < end && !isOver(); walks += 1) {
    // Neighboring seeds share no walks.
    const walked = await takeWalk(draws.draw((Math.imul(seed + 1, 0x9e3779b1) + walks) | 0), walking);
    for (const { event, verdict } of walked.exchanges) {
      const { sent, notTaken } = events.get(event) ?? { sent: 0, notTaken: 0 };
      events.set(event, { sent: sent + 1, notTaken: notTaken + Number(isSayingNo(verdict)) });
    }
    for (const each of new Map(walked.open.map((one) => [one.event, one])).values()) {
      const { walks: before, sent, isAnswered } = open.get(each.event) ?? { ...each, walks: 0 };
      open.set(each.event, {
        ...each,
        walks: before + 1,
        sent: Math.max(sent, each.sent),
        isAnswered: isAnswered || each.isAnswered,
      });
    }
    if (walked.flaw !== undefined && !isOver()) {
      found.push(await makeSmall(walked, draws, walking, time));
      seen.flaws.add(walked.flaw);
    }
  }
  return { walks, events, lacking: [...seen.lacking], open: [...open.values()], found };
}

async function makeSmall(
  first: WalkResult,
  draws: Draws,
  walking: WalkOptions,
  time: number,
): Promise<FoundFlaw> {
  const { flaw = "" } = first;
  const end = performance.now() + Math.max(time / 5, 5000);
  let smallest = first;
  await draws.shrink(first.walk, async (walk) => {
    if (performance.now() > end || walking.till.signal?.aborted === true) return false;
    const walked = await takeWalk(walk, { ...walking, patience: 0, end });
    if (walked.flaw === flaw) smallest = walked;
    return walked.flaw === flaw;
  });
  const yaml = toYaml(flaw, smallest, walking.till);
  const { messages, exchanges } = await playYaml(yaml, { ...walking, end: performance.now() + time });
  const flaws = exchanges.flatMap((each) => findFlaw(each) ?? []);
  const isOfAnswer = first.exchanges.some((each) => findFlaw(each) === flaw);
  const isSame = isOfAnswer ? flaws.includes(flaw) : flaws.length === 0;
  return { flaw, yaml, messages: isSame ? messages : [], reply: exchanges.at(-1)?.reply };
}

function toYaml(name: string, { walk, steps, exchanges }: WalkResult, till: TillOptions): string {
  const sent = new Set(exchanges.map(({ event }) => event));
  const events = walk.events.filter(([event]) => sent.has(event));
  return formatSteps(
    {
      name,
      release: walk.release,
      product: till.product,
      events: Object.fromEntries(events),
      settings: { ...Object.fromEntries(walk.settings), ...till.settings },
    },
    steps,
  );
}

/** Plays a scenario as `simulate` does. Returns the messages of its failure, and the exchanges of the failed step. */
async function playYaml(yaml: string, limits: WalkOptions) {
  const read = limits.reader.readText({ file: "found.yaml", text: yaml });
  const [scenario] = read.ok ? read.value : [];
  if (!scenario) throw new Error("The scenario that reproduces the flaw is not valid.");
  const { steps, failures } = await playAtNewTill(scenario, limits.till, {
    contract: limits.contract,
    startTill: startLimitedTill.bind(undefined, limits),
  });
  const step = steps.find(({ outcome }) => outcome === "failed");
  const exchanges = step?.exchanges ?? [];
  const messages = [...(step?.failures ?? []), ...failures].map(({ message }) => message);
  return { messages, exchanges };
}

type Draws = ReturnType<typeof createDraws>;

/**
 * Draws and shrinks walks. Only this file imports `fast-check`. An act selects by number, such as "the second
 * option, if a dialog is open", so a walk stays possible whichever acts are removed. fast-check's own
 * commands would need a model of the state, which only the receiver has.
 */
function createDraws(pool: RequestPool, releases: ExploreOptions["releases"]) {
  const { templates, pollable } = pool;
  const events = [...new Set(templates.map(({ event }) => event))];
  const apart = events.filter(({ echoes }) => echoes.length === 0);
  const setUps: Walk["events"] = [
    ...apart.map(({ name }) => [name, { blocking: false }] as const),
    ...events.map(({ name }) => [name, { blocking: true }] as const),
    ...pollable.map((name) => [name, { blocking: true, polling: true }] as const),
  ];
  const walks: fc.Arbitrary<Walk> = fc.record({
    acts: fc.array(drawAct(pool), { maxLength: 30, size: "max" }),
    release: fc.constantFrom(...releases),
    settings: fc.subarray([...unusualSettings], { maxLength: 4 }),
    events: fc.subarray([...setUps]),
  });
  return {
    draw: (seed: number) =>
      defined(fc.sample(walks, { seed, numRuns: 1, unbiased: true })[0], "a sample has one"),
    shrink: async (walk: Walk, fails: (walk: Walk) => Promise<boolean>) => {
      let smallest = walk;
      const attempt = async (candidate: Walk): Promise<void> => {
        if (await fails(candidate)) smallest = candidate;
      };
      // fast-check would look at each act in turn, so shorten the walk first.
      await attempt({ ...walk, events: [], settings: [] });
      for (let at = walk.acts.length - 1; at >= 0; at -= 1)
        await attempt({ ...smallest, acts: smallest.acts.filter((_, index) => index !== at) });
      let next: fc.Value<Walk> | undefined = new fc.Value(smallest, undefined);
      while (next) next = await findFirst(walks.shrink(next.value, next.context), fails);
    },
  };
}

async function findFirst(walks: Iterable<fc.Value<Walk>>, fails: (walk: Walk) => Promise<boolean>) {
  for (const walk of walks) if (await fails(walk.value)) return walk;
  return undefined;
}

function drawAct({ templates }: RequestPool): fc.Arbitrary<Walk["acts"][number]> {
  const events = templates.map((template) =>
    fc.record({
      kind: fc.constant("event" as const),
      template: fc.constant(template),
      kept: fc.subarray([...listRequestParts(template)]),
      changes: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 2 }),
      fault: fc.constantFrom(...weightedFaults),
    }),
  );
  const picks = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 });
  const waits = ["2s", "2s", "10s", "1m"].map((wait) => ({ wait }));
  const step = fc.constantFrom<JsonObject[]>(...waits, { cancel: null }, { cancel: null });
  return fc.oneof(
    { weight: 25, arbitrary: fc.oneof(...events) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("again" as const), nth: fc.nat(4) }) },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("answer" as const), picks }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("step" as const), step }) },
  );
}

/** Relative frequencies. `slow` takes real time. */
const faultWeights = { none: 150, twice: 15, newer: 10, late: 10, gone: 5, slow: 1 };
const weightedFaults = Object.entries(faultWeights).flatMap(([fault, times]) =>
  Array.from({ length: times }, () => fault as Fault | "none"),
);

/**
 * Excludes times, the callback address (few receivers could reach it) and the signature of error answers (it would
 * hide the reason for a rejection).
 */
const unusualSettings = Object.entries(settings)
  .filter(([name]) => !/^(?:answerDeadline|pollEvery|callback|refusalsMustBeSigned)$/.test(name))
  .flatMap(([name, { values }]) => values.slice(1).map((value: unknown) => [name, value] as const));
