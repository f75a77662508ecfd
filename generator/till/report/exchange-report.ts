import { toVisibleLine, truncate } from "../../base/text/quote.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import type { Complaint } from "../doctor/diagnose.js";
import { asksToPoll, type TillContract } from "../engine/till-set-up.js";
import type { Exchange } from "../engine/till-types.js";
import type { SeenExchange } from "../engine/seen-exchange.js";
import { findComplaint, listFindings, type ReportedFinding } from "./findings.js";
import { listNotes } from "./notes.js";
import { isErrorReport, isNotAwaited } from "../engine/read-request.js";

export type AnyExchange = Exchange | SeenExchange;

/** Where an exchange took place, and what is known about it besides. */
export interface ReportContext {
  readonly contract: TillContract;
  /** Without a secret, nothing is said about signatures. */
  readonly secret: string | undefined;
  /** The till that sent the request. A shop's exchange has its own. */
  readonly till?: { readonly subscription: string; readonly release: string } | undefined;
  /** True if the till sent the request without any user action. */
  readonly byItself?: boolean;
  /** The server's fault, if a second connection has shown it. Default: the fault that the exchange shows. */
  readonly complaint?: Complaint | undefined;
}

/** What every command and page says about an exchange. */
export interface ExchangeReport {
  readonly event: string;
  readonly outcome: Outcome;
  readonly facts: ExchangeFacts;
  /** Why the answer counts for nothing. */
  readonly findings: readonly ReportedFinding[];
  readonly notes: readonly string[];
}

export interface ExchangeFacts {
  /** The subscription; empty if nobody named it. */
  readonly shop: string;
  /** For example `v48`, or `v57 or later`. Empty if unknown. */
  readonly release: string;
  readonly isSigned: boolean;
  readonly status: number | undefined;
  /** In milliseconds. Undefined if nothing was sent. */
  readonly duration: number | undefined;
  /** True if a till repeats the event without any user action until an answer ends it. */
  readonly isPoll: boolean;
  readonly isSlow: boolean;
  /** How the event was sent, such as `polling`. */
  readonly marks: readonly string[];
}

export function reportExchange(exchange: AnyExchange, context: ReportContext): ExchangeReport {
  const complaint = context.complaint ?? findComplaint(exchange, context.secret, context.contract);
  return {
    event: exchange.event,
    outcome: outcomes[findOutcome(exchange)],
    facts: listFacts(exchange, context),
    findings: listFindings(exchange, complaint),
    notes: listNotes(exchange, complaint, context.contract),
  };
}

/** False for the exchanges of this program's till. */
export const isSeen = (exchange: AnyExchange): exchange is SeenExchange => "source" in exchange;

export type Outcome = (typeof outcomes)[keyof typeof outcomes];

/** A name for filters, words that follow the event's name, and a sentence. */
export const outcomes = {
  taken: { state: "accepted", word: "accepted", says: "The till accepted the answer." },
  unread: {
    state: "accepted",
    word: "accepted",
    says: "The till did not wait for the answer, because Blocking is off.",
  },
  report: {
    state: "accepted",
    word: "error report",
    says: "The POS reported an error. No answer changes that.",
  },
  refused: { state: "rejected", word: "rejected by the till", says: "The till rejected the answer." },
  failed: { state: "error", word: "answered with an error", says: "The receiver returned an error." },
  odd: {
    state: "error",
    word: "answered with an undocumented status",
    says: "The receiver returned an undocumented status.",
  },
  silent: { state: "no answer", word: "not answered", says: "No answer came." },
  stranger: {
    state: "stranger",
    word: "not signed by the shop",
    says: "The shop did not sign the request, so no till uses the answer.",
  },
} as const;

export function findOutcome(exchange: AnyExchange): keyof typeof outcomes {
  const { request, verdict } = exchange;
  if (isSeen(exchange) && exchange.isVerified === false) return "stranger";
  if (verdict.kind === "failed") return verdict.error || verdict.status >= 400 ? "failed" : "odd";
  if (verdict.kind !== "taken") return verdict.kind;
  if (isErrorReport(request)) return "report";
  return isNotAwaited(request) ? "unread" : "taken";
}

function listFacts(
  exchange: AnyExchange,
  { contract, till, byItself = false }: ReportContext,
): ExchangeFacts {
  const { request, reply, result } = exchange;
  const seen = isSeen(exchange) ? exchange : undefined;
  const polls = isPoll(exchange, contract.model);
  return {
    shop: seen?.subscription ?? till?.subscription ?? "",
    release: seen?.runs ?? (till ? `v${till.release}` : ""),
    isSigned: seen ? seen.isVerified === true && seen.isAnswerVerified === true : isAnswerSigned(exchange),
    status: reply?.status,
    duration: result?.duration,
    isPoll: polls,
    isSlow: (result?.duration ?? 0) >= patience + (polls ? hold : 0),
    marks: [
      ...(isNotAwaited(request) ? ["not blocking"] : []),
      ...(asksToPoll(request, contract.model) ? ["polling"] : []),
      ...(byItself ? ["automatic"] : []),
    ],
  };
}

/** A till signs its requests, and rejects an answer with a wrong signature. */
function isAnswerSigned({ reply, verdict }: Exchange): boolean {
  const codes = "findings" in verdict ? verdict.findings.map(({ code }) => code) : [];
  return Boolean(reply?.headers["x-mplus-signature"]) && !codes.includes("INVALID_SIGNATURE");
}

function isPoll({ event, request }: Exchange, model: Model): boolean {
  const known = model.events.find(({ name }) => name === event);
  return asksToPoll(request, model) || isRepeated(known, model);
}

const isRepeated = (event: EventModel | undefined, { flows }: Model): boolean =>
  event?.till.length === 0 &&
  flows.some(({ steps }) =>
    steps.some((step) => step.event === event.name && step.next.some(({ to }) => to === step.id)),
  );

/** In milliseconds. A cashier notices a wait of two seconds. */
export const patience = 2000;

/** In milliseconds. The receiver's README advises to hold the answer to a poll for so long. */
export const hold = 3000;

/** For example `shop-12, v59, both signatures valid, status 200, 34 ms`. */
export const joinFacts = ({
  shop,
  release,
  isSigned,
  status,
  duration,
  isSlow: slow,
  marks,
}: ExchangeFacts): string =>
  [
    truncate(shop, maxShop),
    release,
    isSigned ? "both signatures valid" : "",
    status === undefined ? "" : `status ${status}`,
    duration === undefined ? "" : `${duration} ms${slow ? " (slow)" : ""}`,
    ...marks,
  ]
    .filter((fact) => fact !== "")
    .map(toVisibleLine)
    .join(", ");

/** In characters. A stranger can name any subscription. */
const maxShop = 60;

/** A line for each cause. */
export const listRemarks = ({
  findings,
  notes,
}: Pick<ExchangeReport, "findings" | "notes">): readonly string[] =>
  [...findings.map(formatFinding), ...notes].map((each) => toVisibleLine(truncate(each, maxRemark)));

export function formatFinding({ path = "", code, message, change = "" }: ReportedFinding): string {
  const head = `${path} ${code}`.trim();
  if (message === "") return `${head} ${change}`.trim();
  const end = change === "" || /[.!?]$/.test(message) ? "" : ".";
  return `${head}: ${message}${end} ${change}`.trim();
}

/** In characters: a fault and what to change. */
const maxRemark = 600;
