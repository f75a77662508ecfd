import type { Complaint } from "../doctor/diagnose.js";
import { readError } from "../engine/judge-answer.js";
import { noteOlderShops } from "../engine/older-shops.js";
import { isErrorReport } from "../engine/read-request.js";
import type { TillContract } from "../engine/till-set-up.js";
import type { Exchange } from "../engine/till-types.js";
import type { SeenExchange } from "../engine/seen-exchange.js";

/** What is odd about an exchange, a sentence for each cause. */
export const listNotes = (
  exchange: Exchange | SeenExchange,
  complaint: Complaint | undefined,
  contract: TillContract,
): readonly string[] => [
  ...("source" in exchange ? listShopNotes(exchange) : []),
  ...exchange.leftOut.map(({ message }) => `Not sent: ${message}`),
  ...exchange.unused.map(({ path, message }) => `Not used: ${path}: ${message}`),
  ...exchange.notes.map(({ message }) => message),
  ...(complaint && exchange.verdict.kind === "taken"
    ? [`Another till may reject the answer: ${complaint.message} ${complaint.change}`]
    : []),
  ...(exchange.report ? ["The till reported this to the receiver in an error request."] : []),
  ...("source" in exchange || exchange.verdict.kind !== "taken"
    ? []
    : noteOlderShops(exchange.event, exchange.verdict.answer, contract).map(({ message }) => message)),
];

function listShopNotes(exchange: SeenExchange): readonly string[] {
  const { request, verdict, isVerified, unknown } = exchange;
  const error = readError(request);
  // The generated receiver rejects such a request with the same words.
  const rejection = verdict.kind === "failed" ? (verdict.error?.message ?? "") : "";
  return [
    ...(isVerified === undefined ? ["Signatures are not verified."] : []),
    ...(isVerified === false ? [describeStranger(exchange)] : []),
    ...(isErrorReport(request)
      ? [`The POS could not use an answer: ${error?.code ?? ""}: ${error?.message ?? ""}`]
      : []),
    ...unknown
      .filter(({ path, message }) => !rejection.includes(`${path}: ${message}`))
      .map(({ path, message }) => `In the request: ${path}${path && ": "}${message}`),
  ];
}

function describeStranger({ headers, reply, isEcho }: SeenExchange): string {
  const signature = headers["x-mplus-signature"];
  const how = signature === "" ? "empty" : "missing";
  const why = isEcho
    ? "The body is signed, but it is not a request: a stranger may have sent back an answer of your server."
    : signature
      ? "The signature of the request is invalid: it comes from a stranger, or the shop has another secret."
      : `The request is not signed: \`X-Mplus-Signature\` is ${how}, so it comes from a stranger.`;
  return reply?.status === 200
    ? `${why} The server accepted it: it does not check signatures, or its secret is another one than here.`
    : why;
}
