import { makeRecord, type RecordedExchange } from "../../contract/traffic/recorded-exchange.js";
import { isObject, parseJson } from "../../base/json.js";
import { toEventUrl } from "../engine/deliver.js";
import { formatCurl } from "../engine/format-curl.js";
import { misuse } from "../engine/till-error.js";
import { type AnyExchange, type ExchangeReport } from "../report/exchange-report.js";
import type { SeenExchange, SentRequest } from "../engine/seen-exchange.js";
import { readSessionId } from "../engine/read-request.js";

/** The parts of an exchange that are kept as they are. */
interface LoggedTexts extends Pick<SeenExchange, "event" | "headers" | "body"> {
  readonly reply: SeenExchange["reply"] | undefined;
  /** The sale's id; empty if the request has none. */
  readonly sale: string;
}

/** An exchange of a page, without the objects that its texts contain. */
export interface LoggedExchange extends LoggedTexts {
  readonly id: number;
  /** When a shop's request came, or the till's exchange was complete, in milliseconds since 1970. */
  readonly at: number;
  /** `till`: the page's own till. `again`: sent again from this page. */
  readonly source: "till" | SeenExchange["source"];
  readonly subscription: string;
  readonly report: ExchangeReport;
  /** The id of the exchange whose request was sent again. */
  readonly original?: number | undefined;
  readonly isPoll: boolean;
  /** False if a stranger may have sent the request: sending it again would sign it. */
  readonly mayBeSent: boolean;
  /** What a till does with the answer. */
  readonly consequences: readonly string[];
}

/** The number of exchanges, and the characters of their bodies. */
interface LogLimits {
  readonly count: number;
  readonly characters: number;
}

/** The newest exchanges. Those of strangers displace only those of strangers. */
export interface ExchangeLog {
  readonly entries: () => readonly LoggedExchange[];
  /** Returns the new entry, and the ids of those that it displaces. */
  readonly add: (
    exchange: AnyExchange,
    more: Omit<LoggedExchange, keyof LoggedTexts | "id">,
  ) => {
    readonly entry: LoggedExchange;
    readonly removed: readonly number[];
  };
  /** @throws TillError if the log does not have the exchange any more */
  readonly find: (id: unknown) => LoggedExchange;
  /** Removes the exchanges of a source, or all. */
  readonly clear: (source?: LoggedExchange["source"]) => void;
}

export function createExchangeLog({ count, characters }: LogLimits): ExchangeLog {
  let entries: LoggedExchange[] = [];
  let [lastId, size] = [0, 0];
  const removeOne = (): number => {
    const stranger = entries.findIndex(({ report }) => report.outcome.state === "stranger");
    const [removed] = entries.splice(Math.max(stranger, 0), 1);
    size -= removed ? countCharacters(removed) : 0;
    return removed?.id ?? 0;
  };
  return {
    entries: () => entries,
    add: ({ event, headers, body, reply, request }, more) => {
      const entry = {
        ...more,
        event,
        headers,
        body,
        reply,
        sale: readSessionId(request) ?? "",
        id: (lastId += 1),
      };
      entries.push(entry);
      size += countCharacters(entry);
      const removed: number[] = [];
      while (entries.length > count || (entries.length > 1 && size > characters)) removed.push(removeOne());
      return { entry, removed };
    },
    find: (id) => {
      const found = entries.find((each) => each.id === id);
      if (!found) throw misuse("This exchange is no longer kept.");
      return found;
    },
    clear: (source) => {
      entries = source ? entries.filter((each) => each.source !== source) : [];
      size = entries.reduce((sum, each) => sum + countCharacters(each), 0);
    },
  };
}

const countCharacters = ({ body, reply }: LoggedExchange): number => body.length + (reply?.body.length ?? 0);

/**
 * The request to send again, unchanged or with another body.
 * @throws TillError if it must not be sent
 */
export function readSendAgain(
  log: ExchangeLog,
  { id, body }: Readonly<Record<string, unknown>>,
): SentRequest {
  const entry = log.find(id);
  if (!entry.mayBeSent) throw misuse(strange);
  if (body === undefined) return entry;
  if (typeof body !== "string" || !isObject(parseJson(body))) throw misuse("This is not a JSON object.");
  return { event: entry.event, subscription: entry.subscription, body };
}

const strange =
  "The signature of this request is invalid, so it may come from a stranger. Sending it again would sign it.";

/**
 * A part of an exchange in full, for users to copy.
 * @throws TillError for a command that would sign a stranger's request
 */
export function readText(
  { event, subscription, body, reply, mayBeSent }: LoggedExchange,
  part: string,
  { url, secretEnv }: { readonly url: string; readonly secretEnv: string },
): string {
  if (part === "answer") return reply?.body ?? "";
  if (part === "request") return body;
  if (!mayBeSent) throw misuse(strange);
  const headers = { "Content-Type": "application/json", "X-Mplus-Subscription-Id": subscription };
  return formatCurl({ url: toEventUrl(url, event), headers, body }, secretEnv);
}

export const toRecord = ({
  at,
  event,
  subscription,
  report,
  reply,
  body,
}: LoggedExchange): RecordedExchange =>
  makeRecord(
    { at, event, subscription, duration: report.facts.duration ?? 0, status: reply?.status ?? null },
    { request: body, answer: reply?.body ?? "" },
  );
