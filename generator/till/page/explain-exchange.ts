import { getAt, isJsonType, isObject, parseJson, type JsonObject } from "../../base/json.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import { hintAtSettings } from "../doctor/connection-hint.js";
import { findFault } from "../doctor/diagnose.js";
import { readFacts } from "../doctor/facts.js";
import { readError } from "../engine/judge-answer.js";
import { noteOlderShops } from "../engine/older-shops.js";
import { asksToPoll, type TillContract } from "../engine/till-set-up.js";
import type { Exchange, Finding } from "../engine/till.js";
import type { SeenExchange } from "../traffic/seen-exchange.js";

type AnyExchange = Exchange | SeenExchange;

/** The same sentences for the terminal, the page and JSON. */
export type ExplainedExchange = ReturnType<typeof explainExchange>;

export function explainExchange(exchange: AnyExchange, contract: TillContract, byItself = false) {
  return {
    outcome: outcomes[findOutcome(exchange)],
    facts: listFacts(exchange, byItself, contract.model),
    findings: listFindings(exchange),
    notes: listNotes(exchange, contract),
    isSlow: isSlow(exchange, contract.model),
  };
}

/** False for the till's own exchanges. */
export const isSeen = (exchange: AnyExchange): exchange is SeenExchange => "source" in exchange;

/** The verdict, a word for the terminal, and a sentence for the page. */
const outcomes = {
  taken: { kind: "taken", word: "accepted", says: "The till accepted the answer." },
  unread: {
    kind: "taken",
    word: "accepted",
    says: "The till did not wait for the answer, because Blocking is off.",
  },
  report: { kind: "taken", word: "error report", says: "The POS reported an error. No answer changes that." },
  refused: { kind: "refused", word: "rejected by the till", says: "The till rejected the answer." },
  failed: { kind: "failed", word: "answered with an error", says: "The receiver returned an error." },
  odd: {
    kind: "failed",
    word: "answered with an undocumented status",
    says: "The receiver returned an undocumented status.",
  },
  silent: { kind: "silent", word: "not answered", says: "No answer came." },
  stranger: {
    kind: "unsigned",
    word: "not signed by the shop",
    says: "The shop did not sign the request, so no till uses the answer.",
  },
} as const;

function findOutcome(exchange: AnyExchange): keyof typeof outcomes {
  const { request, verdict } = exchange;
  if (isStranger(exchange)) return "stranger";
  if (verdict.kind === "failed") return verdict.error || verdict.status >= 400 ? "failed" : "odd";
  if (verdict.kind !== "taken") return verdict.kind;
  if (isReport(request)) return "report";
  return isNotAwaited(request) ? "unread" : "taken";
}

const isStranger = (exchange: AnyExchange): boolean => isSeen(exchange) && exchange.isVerified === false;

/** True if the POS reports that it could not use an answer. */
const isReport = (request: JsonObject): boolean => "original" in request;

const isNotAwaited = (request: JsonObject): boolean => getAt(request, ["event", "eventBlocking"]) === false;

function listFacts(exchange: AnyExchange, byItself: boolean, model: Model): readonly string[] {
  const { request, reply, result } = exchange;
  return [
    ...(isSeen(exchange) ? describeShop(exchange) : []),
    ...(reply ? [`status ${reply.status}`] : []),
    ...(result ? [`${result.duration} ms${isSlow(exchange, model) ? " (slow)" : ""}`] : []),
    ...(isNotAwaited(request) ? ["not blocking"] : []),
    ...(asksToPoll(request, model) ? ["polling"] : []),
    ...(byItself ? ["automatic"] : []),
  ];
}

const describeShop = ({ subscription, runs, ...signed }: SeenExchange): readonly string[] => [
  subscription,
  ...(runs === undefined ? [] : [runs]),
  ...(signed.isVerified && signed.isAnswerVerified ? ["both signatures valid"] : []),
];

/** True if a till repeats the event without any user action until an answer ends it. */
export function isPoll({ event, request }: Exchange, model: Model): boolean {
  const known = model.events.find(({ name }) => name === event);
  return asksToPoll(request, model) || isRepeated(known, model);
}

const isRepeated = (event: EventModel | undefined, { flows }: Model): boolean =>
  event?.till.length === 0 &&
  flows.some(({ steps }) =>
    steps.some((step) => step.event === event.name && step.next.some(({ to }) => to === step.id)),
  );

