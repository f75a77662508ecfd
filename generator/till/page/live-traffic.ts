import type { JsonObject } from "../../base/json.js";
import { showInvisible } from "../../base/text/quote.js";
import type { TillContract } from "../engine/till-set-up.js";
import { listConsequences } from "../engine/consequences.js";
import { joinFacts, listRemarks, reportExchange, type ExchangeReport } from "../report/exchange-report.js";
import { formatValue } from "../scenario/scenario.js";
import { compareAnswers } from "../traffic/compare.js";
import type { ScenarioReader } from "../scenario/read-scenarios.js";
import type { SeenExchange, SentRequest } from "../engine/seen-exchange.js";
import { describeExchange, toShort } from "./exchange-detail.js";
import {
  createExchangeLog,
  readSendAgain,
  toRecord,
  type ExchangeLog,
  type LoggedExchange,
} from "./exchange-log.js";

export interface LiveTrafficOptions {
  readonly contract: TillContract;
  /** The endpoint that requests are forwarded to. */
  readonly url: string;
  readonly secret: string;
  readonly secretEnv: string;
  readonly reader: ScenarioReader;
  /** Undefined if unknown. */
  readonly findRelease: (subscription: string) => string | undefined;
  readonly resend: (request: SentRequest) => Promise<SeenExchange>;
}

/** The exchanges between shops and a server, as a page shows them. */
export interface LiveTraffic extends LiveTrafficOptions {
  readonly log: ExchangeLog;
  readonly onChange: (change: TrafficChange) => void;
}

export interface TrafficChange {
  readonly added: readonly LoggedExchange[];
  readonly removed: readonly number[];
}

/** The number of exchanges, and the characters of their bodies. */
const limits = { count: 500, characters: 16_000_000 };

export const openLiveTraffic = (
  options: LiveTrafficOptions,
  onChange: LiveTraffic["onChange"],
): LiveTraffic => ({ ...options, log: createExchangeLog(limits), onChange });

export function showSeen(
  traffic: LiveTraffic,
  seen: SeenExchange,
  report: ExchangeReport,
  original?: number,
): LoggedExchange {
  const { at, event, subscription, source, isVerified, consequences } = seen;
  const { entry, removed } = traffic.log.add(seen, {
    at,
    original,
    subscription,
    source,
    report,
    isPoll: isVerified !== false && report.facts.isPoll,
    mayBeSent: isVerified === true,
    consequences: listConsequences(event, consequences),
  });
  traffic.onChange({ added: [entry], removed });
  return entry;
}

export type TrafficRow = ReturnType<typeof toRow>;

/** What the list shows and filters. `text` is everything that a user may search for, up to a limit. */
export function toRow({ id, at, event, source, report, reply, body, sale, isPoll: polls }: LoggedExchange) {
  const { facts, outcome } = report;
  const texts = [
    event,
    joinFacts(facts),
    outcome.word,
    sale,
    ...listRemarks(report),
    body,
    reply?.body ?? "",
  ];
  return {
    id,
    at,
    event: toShort(event),
    source,
    state: outcome.state,
    word: outcome.word,
    shop: toShort(facts.shop),
    release: facts.release,
    status: facts.status ?? null,
    duration: facts.duration ?? null,
    isSlow: facts.isSlow,
    isPoll: polls,
    text: showInvisible(texts.join("\n").slice(0, maxSearched)),
  };
}

/** In characters of an exchange. */
const maxSearched = 20_000;

export const describeTraffic = ({ log, url }: LiveTraffic): TrafficState => ({
  url,
  ...describeChange({ added: log.entries(), removed: [] }),
});

export const describeChange = ({ added, removed }: TrafficChange) => ({
  added: added.map(toRow),
  removed,
});

/** The first message has everything that is kept; the others what has changed. */
export type TrafficState = ReturnType<typeof describeChange> & { readonly url?: string };

/** An exchange in full, and how its answer differs from the one before it. */
export function describeSeen({ log }: LiveTraffic, id: number) {
  const entry = log.find(id);
  const before = findBefore(entry, log.entries());
  const differences = before && compareAnswers(toRecord(before), entry);
  return {
    ...describeExchange(entry),
    isEdited: before !== undefined && entry.original === before.id && entry.body !== before.body,
    before: before && {
      id: before.id,
      at: before.at,
      differences: (differences ?? []).slice(0, 100).map(({ path, expected, seen }) => ({
        path: toShort(path),
        before: formatValue(expected, maxValue),
        now: formatValue(seen, maxValue),
      })),
    },
  };
}

/** In characters. */
const maxValue = 80;

export type SeenDetail = ReturnType<typeof describeSeen>;

/** The request that was sent again, a repeat, or the one before of the same event and sale. */
function findBefore(
  { id, event, subscription, body, sale, original }: LoggedExchange,
  entries: readonly LoggedExchange[],
): LoggedExchange | undefined {
  if (original !== undefined) return entries.find((each) => each.id === original);
  const earlier = entries.filter(
    (each) => each.id < id && each.event === event && each.subscription === subscription && each.reply,
  );
  const isSameSale = (each: LoggedExchange): boolean => sale !== "" && each.sale === sale;
  return earlier.findLast((each) => each.body === body) ?? earlier.findLast(isSameSale);
}

/**
 * Sends a request again. Resolves with the id of the new exchange.
 * @throws TillError if it must not be sent
 */
export async function sendSeenAgain(traffic: LiveTraffic, asked: JsonObject): Promise<number> {
  const original = traffic.log.find(asked["id"]);
  const seen = await traffic.resend(readSendAgain(traffic.log, asked));
  return showSeen(traffic, seen, reportExchange(seen, traffic), original.original ?? original.id).id;
}

export function clearTraffic({ log, onChange }: LiveTraffic): void {
  const removed = log.entries().map(({ id }) => id);
  log.clear();
  onChange({ added: [], removed });
}
