import { randomBytes } from "node:crypto";
import { parseJson } from "../../base/json.js";
import { escapeCharacter, quote } from "../../base/text/quote.js";
import { toEventUrl } from "../engine/deliver.js";
import { readError } from "../engine/judge-answer.js";
import type { PostResult } from "../engine/post.js";
import { decodeSecret, maskSecret, listWrongSignatures, sign, spellSignature } from "../engine/signature.js";
import type { RawRequest } from "./facts.js";
import {
  type ProbeContext,
  advice,
  documented,
  fromComplaint,
  type Observation,
  type Probe,
  type RequestRewrite,
  type EventResult,
  well,
  wrong,
} from "./probe.js";

const signatureHeader = "x-mplus-signature";
const subscriptionHeader = "x-mplus-subscription-id";

/** In bytes. */
const largeSize = 256 * 1024;

/** Valid events come first, then events that a stranger could send, then all other probes. */
export const eventProbes: readonly Probe[] = [
  documented("event", "url", "Is a signed event accepted, with an answer that the POS can use?", askEvent),
  advice("answer", "event", "Could the POS object to anything else in the answer?", askAnswer),
  documented("way-of-signing", "url", "Which signature does it accept instead?", findWayOfSigning),
  documented("raw-bytes", "event", "Does it accept a body with unusual spaces and escapes?", [
    mustBeTaken,
    spellOtherwise,
    "It rejects the same JSON with other spaces and escapes: it does not verify the bytes that were sent",
    "Verify the raw bytes of the body before any body parser runs.",
  ]),
  advice("later-release", "event", "Does it accept a property that no release has, with non-ASCII text?", [
    mustBeTaken,
    (wire, secret) => {
      const more = '"ofALaterRelease":{"text":"Crème brûlée € 🍰"},';
      const text = toBodyText(wire).replace(/(?<="sender":)\{(?=")/, (brace) => `${brace}${more}`);
      return withBody(wire, putIn(text, more), secret);
    },
    "It rejects a request with an unknown property: the next release of the POS could break your shop",
    "Ignore unknown properties (docs/newer-release.md), and read the body as UTF-8.",
  ]),
  advice("large", "event", `Does it accept a body of ${largeSize / 1024} KiB?`, [
    mustBeTaken,
    (wire, secret) =>
      withBody(wire, putIn(toBodyText(wire), " ".repeat(largeSize - toBodyText(wire).length)), secret),
    "It rejects a large event",
    "Raise the body size limit, in any proxy too: the maximum size of an event is not documented.",
  ]),
  advice("at-once", "event", "Does it accept two events at once?", askAtOnce),
  documented("unsigned", "event", "Does it reject an event without a signature?", [
    mustBeRefused,
    dropSignature,
    "It accepts the event: anyone who knows the URL can pretend to be your POS.",
    "Reject it with status 400 and the error NO_SIGNATURE.",
  ]),
  documented("other-secret", "event", "Does it reject an event signed with another secret?", [
    mustBeRefused,
    signAsStranger,
    "It accepts the event without verifying the signature: anyone who knows the URL can pretend to be your POS.",
    "Verify the signature of every request, and reject a wrong one with status 400 and INVALID_SIGNATURE.",
  ]),
  advice(
    "signed-rejection",
    "other-secret",
    "Does it leave the rejection of a stranger unsigned?",
    askRejection,
  ),
  advice("rejection", "other-secret", "Does the rejection of a stranger have an error code?", askErrorCode),
  documented(
    "right-signature",
    "other-secret",
    "Do its answers keep the secret, and its rejections the right signature?",
    askSecrets,
  ),
  documented("changed-byte", "event", "Does it reject an event with one byte changed after signing?", [
    mustBeRefused,
    changeDigit,
    "It accepts the event: it does not verify the body that was sent.",
    "Compute the signature over the raw bytes of the body, and compare all of it.",
  ]),
  documented("empty-signature", "event", "Does it reject an event with an empty signature?", [
    mustBeRefused,
    (wire) => withHeader(wire, signatureHeader, ""),
    "It accepts the event: anyone who knows the URL can pretend to be your POS.",
    "Treat an empty signature as missing, and always compare the full length.",
  ]),
  documented(
    "similar-signature",
    "event",
    "Does it reject a signature that is cut short, or almost the right one?",
    rejectEach([
      signWith("only its first character", (signature) => signature.slice(0, 1)),
      signWith("only its first 10 characters", (signature) => signature.slice(0, 10)),
      signWith("the signature with another end", replaceEnd),
      signWith("the signature with capitals for small letters", swapCase),
    ]),
  ),
  advice(
    "other-subscription",
    "event",
    "Does it reject an event of an unknown subscription, or of none?",
    rejectEach([
      [
        (wire) => withHeader(wire, subscriptionHeader, `nobody-${randomBytes(4).toString("hex")}`),
        "It accepts the event because the signature is right: it cannot tell two shops with the same secret apart.",
        "Look up the secret by X-Mplus-Subscription-Id, and reject an unknown id with status 400 and INVALID_SUBSCRIPTION_ID.",
      ],
      [
        (wire) => dropHeader(wire, subscriptionHeader),
        "It accepts the event without a subscription id, although nothing says which shop it is from.",
        "Reject it with status 400 and NO_SUBSCRIPTION_ID.",
      ],
    ]),
  ),
  documented("broken-json", "event", "Does it reject a body that is not JSON?", [
    mustBeRefused,
    breakJson,
    "It accepts the event.",
    "Reject it with status 400 and INVALID_JSON.",
  ]),
  advice("no-event", "broken-json", "Does it reject a signed body without an event?", [
    mustBeRefused,
    (wire, secret) => withBody(wire, "{}", secret),
    "It accepts the body: a stranger could post one of your signed answers back to you.",
    "Reject a body without the object `event`, unless it is an error report, with status 400 and INVALID_DATA.",
  ]),
  advice("unknown-event", "event", "Does it cope with an unknown event?", askUnknownEvent),
  documented("report", "event", "Does it accept an error report from the POS?", askReport),
  advice("non-blocking", "event", "Does it answer a non-blocking event in the same way?", askNonBlocking),
];

/** Judges a variation that should make no difference. */
function mustBeTaken({ isTaken, complaint }: EventResult, saw: string, change: string): Observation {
  if (isTaken) return well("Yes.");
  const observation = fromComplaint(complaint, "");
  return { ...observation, saw: `${saw}. ${observation.saw}`.trim(), change };
}

export function mustBeRefused({ result }: EventResult, saw: string, change: string): Observation {
  const whole = "Reject it with status 400 and an `error` that says why.";
  if (result.kind === "none") return wrong(`It does not answer at all (${result.cause.kind}).`, whole);
  const { status } = result;
  const error = status < 300 && findError(result);
  if (error) return wrong(describeErrorAnswer(error.code, status), whole);
  if (status < 300) return wrong(saw, change);
  if (status < 400) return wrong(`It redirects (status ${status}).`, whole);
  if (status < 500) return well(`Rejected with status ${status}.`);
  return wrong(`The server fails (status ${status}).`, whole);
}

type WrongEvent = readonly [make: RequestRewrite, saw: string, change: string];

/** Stops at the first that is accepted. */
function rejectEach(events: readonly WrongEvent[]): Probe["ask"] {
  return async ({ send }) => {
    for (const [make, ...words] of events) {
      const observation = mustBeRefused(await send(make), ...words);
      if (!observation.isWell) return observation;
    }
    return well("Rejected.");
  };
}

function signWith(what: string, make: (signature: string) => string): WrongEvent {
  return [
    (wire) => withHeader(wire, signatureHeader, make(wire.headers[signatureHeader] ?? "")),
    `It accepts ${what}: a stranger can guess that.`,
    "Compare the whole signature, with upper and lower case, in constant time.",
  ];
}

/** Undefined if the response is not an error in the vendor's format. */
export const findError = (result: PostResult) =>
  result.kind === "reply" ? readError(parseJson(Buffer.from(result.body).toString())) : undefined;

const describeErrorAnswer = (code: string, status: number): string =>
  `It answers its error ${quote(code)} with status ${status}, but only 200 for processed events and 400 for errors are documented.`;

async function askEvent({ send }: ProbeContext): Promise<Observation> {
  const { isTaken, complaint, result } = await send();
  return isTaken
    ? well(`Accepted in ${result.duration} ms.`)
    : fromComplaint(complaint, "The POS cannot use the answer.");
}

async function askAnswer({ send }: ProbeContext): Promise<Observation> {
  const { complaint } = await send();
  return complaint ? fromComplaint(complaint, "") : well("No.");
}

/** Runs only if the right signature was rejected or the reason is unknown. */
async function findWayOfSigning({ send, till, findings }: ProbeContext): Promise<Observation | undefined> {
  const fault = findings.get("event")?.fault ?? "";
  if (!["signature-refused", "access", "refused-by-receiver", "status"].includes(fault)) return undefined;
  const { sent } = await send();
  for (const [words, signature] of listWrongSignatures(sent.body, till.secret)) {
    const { result } = await send(() => withHeader(sent, signatureHeader, signature));
    if (result.kind === "reply" && result.status < 300 && !findError(result))
      return wrong(
        `It accepts signatures made ${words}.`,
        "Send base64 of HMAC-SHA256 over the bytes as they are. To get the key, decode the secret from base64.",
      );
  }
  if (fault !== "signature-refused") return undefined;
  return wrong(
    "It rejects every signature made with this secret.",
    "Use the same secret on both sides, and verify the raw bytes of the body.",
  );
}

async function askAtOnce({ send }: ProbeContext): Promise<Observation> {
  const both = await Promise.all([send(), send()]);
  const failed = both.find(({ isTaken }) => !isTaken);
  return failed ? fromComplaint(failed.complaint, "It rejects one of them.") : well("Yes.");
}

async function askUnknownEvent({ send, till }: ProbeContext): Promise<Observation> {
  const url = toEventUrl(till.url, "eventOfALaterRelease");
  const { result } = await send((wire) => ({ ...wire, url }));
  const change = "Answer unknown events with {} or status 404: a later release may add events.";
  if (result.kind === "none") return wrong(`It does not answer (${result.cause.kind}).`, change);
  return result.status < 500
    ? well(`Status ${result.status}.`)
    : wrong(`The server fails (status ${result.status}).`, change);
}

/** One secret serves both directions, so a signed rejection is a valid request. */
async function askRejection({ send, till: { secret } }: ProbeContext): Promise<Observation> {
  const { result } = await send(signAsStranger);
  const isSigned = result.kind === "reply" && result.headers[signatureHeader] === sign(result.body, secret);
  return isSigned
    ? wrong(
        "It signs the rejection of an event with a wrong signature: a stranger could post this text back to you as a valid request.",
        "Sign only answers to requests with a valid signature.",
      )
    : well("Yes.");
}

async function askErrorCode({ send }: ProbeContext): Promise<Observation> {
  const { result } = await send(signAsStranger);
  if (findError(result)) return well("Yes.");
  return wrong(
    "The rejection has no error code: its body is not in the documented form.",
    'Reject it with status 400 and a JSON body such as {"error":{"code":"INVALID_SIGNATURE","message":"…"}}.',
  );
}

/** Whoever sends an event without the secret must learn neither its signature nor the secret. */
async function askSecrets({ send, till: { secret } }: ProbeContext): Promise<Observation> {
  for (const change of [signAsStranger, dropSignature, breakJson, undefined]) {
    const { sent, result } = await send(change);
    if (result.kind === "none") continue;
    // PHP escapes slashes.
    const text = Buffer.from(result.body).toString().replaceAll("\\/", "/");
    const shown = [...Object.values(result.headers), text].join("\n");
    if (maskSecret(shown, secret) !== shown)
      return wrong(
        "Its answer contains your secret: whoever reads that can pretend to be your POS.",
        "Write the secret neither into an answer nor into an error page, and set a new one on both sides.",
      );
    const isOfStranger = change === signAsStranger || change === dropSignature;
    const signatures = isOfStranger ? spellSignature(sent.body, decodeSecret(secret)) : [];
    if (signatures.some(([, signature]) => shown.includes(signature)))
      return wrong(
        "Its rejection contains the right signature of the event: a stranger can copy it, and pretend to be your POS.",
        "Write the expected signature neither into an answer nor into an error page.",
      );
  }
  return well("Yes.");
}

/** Replaces the last two bytes. */
function replaceEnd(signature: string): string {
  return `${signature.slice(0, 40)}${signature.startsWith("AAA", 40) ? "BBA" : "AAA"}=`;
}

function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

/** Corrupts the answer on its way back, so that the till reports an error. */
async function askReport({ send }: ProbeContext): Promise<Observation> {
  const { exchange } = await send(undefined, "spoilt");
  const status = exchange.report?.status;
  return status === 200
    ? well("Yes.")
    : wrong(
        status === undefined
          ? "It does not answer the report."
          : `It answers the report with status ${status}.`,
        "Accept requests with `error` and `original`, log them, and answer with status 200. Only these requests tell you that the POS cannot use your answers.",
      );
}

/** Never a fault of the server: blocking is a setting of the back office. */
async function askNonBlocking({ send, event }: ProbeContext): Promise<Observation> {
  const parts = listParts(await send());
  const unawaited = await send((wire, secret) =>
    withBody(wire, toBodyText(wire).replace(/"eventBlocking":\s*true/, '"eventBlocking":false'), secret),
  );
  if (!unawaited.isTaken) return fromComplaint(unawaited.complaint, "It rejects the event.");
  if (parts.length === 0 || listParts(unawaited).length > 0) return well("Yes.");
  return well(
    `Yes, but without ${parts.map((part) => quote(part)).join(", ")}, because the POS does not wait. To make it wait, turn on Blocking for ${event} in the webhook settings of the back office.`,
  );
}

function listParts({ isTaken, result }: EventResult): readonly string[] {
  return isTaken && result.kind === "reply" && result.status === 200
    ? Object.keys(JSON.parse(Buffer.from(result.body).toString("utf8") || "{}") as object).slice(0, 10)
    : [];
}

const toBodyText = ({ body }: RawRequest): string => Buffer.from(body).toString("utf8");

const putIn = (json: string, more: string): string => json.replace("{", `{${more}`);

/** The same JSON with different whitespace, also around it, and escaped letters. */
function spellOtherwise(wire: RawRequest, secret: string): RawRequest {
  const spaced = JSON.stringify(JSON.parse(toBodyText(wire)), null, "\t ");
  return withBody(wire, `\n ${spaced.replace(/(?<=: ")[a-z]/gi, escapeCharacter)}\r\n`, secret);
}

function signAsStranger(wire: RawRequest): RawRequest {
  return withBody(wire, wire.body, randomBytes(32).toString("base64"));
}

function dropSignature(wire: RawRequest): RawRequest {
  return dropHeader(wire, signatureHeader);
}

function dropHeader({ headers, ...wire }: RawRequest, name: string): RawRequest {
  const { [name]: _, ...others } = headers;
  return { ...wire, headers: others };
}

function breakJson(wire: RawRequest, secret: string): RawRequest {
  return withBody(wire, "{", secret);
}

function changeDigit(wire: RawRequest): RawRequest {
  const text = toBodyText(wire).replace(/[1-8]/, (digit) => `${Number(digit) + 1}`);
  return { ...wire, body: Buffer.from(text) };
}

export function withBody(wire: RawRequest, text: string | Uint8Array, secret: string): RawRequest {
  const body = Buffer.from(text);
  return withHeader({ ...wire, body }, signatureHeader, sign(body, secret));
}

export const withHeader = ({ headers, ...wire }: RawRequest, name: string, value: string): RawRequest => ({
  ...wire,
  headers: { ...headers, [name]: value },
});
