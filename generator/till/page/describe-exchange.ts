import { getAt, parseJson } from "../../base/json.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { showInvisible, toVisibleJson } from "../../base/text/quote.js";
import type { TillContract } from "../engine/till-set-up.js";
import type { Exchange } from "../engine/till.js";
import type { SeenExchange } from "../traffic/seen-exchange.js";
import { explainExchange, isPoll, isSeen } from "./explain-exchange.js";

/** Times are in milliseconds. */
export interface LoggedExchange {
  readonly exchange: Exchange | SeenExchange;
  readonly id: number;
  /** Time of completion, on the wall clock. */
  readonly at: number;
  readonly byItself: boolean;
  /** True if the till then repeats an event until an answer ends it. */
  readonly isWaiting: boolean;
}

export function describeExchange({ exchange, id, at, byItself }: LoggedExchange, contract: TillContract) {
  const { event, request, reply, verdict } = exchange;
  const { outcome, facts, findings, notes } = explainExchange(exchange, contract, byItself);
  const sale = getAt(request, ["session", "sessionId"]);
  const mayBePoll = verdict.kind === "taken" && (byItself || isSeen(exchange));
  return {
    id,
    at,
    byItself,
    event: toShort(event),
    verdict: outcome.kind,
    sale: typeof sale === "string" ? toShort(sale) : "",
    isPoll: mayBePoll && isPoll(exchange, contract.model),
    isOwn: !isSeen(exchange),
    mayBeSent: !isSeen(exchange) || exchange.isVerified === true,
    says: outcome.says,
    facts: [...describeSource(exchange), ...facts.map(toShort)].join(" · "),
    findings: findings.map(({ code, message, path }) => ({
      code: toShort(code),
      message: toShort(message),
      path,
      explained: toDottedPath(path),
    })),
    notes: notes.slice(0, maxLines).map(toShort),
    request: cutLines(exchange.body),
    answer: cutLines(reply?.body ?? ""),
    headers: [
      ...listHeaders(exchange.headers),
      "",
      ...(reply ? [`HTTP ${reply.status}`, ...listHeaders(reply.headers)] : []),
    ],
  };
}

function describeSource(exchange: Exchange | SeenExchange): readonly string[] {
  if (!isSeen(exchange)) return [];
  if (exchange.source === "again") return ["sent again"];
  return [exchange.isVerified === false ? "not signed by the shop" : "from a shop"];
}

const listHeaders = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers)
    .slice(0, maxLines)
    .map(([name, value]) => toShort(`${name}: ${value}`));

/** A path for the command `explain`, which has no indexes. Undefined if the path is not safe to paste. */
function toDottedPath(path = ""): string | undefined {
  const names = splitPointer(path).filter((name) => !/^\d+$/.test(name));
  return names.length > 0 && names.every((name) => /^\w+$/.test(name)) ? names.join(".") : undefined;
}

/** Undefined if the value is not JSON or is nested too deeply to print. */
function printVisibleJson(value: unknown): string | undefined {
  try {
    return value === undefined ? undefined : toVisibleJson(value);
  } catch {
    return undefined;
  }
}

const [maxLines, maxLineLength] = [300, 400];

const toShort = (text: string): string => showInvisible(text.slice(0, maxLineLength));

/** Indented if the body is JSON. Cut after 300 lines. */
function cutLines(body: string): readonly string[] {
  const text = printVisibleJson(parseJson(body)) ?? body;
  const lines = text.split("\n", maxLines + 1).map(toShort);
  return lines.length > maxLines ? [...lines.slice(0, maxLines), "…"] : lines;
}
