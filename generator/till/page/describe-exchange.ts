import { getAt, isJsonType, parseJson, type JsonObject } from "../../base/json.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { showInvisible, toVisibleJson } from "../../base/text/quote.js";
import { hintAtSettings } from "../doctor/connection-hint.js";
import { readError } from "../engine/judge-answer.js";
import { noteOlderShops } from "../engine/older-shops.js";
import { asksToPoll, type TillContract } from "../engine/till-set-up.js";
import type { Exchange, Finding, Verdict } from "../engine/till.js";
import type { SeenExchange } from "../traffic/seen-exchange.js";

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

/** False for the till's own exchanges. */
export const isSeen = (exchange: Exchange | SeenExchange): exchange is SeenExchange => "source" in exchange;

const isStranger = (exchange: Exchange | SeenExchange): boolean =>
  isSeen(exchange) && exchange.isVerified === false;

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
    sale: typeof sale === "string" ? toShort(sale) : "",
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
      explained: toDottedPath(path),
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

/** True if a till repeats an event without any user action. */
const isRepeated = (event: EventModel | undefined, { flows }: Model): boolean =>
  event?.till.length === 0 &&
  flows.some(({ steps }) =>
    steps.some((step) => step.event === event.name && step.next.some(({ to }) => to === step.id)),
  );

const isBlocking = (request: JsonObject): boolean => getAt(request, ["event", "eventBlocking"]) === true;

export function listFacts(
  exchange: Exchange | SeenExchange,
  byItself: boolean,
  model: Model,
): readonly string[] {
  const { request, reply, result } = exchange;
  return [
    ...(isSeen(exchange) ? describeShop(exchange) : []),
    ...(reply ? [`status ${reply.status}`] : []),
    ...(result ? [`${result.duration} ms${isSlow(exchange) ? " (slow)" : ""}`] : []),
    ...(isBlocking(request) || isStranger(exchange) ? [] : ["not blocking"]),
    ...(asksToPoll(request, model) ? ["polling"] : []),
    ...(byItself ? ["automatic"] : []),
  ];
}

/** A cashier notices a wait of two seconds. */
export const isSlow = ({ result }: Exchange): boolean => (result?.duration ?? 0) >= 2000;

const describeShop = ({ subscription, runs, ...signed }: SeenExchange): readonly string[] => [
  subscription,
  ...(runs === undefined ? [] : [runs]),
  ...(signed.isVerified && signed.isAnswerVerified ? ["both signatures valid"] : []),
];

export const listNotes = (exchange: Exchange | SeenExchange, contract: TillContract): readonly string[] => [
  ...(isSeen(exchange) ? listShopNotes(exchange) : []),
  ...exchange.leftOut.map(({ message }) => `Not sent: ${message}`),
  ...exchange.unused.map(({ message }) => `Not used: ${message}`),
  ...exchange.notes.map(({ message }) => message),
  ...(exchange.result?.kind === "none"
    ? [hintAtSettings(exchange.result.cause, exchange.url)].filter((hint) => hint !== "")
    : []),
  ...(exchange.report ? ["The till reported this to the receiver in an error request."] : []),
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
  const { "content-type": type = "without a Content-Type" } = reply?.headers ?? {};
  const error = readError(request);
  return [
    ...(isVerified === undefined ? ["Signatures are not verified."] : []),
    ...(isVerified === false
      ? ["The signature of the request is invalid: it comes from a stranger, or the shop has another secret."]
      : []),
    ...(isVerified && reply && isAnswerVerified === undefined ? ["The answer is not signed."] : []),
    ...(reply && reply.body !== "" && !isJsonType(type)
      ? [`The answer is ${type}: ${reply.body.slice(0, 80)}`]
      : []),
    ...("original" in request
      ? [`The POS could not use an answer: ${error?.code ?? ""}: ${error?.message ?? ""}`]
      : []),
    ...unknown.map((part) => `In the request: ${part.path} ${part.message}`),
  ];
}

const listHeaders = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers)
    .slice(0, maxLines)
    .map(([name, value]) => toShort(`${name}: ${value}`));

const verdictLabels: Readonly<Record<Verdict["kind"] | "unread", string>> = {
  taken: "The till accepted the answer.",
  unread: "The till did not wait for the answer, because Blocking is off.",
  refused: "The till rejected the answer.",
  failed: "The receiver returned an error.",
  silent: "No answer came.",
};

export const listFindings = (verdict: Verdict): readonly Finding[] =>
  "findings" in verdict ? verdict.findings : "error" in verdict ? [verdict.error] : [];

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
