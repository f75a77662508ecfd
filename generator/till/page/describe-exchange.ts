import { getAt, isJsonType, parseJson, type JsonObject } from "../../base/json.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { showInvisible, toVisibleJson } from "../../base/text/quote.js";
import { readError } from "../engine/judge-answer.js";
import { noteOlderShops } from "../engine/older-shops.js";
import { asksToPoll, type TillContract } from "../engine/till-set-up.js";
import type { Exchange, Finding, Verdict } from "../engine/till.js";
import type { SeenExchange } from "../traffic/seen-exchange.js";

/** An exchange, and what else a user of the till sees of it. Times are milliseconds. */
export interface LoggedExchange {
  readonly exchange: Exchange | SeenExchange;
  readonly id: number;
  /** When it was over, on the wall clock. */
  readonly at: number;
  /** Whether the till sent it by itself. */
  readonly byItself: boolean;
  /** Whether the till repeats an event after it, until an answer ends that. */
  readonly isWaiting: boolean;
}

/** Whether an exchange is not the till's own. */
export const isSeen = (exchange: Exchange | SeenExchange): exchange is SeenExchange => "source" in exchange;

/** Whether a request is not signed by its shop. */
const isStranger = (exchange: Exchange | SeenExchange): boolean =>
  isSeen(exchange) && exchange.isVerified === false;

/** Describes an exchange as the page draws it. */
export function describeExchange({ exchange, id, at, byItself }: LoggedExchange, contract: TillContract) {
  const { model } = contract;
  const { event, request, reply, verdict } = exchange;
  const known = model.events.find(({ name }) => name === event);
  const sale = getAt(request, ["session", "sessionId"]);
  const isTaken = verdict.kind === "taken";
  const mayBePoll = isTaken && (byItself || isSeen(exchange));
  return {
    id,
    at,
    byItself,
    event: toShort(event),
    verdict: verdict.kind,
    docs: known && `docs/events/${event}.html`,
    sale: typeof sale === "string" ? toShort(sale) : "",
    /** Whether the till only asks again. */
    isPoll: mayBePoll && (asksToPoll(request, model) || isRepeated(known, model)),
    isOwn: !isSeen(exchange),
    mayBeSent: !isSeen(exchange) || exchange.isVerified === true,
    says: verdictLabels[isTaken && !isBlocking(request) && !isStranger(exchange) ? "unread" : verdict.kind],
    facts: [
      ...(isSeen(exchange) ? [exchange.source === "shop" ? "from a shop" : "sent again"] : []),
      ...listFacts(exchange, byItself, model).map(toShort),
    ].join(" · "),
    findings: listFindings(verdict).map(({ code, message, path }) => ({
      code: toShort(code),
      message: toShort(message),
      path,
      docs: findRule(known?.name, { code, message, ...(path !== undefined && { path }) }, model),
    })),
    notes: listNotes(exchange, contract).slice(0, maxLines).map(toShort),
    request: cutLines(exchange.body),
    answer: cutLines(reply?.body ?? ""),
    headers: [
      ...listHeaders(exchange.headers),
      "",
      ...(reply ? [`HTTP ${reply.status}`, ...listHeaders(reply.headers)] : []),
    ],
  };
}

/** Whether a till sends an event again and again, without anybody doing anything. */
const isRepeated = (event: EventModel | undefined, { flows }: Model): boolean =>
  event?.till.length === 0 &&
  flows.some(({ steps }) =>
    steps.some((step) => step.event === event.name && step.next.some(({ to }) => to === step.id)),
  );

const isBlocking = (request: JsonObject): boolean => getAt(request, ["event", "eventBlocking"]) === true;

/** What is to be said of an exchange in a word or two. */
export function listFacts(
  exchange: Exchange | SeenExchange,
  byItself: boolean,
  model: Model,
): readonly string[] {
  const { request, reply, result } = exchange;
  return [
    ...(isSeen(exchange) ? describeShop(exchange) : []),
    ...(reply ? [`status ${reply.status}`] : []),
    ...(result ? [`${result.duration} ms${isSlow(exchange) ? ", which is slow" : ""}`] : []),
    ...(isBlocking(request) || isStranger(exchange) ? [] : ["not blocking"]),
    ...(asksToPoll(request, model) ? ["polling"] : []),
    ...(byItself ? ["automatic"] : []),
  ];
}