const isSlow = (exchange: Exchange, model: Model): boolean =>
  (exchange.result?.duration ?? 0) >= patience + (isPoll(exchange, model) ? hold : 0);

/** In milliseconds. A cashier notices a wait of two seconds. */
export const patience = 2000;

/** In milliseconds. The receiver's README advises to hold the answer to a poll for so long. */
export const hold = 3000;

/** Why the answer counts for nothing. A stranger's request is refused for a reason that the notes give. */
function listFindings(exchange: AnyExchange): readonly Finding[] {
  const { verdict, reply } = exchange;
  if (verdict.kind === "taken") return [];
  if ("findings" in verdict)
    return verdict.findings.map((each) =>
      each.code.endsWith("_CONTENT_TYPE")
        ? { ...each, message: `${each.message} It begins: ${quoteStart(reply)}` }
        : each,
    );
  const findings = verdict.error ? [verdict.error] : explainStatus(exchange);
  return isStranger(exchange) ? findings.filter(({ code }) => !/signature/i.test(code)) : findings;
}

/** Why a status without an error in the vendor's format is wrong, and what to do. */
function explainStatus({ event, url, headers, body, result }: Exchange): readonly Finding[] {
  if (result?.kind !== "reply") return [];
  const [path = "", ...query] = url.split(/(?=\?)/);
  const endpoint = [path.slice(0, -event.length - 1), ...query].join("");
  const sent = { url, headers, body: Buffer.from(body) };
  const seen = { endpoint, event, subscription: "", secret: "", sent, result, findings: [] };
  const fault = findFault(readFacts(seen, false));
  return fault ? [{ code: fault.id, message: `${fault.message} ${fault.change}` }] : [];
}

const quoteStart = (reply: Exchange["reply"]): string => (reply?.body ?? "").slice(0, 80);

const listNotes = (exchange: AnyExchange, contract: TillContract): readonly string[] => [
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

function listShopNotes(exchange: SeenExchange): readonly string[] {
  const { request, reply, verdict, isVerified, isAnswerVerified, unknown } = exchange;
  const error = readError(request);
  const isAccepted = verdict.kind === "taken";
  // The generated receiver rejects such a request with the same words.
  const told = verdict.kind === "failed" ? (verdict.error?.message ?? "") : "";
  const isUsed = isAccepted || (verdict.kind === "failed" && verdict.error !== undefined);
  return [
    ...(isVerified === undefined ? ["Signatures are not verified."] : []),
    ...(isVerified === false ? [describeStranger(exchange)] : []),
    // A finding says the same of other answers. An error may come before the server knows who asks.
    ...(isVerified && reply && isAccepted && isAnswerVerified === undefined
      ? ["The answer is not signed. Sign every answer to a signed request, even an empty one."]
      : []),
    ...(isVerified && isUsed && isAnswerVerified === false
      ? ["The signature of the answer is invalid: the server has another secret, or changes the body later."]
      : []),
    ...noteType(exchange),
    ...(isReport(request)
      ? [`The POS could not use an answer: ${error?.code ?? ""}: ${error?.message ?? ""}`]
      : []),
    ...unknown
      .filter(({ path, message }) => !told.includes(`${path}: ${message}`))
      .map(({ path, message }) => `In the request: ${path}${path && ": "}${message}`),
  ];
}

function describeStranger({ headers, reply }: SeenExchange): string {
  const signature = headers["x-mplus-signature"];
  const how = signature === "" ? "empty" : "missing";
  const why = signature
    ? "The signature of the request is invalid: it comes from a stranger, or the shop has another secret."
    : `The request is not signed: \`X-Mplus-Signature\` is ${how}, so it comes from a stranger.`;
  return reply?.status === 200
    ? `${why} The server accepted it: it does not check signatures, or its secret is another one than here.`
    : why;
}

/** Empty if a finding says so. */
function noteType({ reply, verdict }: SeenExchange): readonly string[] {
  const type = reply?.headers["content-type"];
  const isSaid =
    verdict.kind === "refused" || (verdict.kind === "failed" && !isObject(parseJson(reply?.body ?? "")));
  if (!reply || reply.body === "" || isSaid || isJsonType(type ?? "")) return [];
  const what = type === undefined ? "has no `Content-Type`" : `is ${JSON.stringify(type)}`;
  return [`The answer ${what}; expected application/json. It begins: ${quoteStart(reply)}`];
}
