import { validateResponse } from "../../../build/contract/validators/index.js";
import type { WebhookEventName } from "../../../build/contract/types/index.js";
import { getAt, parseJson } from "../../base/json.js";
import type { Model } from "../../contract/model/model.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { showInvisible, toVisibleJson } from "../../base/text/quote.js";
import { asksToPoll } from "../engine/till-set-up.js";
import type { Exchange, Finding, Verdict } from "../engine/till.js";

/** An exchange, and what else a user of the till sees of it. Times are milliseconds. */
export interface LoggedExchange {
  readonly exchange: Exchange;
  readonly id: number;
  /** When it was over, on the wall clock. */
  readonly at: number;
  /** Whether the till sent it by itself. */
  readonly byItself: boolean;
}

/** Describes an exchange as the page draws it; `older` is the release whose shops the answer is compared with. */
export function describeExchange({ exchange, ...logged }: LoggedExchange, older: string, model: Model) {
  const { event, request, reply, result, verdict, leftOut, unused, notes, report } = exchange;
  const isAwaited = getAt(request, ["event", "eventBlocking"]) === true;
  const says = isAwaited || verdict.kind !== "taken" ? verdict.kind : "unread";
  const { lines, refused } = strikeOut(event, reply?.body ?? "", older);
  return {
    ...logged,
    event,
    docs: `docs/events/${event}.html`,
    verdict: verdict.kind,
    says: verdictLabels[says],
    facts: [
      ...(reply ? [`status ${reply.status}`, `${result?.duration ?? 0} ms`] : []),
      ...(asksToPoll(request, model) ? ["polling"] : []),
      isAwaited ? "waited for" : "not waited for",
      ...(logged.byItself ? ["sent by itself"] : []),
    ].join(" · "),
    findings: listFindings(verdict).map(({ code, message, path }) => ({
      code: toShort(code),
      message: toShort(message),
      path,
      docs: findRule(event, { code, message, ...(path !== undefined && { path }) }, model),
    })),
    notes: [
      ...leftOut.map(({ message }) => `Not sent: ${message}`),
      ...unused.map(({ message }) => `Not used: ${message}`),
      ...notes.map(({ message }) => message),
      ...(report ? ["The till told the receiver so with an error request."] : []),
      ...(verdict.kind === "taken" ? refused : []).map((message) => `An older shop refuses this: ${message}`),
    ].slice(0, maxLines),
    request: cutLines(toVisibleJson(request)),
    answer: lines,
  };
}

const verdictLabels: Readonly<Record<Verdict["kind"] | "unread", string>> = {
  taken: "The till takes the answer.",
  unread: "The till does not look at the answer.",
  refused: "The till refuses the answer.",
  failed: "The receiver says that it failed: look in its log.",
  silent: "No answer came.",
};

const listFindings = (verdict: Verdict): readonly Finding[] =>
  "findings" in verdict ? verdict.findings : "error" in verdict ? [verdict.error] : [];

/** Where the docs have the rule that a finding is about. */
function findRule(event: string, { code, path = "" }: Finding, { errorCodes }: Model): string {
  const [part] = splitPointer(path);
  const isKnown = errorCodes?.values.some(({ value }) => value === code);
  if (part === undefined && isKnown) return "docs/error-codes.html";
  return `docs/events/${event}.html${part === undefined || !/^\w+$/.test(part) ? "" : `#property-${part}`}`;
}

/** The lines of an answer, those marked that a shop of a release would not take, and why not. */
function strikeOut(event: string, body: string, version: string) {
  const answer = parseJson(body);
  const lines = cutLines(printVisibleJson(answer) ?? body);
  const options = { version, unsupported: "omit" } as const;
  const taken = validateResponse(event as WebhookEventName, answer, options);
  if (!taken.ok || !taken.omitted) return { lines, refused: [] };
  const kept = cutLines(toVisibleJson(taken.value)).map(({ text }) => text.replace(/,$/, ""));
  const struck = lines.map(({ text }) => {
    const [line, [first = ""]] = [text.replace(/,$/, ""), kept];
    const isEmptied = first === `${line}}` || first === `${line}]`;
    if (isEmptied) kept[0] = `${/^ */.exec(line)?.[0] ?? ""}${first.slice(-1)}`;
    else if (first === line) kept.shift();
    return { text, isRefused: !isEmptied && first !== line };
  });
  return { lines: struck, refused: [...new Set(taken.omitted.map(({ message }) => message))] };
}

/** JSON on several lines; undefined where it is none, or nests deeper than it can be printed. */
function printVisibleJson(value: unknown): string | undefined {
  try {
    return value === undefined ? undefined : toVisibleJson(value);
  } catch {
    return undefined;
  }
}

const [maxLines, maxLineLength] = [300, 400];

const toShort = (text: string): string => showInvisible(text.slice(0, maxLineLength));

/** Lines of a text, cut where nobody would read on. */
function cutLines(text: string): readonly { readonly text: string; readonly isRefused?: boolean }[] {
  const lines = text.split("\n", maxLines + 1).map(toShort);
  const shown = lines.length > maxLines ? [...lines.slice(0, maxLines), "…"] : lines;
  return shown.map((line) => ({ text: line }));
}
