import { getOwn, type JsonObject } from "../../base/json.js";
import { formatYaml } from "../../base/text/yaml.js";
import type { EventSetUp, Exchange, TillSession } from "../engine/till-types.js";
import { endsPoll, expectAnswer, expectSale } from "./choose-expectations.js";
import { escapeReferences, mapTexts } from "./references.js";
import { formatDuration, parseDuration } from "./scenario.js";

export interface ScenarioHead {
  readonly name: string;
  readonly description?: string | undefined;
  /** Requirements for an integration to pass. */
  readonly needs?: string | undefined;
  readonly release?: string | undefined;
  readonly product?: string | undefined;
  readonly events?: Readonly<Record<string, EventSetUp>> | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

/** A step that somebody did at a till, and what followed. */
export interface DoneStep {
  /** As in a scenario file, for example `{ choose: "Large" }`, but every text is literal: `${` starts no reference. */
  readonly step: JsonObject;
  /** All that the till sent in this step, oldest first. May be empty. */
  readonly exchanges: readonly Exchange[];
  /** After the step. */
  readonly session: TillSession;
}

/**
 * Formats steps that were done as a scenario. It expects what a person can read and what the same server does again:
 * no ids, times or addresses. Requests that the till sent by itself after a step become a `wait`.
 */
export function formatScenario(head: ScenarioHead, steps: readonly DoneStep[]): string {
  const mayBeLate = steps.some(({ step }) => step["fault"] === "late");
  const split = steps.flatMap((done) => splitWait(done, mayBeLate));
  const described = split.reduce(joinWaits, []).map(describeStep);
  return formatSteps(head, [...described, ...closeQuestion(steps.at(-1)?.session)]);
}

/** Formats steps with expectations of their own. */
export function formatSteps(head: ScenarioHead, steps: readonly JsonObject[]): string {
  const { name, description, needs, release, product, events = {}, settings = {} } = head;
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  return formatYaml({
    name: Array.from(name).slice(0, maxName).join(""),
    ...(description !== undefined && { description }),
    ...(needs !== undefined && { needs }),
    ...(release !== undefined && { release }),
    ...(product !== undefined && { product }),
    ...(Object.keys(events).length > 0 && { events }),
    ...(set.length > 0 && { settings: Object.fromEntries(set) }),
    steps,
  });
}

/** In characters. Some names contain words of an answer. */
const maxName = 200;

/** A scenario fails if a dialog or a form is open at its end. */
function closeQuestion({ open = {} }: Partial<TillSession> = {}): readonly JsonObject[] {
  const isClosable = open["form"] !== undefined || getOwn(open["dialog"], "required") === false;
  return isClosable ? [{ cancel: null }] : [];
}

interface PlainStep {
  readonly step: JsonObject;
  /** The exchange that the step's expectation is about. Undefined if nothing was sent. */
  readonly exchange: Exchange | undefined;
  /** Undefined if a `wait` follows that has all of the effect. */
  readonly session: TillSession | undefined;
  /** True if its exchanges are all of the same event. */
  readonly isOneEvent: boolean;
}

/** Separates what the till sent by itself afterwards. An exchange that a fault held back is older than the step's own. */
function splitWait({ step, exchanges, session }: DoneStep, mayBeLate: boolean): readonly PlainStep[] {
  const isOneEvent = new Set(exchanges.map(({ event }) => event)).size <= 1;
  if (step["wait"] !== undefined) return [{ step, exchange: exchanges.at(-1), session, isOneEvent }];
  const exchange = exchanges.find(({ event }) => Object.hasOwn(step, event)) ?? exchanges[0];
  if (!exchange) return [{ step, exchange, session, isOneEvent }];
  const others = exchanges.slice(exchanges.indexOf(exchange) + 1);
  const polls = others.filter(({ at }) => (mayBeLate ? at > exchange.at : at >= exchange.at));
  const last = polls.at(-1);
  if (!last) return [{ step, exchange, session, isOneEvent }];
  const wait = formatDuration(Math.max(1000, Math.ceil(last.at - exchange.at)));
  const isOnePoll = new Set(polls.map(({ event }) => event)).size === 1;
  return [
    { step, exchange, session: undefined, isOneEvent: true },
    { step: { wait }, exchange: last, session, isOneEvent: isOnePoll },
  ];
}

function joinWaits(joined: readonly PlainStep[], next: PlainStep): readonly PlainStep[] {
  const last = joined.at(-1);
  const [before, after] = [last?.step["wait"], next.step["wait"]];
  if (!last || typeof before !== "string" || typeof after !== "string") return [...joined, next];
  const wait = formatDuration((parseDuration(before) ?? 0) + (parseDuration(after) ?? 0));
  const exchange = next.exchange ?? last.exchange;
  const isSame = !next.exchange || !last.exchange || next.exchange.event === last.exchange.event;
  const isOneEvent = last.isOneEvent && next.isOneEvent && isSame;
  return [...joined.slice(0, -1), { step: { wait }, exchange, session: next.session, isOneEvent }];
}

function describeStep(
  { step, exchange, session, isOneEvent }: PlainStep,
  index: number,
  all: readonly PlainStep[],
): JsonObject {
  const before = all.slice(0, index).findLast((each) => each.session)?.session;
  const isOver = exchange !== undefined && endsPoll(exchange);
  // The answers of a poll that goes on depend on when it is asked.
  const isSteady = step["wait"] === undefined || isOver || exchange?.verdict.kind !== "taken";
  const sale = session ? expectSale(before, session) : {};
  const expect = {
    ...(exchange && isSteady && expectAnswer(exchange)),
    ...(Object.keys(sale).length > 0 && { session: sale }),
  };
  const isExpected = Object.keys(expect).length > 0;
  const done = isOver && isOneEvent ? lengthenWait(step) : step;
  return mapTexts({ ...done, ...(isExpected && { expect }) }, escapeReferences);
}

/** A wait ends when nothing is left to do, so a receiver may take longer the next time. */
function lengthenWait(step: JsonObject): JsonObject {
  const wait = getOwn(step, "wait");
  if (typeof wait !== "string") return step;
  return { ...step, wait: formatDuration(Math.ceil((parseDuration(wait) ?? 0) / minute) * minute) };
}

const minute = 60_000;