/** Whether an answer takes so long, two seconds, that a cashier notices. */
export const isSlow = ({ result }: Exchange): boolean => (result?.duration ?? 0) >= 2000;

const describeShop = ({ subscription, runs, ...signed }: SeenExchange): readonly string[] => [
  subscription,
  ...(runs === undefined ? [] : [runs]),
  ...(signed.isVerified && signed.isAnswerVerified ? ["both signatures hold"] : []),
];

/** What is odd in an exchange, in sentences. */
export const listNotes = (exchange: Exchange | SeenExchange, contract: TillContract): readonly string[] => [
  ...(isSeen(exchange) ? listShopNotes(exchange) : []),
  ...exchange.leftOut.map(({ message }) => `Not sent: ${message}`),
  ...exchange.unused.map(({ message }) => `Not used: ${message}`),
  ...exchange.notes.map(({ message }) => message),
  ...(exchange.report ? ["The till reported this to the receiver with an error request."] : []),
  ...(isSeen(exchange) || exchange.verdict.kind !== "taken"
    ? []
    : noteOlderShops(exchange.event, exchange.verdict.answer, contract).map(({ message }) => message)),
];

function listShopNotes({
  request,
  reply,
  isVerified,
  isAnswerVerified,
  unknown,
}: SeenExchange): readonly string[] {
  const { "content-type": type = "no type" } = reply?.headers ?? {};
  const error = readError(request);
  return [
    ...(isVerified === undefined ? ["Signatures are not checked."] : []),
    ...(isVerified === false
      ? [
          "The signature of the request does not hold: it comes from a stranger, or the shop has another secret.",
        ]
      : []),
    ...(isVerified && reply && isAnswerVerified === undefined ? ["The answer is not signed."] : []),
    ...(reply && reply.body !== "" && !isJsonType(type)
      ? [`The answer is ${type}: ${reply.body.slice(0, 80)}`]
      : []),
    ...("original" in request
      ? [`The till could not use an answer: ${error?.code ?? ""}: ${error?.message ?? ""}`]
      : []),
    ...unknown.map((part) => `In the request: ${part.path} ${part.message}`),
  ];
}

const listHeaders = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers)
    .slice(0, maxLines)
    .map(([name, value]) => toShort(`${name}: ${value}`));

/** The verdicts in sentences. */
export const verdictLabels: Readonly<Record<Verdict["kind"] | "unread", string>> = {
  taken: "The till accepts the answer.",
  unread: "The till does not wait for the answer, as Blocking is off.",
  refused: "The till refuses the answer.",
  failed: "The receiver answers with an error.",
  silent: "No answer came.",
};

/** Why an answer was not taken. */
export const listFindings = (verdict: Verdict): readonly Finding[] =>
  "findings" in verdict ? verdict.findings : "error" in verdict ? [verdict.error] : [];

/** Where the docs have the rule that a finding is about. */
function findRule(event: string | undefined, { code, path = "" }: Finding, { errorCodes }: Model): string {
  const [part] = splitPointer(path);
  const isKnown = errorCodes?.values.some(({ value }) => value === code);
  if (event === undefined || (part === undefined && isKnown)) return "docs/error-codes.html";
  return `docs/events/${event}.html${part === undefined || !/^\w+$/.test(part) ? "" : `#property-${part}`}`;
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

/** The lines of a body, indented if it is JSON, and cut where nobody would read on. */
function cutLines(body: string): readonly string[] {
  const text = printVisibleJson(parseJson(body)) ?? body;
  const lines = text.split("\n", maxLines + 1).map(toShort);
  return lines.length > maxLines ? [...lines.slice(0, maxLines), "…"] : lines;
}
