import { getAt, isObject } from "../../base/json.js";
import type { Model } from "../../contract/model/model.js";
import type { RecordedExchange } from "../../contract/traffic/recorded-exchange.js";
import { asksToPoll } from "../engine/till-set-up.js";
import { isErrorReport } from "../engine/read-request.js";

/** When to send a recorded request. Requests are named by their index. */
export interface PlannedRequest {
  /** Earlier requests whose answers had come before this request did. */
  readonly awaits: readonly number[];
  /** The earliest time, in milliseconds since another request was sent. Undefined: as soon as the others allow. */
  readonly due: { readonly after: number; readonly delay: number } | undefined;
}

/**
 * Plans the pace of a replay. Only payments and polls keep their recorded pace, from their first request on: their
 * answers depend on time. A held poll blocks no other request that came meanwhile.
 *
 * @param records in the order of their times
 */
export function planReplay(records: readonly RecordedExchange[], model: Model): readonly PlannedRequest[] {
  const flows = new Map<string, TimedFlow>();
  let unanswered: readonly number[] = [];
  return records.map((record, index) => {
    const { at = 0 } = record;
    const awaits = unanswered.filter((other) => !isStillHeld(records[other], at, model));
    unanswered = [...unanswered.filter((other) => !awaits.includes(other)), index];
    const key = findFlowKey(record, model);
    if (key === undefined) return { awaits, due: undefined };
    const before = flows.get(key);
    const isContinued = before !== undefined && at - before.last <= maxPause;
    const flow = isContinued ? { ...before, last: at } : { first: index, start: at, last: at };
    if (isEnd(record, model)) flows.delete(key);
    else flows.set(key, flow);
    return { awaits, due: isContinued ? { after: flow.first, delay: at - flow.start } : undefined };
  });
}

interface TimedFlow {
  readonly first: number;
  readonly start: number;
  readonly last: number;
}

/** In milliseconds. A till that continues after a longer pause has given up in between. */
const maxPause = 600_000;

const isStillHeld = (record: RecordedExchange | undefined, at: number, model: Model): boolean =>
  record !== undefined &&
  findFlowKey(record, model) !== undefined &&
  (record.at ?? 0) + (record.duration ?? 0) > at;

/** Events of a payment repeat its id; a poll repeats the event. Background polls depend on no start and never end. */
function findFlowKey({ event: name, request, at }: RecordedExchange, model: Model): string | undefined {
  const event = model.events.find((each) => each.name === name);
  if (!event || at === undefined || !isObject(request) || isErrorReport(request)) return undefined;
  const ids = event.echoes.flatMap(({ object, property }) => getAt(request, [object, property]) ?? []);
  if (ids.length > 0) return JSON.stringify(ids);
  if (event.pollingOptional || !asksToPoll(request, model)) return undefined;
  return JSON.stringify([name, getAt(request, ["session", "sessionId"]) ?? null]);
}

/** A later poll of the same sale begins anew. Nothing follows the end of a payment. */
const isEnd = ({ answer = null }: RecordedExchange, { polling }: Model): boolean =>
  polling !== undefined && getAt(answer, [polling.ends.object, polling.ends.property]) === true;

/** The least time that a replay takes, in milliseconds. */
export function getLeastDuration(plan: readonly PlannedRequest[]): number {
  const times: number[] = [];
  for (const { due } of plan) {
    const earliest = due ? (times[due.after] ?? 0) + due.delay : 0;
    times.push(Math.max(times.at(-1) ?? 0, earliest));
  }
  return times.at(-1) ?? 0;
}

export interface PacedSending<T> {
  readonly send: (index: number) => Promise<T>;
  /** True if no further request is to be sent. */
  readonly isOver: () => boolean;
  readonly now: () => number;
  /** Resolves early if the replay is over. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Sends requests as planned. Resolves with the results of those that were sent. */
export async function sendAsPlanned<T>(
  plan: readonly PlannedRequest[],
  { send, isOver, now, sleep }: PacedSending<T>,
): Promise<readonly T[]> {
  const sent: { readonly at: number; readonly result: Promise<T> }[] = [];
  for (const [index, { awaits, due }] of plan.entries()) {
    await Promise.all(awaits.flatMap((other) => sent[other]?.result ?? []));
    const left = due ? (sent[due.after]?.at ?? 0) + due.delay - now() : 0;
    if (left > 0 && !isOver()) await sleep(left);
    if (isOver()) break;
    sent.push({ at: now(), result: send(index) });
  }
  return Promise.all(sent.map(({ result }) => result));
}
