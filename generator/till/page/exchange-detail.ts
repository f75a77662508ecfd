import { parseJson } from "../../base/json.js";
import { showInvisible, toVisibleJson } from "../../base/text/quote.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { joinFacts } from "../report/exchange-report.js";
import type { LoggedExchange } from "./exchange-log.js";

/** Everything that a page shows of an exchange, safe to draw and cut to what a browser can draw. */
export type ExchangeDetail = ReturnType<typeof describeExchange>;

export function describeExchange(entry: LoggedExchange) {
  const { id, at, event, source, report, reply, sale, isPoll, mayBeSent, consequences } = entry;
  const { outcome, findings, notes, facts } = report;
  return {
    id,
    at,
    event: toShort(event),
    source,
    shop: toShort(facts.shop),
    state: outcome.state,
    word: outcome.word,
    says: outcome.says,
    sale: toShort(sale),
    isPoll,
    mayBeSent,
    byItself: facts.marks.includes("automatic"),
    facts: toShort(`${source === "again" ? "sent again, " : ""}${joinFacts(facts)}`),
    findings: findings.map(({ code, message, change = "", path }) => ({
      code: toShort(code),
      message: toShort(message),
      change: toShort(change),
      path,
      explained: toDottedPath(path),
    })),
    notes: notes.slice(0, maxLines).map(toShort),
    consequences: consequences.slice(0, maxLines).map(toShort),
    request: cutLines(entry.body),
    answer: cutLines(reply?.body ?? ""),
    headers: [
      ...listHeaders(entry.headers),
      "",
      ...(reply ? [`HTTP ${reply.status}`, ...listHeaders(reply.headers)] : []),
    ],
  };
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

const [maxLines, maxLineLength] = [300, 600];

export const toShort = (text: string): string => showInvisible(text.slice(0, maxLineLength));

/** Indented if the body is JSON. Cut after 300 lines. */
function cutLines(body: string): readonly string[] {
  const text = printVisibleJson(parseJson(body)) ?? body;
  const lines = text.split("\n", maxLines + 1).map(toShort);
  return lines.length > maxLines ? [...lines.slice(0, maxLines), "…"] : lines;
}
