import type { Model } from "../../model/model.js";
import type { EventSetUp, TillOptions } from "../../till/api/till.js";
import type { TillContract } from "../../till/running/contract.js";
import { getAt, type Json, type JsonObject } from "../../json.js";
import { baseline, formatRelease, parseRelease } from "../../time/release.js";
import { keepKnown } from "../../till/request/known.js";
import { readOptions } from "../../till/running/options.js";
import type { Plans } from "../../till/answer/plans.js";
import { proceed } from "../../till/answer/proceed.js";
import type { TillSetUp } from "../../till/request/request.js";
import { formatDuration } from "../read/duration.js";
import { formatYaml } from "../../text/yaml.js";
import { toEventStep } from "./event-step.js";
import { toAnswerStep } from "./answer-step.js";
import { withoutAddresses } from "./without-addresses.js";
import { toExpectation } from "./expectation.js";
import type { TraceEntry } from "./read-trace.js";

/** Scenarios that do what a trace has, as YAML: one for each sale, and one for all that belongs to no sale. */
export function fromTrace(entries: readonly TraceEntry[], contract: TillContract): string {
  const sales = new Map<string, TraceEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.origin, getAt(entry.request, ["session", "sessionId"]) ?? null]);
    sales.set(key, [...(sales.get(key) ?? []), entry]);
  }
  const scenarios = [...sales.values()].map((sale) => formatYaml(toScenario(sale, contract)));
  return scenarios.join("---\n");
}

function toScenario(sale: readonly TraceEntry[], contract: TillContract): JsonObject {
  const { model } = contract;
  const events = listSetUps(sale, model);
  const product = findProduct(sale, model);
  const release = findRelease(sale, model);
  const name = sale[0]?.scenario;
  const entries = sale.map((entry) => withoutAddresses(entry, model));
  const isCalledBack = entries.some((entry, index) => entry !== sale[index]);
  return {
    ...(name !== undefined && { name }),
    description: "Made of a trace: what is in it is what a till sent and a receiver answered.",
    ...(release !== undefined && { release }),
    ...(product !== undefined && { product }),
    events: { ...events } as JsonObject,
    ...(isCalledBack && { settings: { callback: true } }),
    steps: listSteps(entries, contract, { events, release }),
  };
}

/** The release that the trace was written at, if it says so and the contract knows that one. */
function findRelease([first]: readonly TraceEntry[], { releases }: Model): string | undefined {
  const release = parseRelease(first?.release ?? "");
  const newest = releases.at(-1)?.release ?? baseline;
  return release === undefined || release > newest ? undefined : formatRelease(release);
}

type SetUps = Readonly<Record<string, EventSetUp>>;

/** How each event was set up. */
const listSetUps = (sale: readonly TraceEntry[], { polling }: Model): SetUps =>
  Object.fromEntries(
    sale.map(({ event, request }) => [
      event,
      {
        blocking: getAt(request, ["event", "eventBlocking"]) === true,
        ...(polling &&
          getAt(request, [polling.asks.object, polling.asks.property]) === true && { polling: true }),
      },
    ]),
  );

/** The product that calls itself what the requests say; undefined: the usual one, or one whose name is not known. */
function findProduct([first]: readonly TraceEntry[], { products }: Model): string | undefined {
  const name = getAt(first?.request, ["sender", "productName"]);
  const [usual, ...others] = products;
  return name === usual?.productName ? undefined : others.find(({ productName }) => productName === name)?.id;
}

/** How far the till of the trace is. */
interface Progress {
  readonly steps: readonly JsonObject[];
  readonly previous: TraceEntry | undefined;
  /** What the till would send by itself. */
  readonly flows: Plans;
  /** What it sent by itself since the last step, and when that was. */
  readonly polls: number;
  readonly since: number;
}

function listSteps(
  sale: readonly TraceEntry[],
  contract: TillContract,
  options: Pick<TillOptions, "events" | "release">,
): readonly JsonObject[] {
  const setUp = readOptions({ url: "", subscription: "", secret: anySecret, ...options }, contract);
  const begun: Progress = {
    steps: [],
    previous: undefined,
    flows: { courses: [], pending: [] },
    polls: 0,
    since: 0,
  };
  return sale.reduce((progress, entry) => addEntry(progress, entry, setUp), begun).steps;
}

/** Nothing is signed with it. */
const anySecret = Buffer.alloc(16).toString("base64");

function addEntry(progress: Progress, entry: TraceEntry, setUp: TillSetUp): Progress {
  const { previous, steps, polls, since } = progress;
  const flows = followFlows(progress, entry, setUp);
  const expectation = toExpectation(entry);
  const step = toAnswerStep(entry, previous);
  if (step) return { ...begin(progress, entry), flows, steps: [...steps, { ...step, ...expectation }] };
  const isOwn = progress.flows.pending.some(({ order }) => order.event.name === entry.event);
  if (!isOwn) {
    const told = toEventStep(withoutUnknown(entry, setUp), previous, setUp.model);
    return { ...begin(progress, entry), flows, steps: [...steps, { ...told, ...expectation }] };
  }
  const count = polls + 1;
  const isOver = !flows.pending.some(({ canEnd }) => canEnd);
  const waiting = { wait: formatWait(entry.at - since, count, isOver, setUp), ...expectation };
  return {
    ...progress,
    previous: entry,
    flows,
    polls: count,
    steps: [...(polls > 0 ? steps.slice(0, -1) : steps), waiting],
  };
}

/** What the release does not know, a till of it cannot send. */
function withoutUnknown(entry: TraceEntry, { model, snapshot, release }: TillSetUp): TraceEntry {
  const event = model.events.find(({ name }) => name === entry.event);
  const known = event && keepKnown(snapshot.object(event.request), entry.request, release, []);
  return known ? { ...entry, request: known.value } : entry;
}

const begin = (progress: Progress, entry: TraceEntry): Progress => ({
  ...progress,
  previous: entry,
  polls: 0,
  since: entry.at,
});

/**
 * As long as the trace, and long enough for as many requests. Where the last one was the end of it there is time to spare, as a
 * wait ends early when nothing is left to do.
 */
function formatWait(elapsed: number, count: number, isOver: boolean, { settings }: TillSetUp): string {
  const time = Math.max(elapsed, count * settings.pollEvery);
  return formatDuration(Math.ceil((isOver ? time * 1.2 + 5000 : time) / 1000) * 1000);
}

function followFlows({ flows }: Progress, entry: TraceEntry, setUp: TillSetUp): Progress["flows"] {
  const event = setUp.model.events.find(({ name }) => name === entry.event);
  const answer: Json = entry.answer ?? {};
  const isTaken = entry.status === 200 && entry.refused === undefined;
  return event && isTaken
    ? proceed(flows, { event, request: entry.request, answer }, setUp, entry.at)
    : flows;
}
