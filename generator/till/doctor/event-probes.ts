import { createHmac, randomBytes } from "node:crypto";
import { escapeCharacter, quote } from "../../base/text/quote.js";
import { post } from "../engine/post.js";
import { decodeSecret, rewritings, sign } from "../engine/signature.js";
import type { RawRequest } from "./facts.js";
import {
  type ProbeContext,
  advice,
  documented,
  fromComplaint,
  type Observation,
  type Probe,
  type EventResult,
  well,
  wrong,
} from "./probe.js";

const signatureHeader = "x-mplus-signature";

/** In bytes. */
const largeSize = 256 * 1024;

/** Events as they should be, then those that somebody else could send, and what is left then. */
export const eventProbes: readonly Probe[] = [
  documented("event", "http", "Is a signed event taken, and the answer one for a till?", askEvent),
  advice("answer", "event", "Is there something else in the answer that a till may mind?", askAnswer),
  documented("way-of-signing", "http", "Which signature does it take, if not this one?", findWayOfSigning),
  documented("raw-bytes", "event", "Does the signature hold for a body with spaces and escapes?", [
    mustBeTaken,
    spellOtherwise,
    "The same JSON, spelt otherwise, is refused: what is verified is not what came",
    "Verify the raw bytes of the body, before any body parser.",
  ]),
  advice("later-release", "event", "Does a property that no release has, with accents in it, pass?", [
    mustBeTaken,
    (wire, secret) =>
      withBody(wire, putIn(toBodyText(wire), '"ofALaterRelease":{"text":"Crème brûlée € 🍰"},'), secret),
    "A request with an unknown property is not taken: the next release of the till could stop your shop",
    "Ignore properties that you do not know, and read the body as UTF-8.",
  ]),
  advice("large", "event", `Does a body of ${largeSize / 1024} KiB pass?`, [
    mustBeTaken,
    (wire, secret) =>
      withBody(wire, putIn(toBodyText(wire), " ".repeat(largeSize - toBodyText(wire).length)), secret),
    "A large event is not taken",
    "Raise the limit of the body, at a proxy too: no source says how large events get.",
  ]),
  advice("twice", "event", "Does the same event, sent twice, get the same answer?", askTwice),
  advice("at-once", "event", "Are two events at once both taken?", askAtOnce),
  documented("unsigned", "event", "Is an event without a signature refused?", [
    mustBeRefused,
    dropSignature,
    "It is taken: whoever knows the URL can pretend to be your till.",
    "Refuse it: status 400 with the error NO_SIGNATURE.",
  ]),
  documented("other-secret", "event", "Is an event that is signed with another secret refused?", [
    mustBeRefused,
    (wire) => withBody(wire, wire.body, randomBytes(32).toString("base64")),
    "It is taken: the signature is not verified, and whoever knows the URL can pretend to be your till.",
    "Verify the signature of each request, and refuse a wrong one: status 400 with INVALID_SIGNATURE.",
  ]),
  documented("changed-byte", "event", "Is an event with one byte changed after signing refused?", [
    mustBeRefused,
    changeDigit,
    "It is taken: what the signature is compared with is not the body that came.",
    "Make the signature over the raw bytes of the body, and compare it wholly.",
  ]),
  documented("empty-signature", "event", "Is an event with an empty signature refused?", [
    mustBeRefused,
    (wire) => withHeader(wire, signatureHeader, ""),
    "It is taken: whoever knows the URL can pretend to be your till.",
    "Refuse it as if there were none: compare the whole signature, not as much of it as came.",
  ]),
  advice("other-subscription", "event", "Is an event of an unknown subscription refused?", [
    mustBeRefused,
    (wire) => withHeader(wire, "x-mplus-subscription-id", `nobody-${randomBytes(4).toString("hex")}`),
    "It is taken, as its signature is right: a second shop with the same secret would not be told apart.",
    "Look the secret up by X-Mplus-Subscription-Id, and refuse an unknown one: status 400 with INVALID_SUBSCRIPTION_ID.",
  ]),
  documented("broken-json", "event", "Is a body that is not JSON refused?", [
    mustBeRefused,
    (wire, secret) => withBody(wire, "{", secret),
    "It is taken.",
    "Refuse it: status 400 with INVALID_JSON.",
  ]),
  advice("unknown-event", "event", "Is an event that it does not know answered calmly?", askUnknownEvent),
  documented("report", "event", "Is the till's report of a fault taken?", askReport),
  advice("non-blocking", "event", "Does a till that does not wait get an answer?", askNonBlocking),
  advice("pace", "event", "Is it quick?", judgePace),
];

/** For a spelling of the event that should make no difference. */
function mustBeTaken({ isTaken, complaint }: EventResult, saw: string, change: string): Observation {
  if (isTaken) return well("It does.");
  const observation = fromComplaint(complaint, "");
  return { ...observation, saw: `${saw}. ${observation.saw}`.trim(), change };
}

/** For a request that somebody else could send: only a till's own may be taken. */
function mustBeRefused({ result }: EventResult, saw: string, change: string): Observation {
  const whole = "Refuse it with status 400 and an `error` that says why.";
  if (result.kind === "none") return wrong(`There is no answer at all (${result.cause.kind}).`, whole);
  const { status } = result;
  if (status < 300) return wrong(saw, change);
  if (status < 400) return wrong(`It is redirected (status ${status}).`, whole);
  if (status < 500) return well(`Refused, with status ${status}.`);
  return wrong(`It makes the server fail (status ${status}).`, whole);
}

async function askEvent({ send }: ProbeContext): Promise<Observation> {
  const { isTaken, complaint, result } = await send();
  return isTaken
    ? well(`Taken, in ${result.duration} ms.`)
    : fromComplaint(complaint, "A till cannot use the answer.");
}

/** What our till does not mind, and another one may. */
async function askAnswer({ send }: ProbeContext): Promise<Observation> {
  const { complaint } = await send();
  return complaint ? fromComplaint(complaint, "") : well("Nothing.");
}

/** Only asked where the right signature was refused, or where nobody said why. */
async function findWayOfSigning({ send, findings }: ProbeContext): Promise<Observation | undefined> {
  const fault = findings.get("event")?.fault ?? "";
  if (!["signature-refused", "access", "refused-by-receiver", "status"].includes(fault)) return undefined;
  for (const [words, make] of waysOfSigning) {
    const { result } = await send((wire, secret) =>
      withHeader(wire, signatureHeader, make(wire.body, secret)),
    );
    if (result.kind === "reply" && result.status < 300)
      return wrong(`It takes signatures made ${words}.`, "Make the key and the signature as documented.");
  }
  if (fault !== "signature-refused") return undefined;
  return wrong(
    "None that is made with this secret.",
    "Give both sides the same secret, and verify the bytes that came.",
  );
}

/** Wrong ways to sign that servers are written for, in words that follow "It takes signatures made". */
const waysOfSigning: readonly WayOfSigning[] = [
  [
    "with the text of the secret as the key: decode it from base64 first",
    (body, secret) => hmac(Buffer.from(secret), body).toString("base64"),
  ],
  ["in hex: they are base64", (body, secret) => hmac(decodeSecret(secret), body).toString("hex")],
  [
    "in hex, with the text of the secret as the key: they are base64, and the key is the decoded secret",
    (body, secret) => hmac(Buffer.from(secret), body).toString("hex"),
  ],
  ...rewritings.map(([how, rewrite]) => {
    const make = (body: Uint8Array, secret: string) => sign(rewrite(body) ?? body, secret);
    return [`over other bytes than came: ${how}`, make] as const;
  }),
];

type WayOfSigning = readonly [words: string, make: (body: Uint8Array, secret: string) => string];

const hmac = (key: Uint8Array, body: Uint8Array): Buffer => createHmac("sha256", key).update(body).digest();

async function askTwice({ send, deadline, till: { signal } }: ProbeContext): Promise<Observation> {
  const { sent, result: first, isTaken } = await send();
  const second = await post({ ...sent, deadline, signal });
  if (!isTaken || first.kind === "none") return wrong("The first one failed this time.", "Look in the log.");
  if (second.kind === "none" || second.status !== first.status)
    return wrong(
      `The second time ${second.kind === "none" ? "there is no answer" : `the status is ${second.status}`}.`,
      "Recognise an event that came before, and answer it as you did: whether tills repeat is not known, networks do.",
    );
  return Buffer.compare(first.body, second.body) === 0
    ? well("It does.")
    : wrong(
        "The second answer is another one.",
        "See that nothing is done twice: recognise an event that came before, and answer it as you did.",
      );
}

async function askAtOnce({ send }: ProbeContext): Promise<Observation> {
  const both = await Promise.all([send(), send()]);
  const failed = both.find(({ isTaken }) => !isTaken);
  return failed ? fromComplaint(failed.complaint, "One of them is not taken.") : well("Both are.");
}

async function askUnknownEvent({ send }: ProbeContext): Promise<Observation> {
  const { result } = await send(({ url, ...wire }) => ({
    ...wire,
    url: `${url.slice(0, url.lastIndexOf("/"))}/eventOfALaterRelease`,
  }));
  const change = "Answer {} or status 404 to events that you do not know: a later release may bring some.";
  if (result.kind === "none") return wrong(`There is no answer (${result.cause.kind}).`, change);
  return result.status < 500
    ? well(`Status ${result.status}.`)
    : wrong(`It makes the server fail (status ${result.status}).`, change);
}

/** The answer is spoilt on its way, so that the till reports a fault. */
async function askReport({ send }: ProbeContext): Promise<Observation> {
  const { exchange } = await send(undefined, "spoilt");
  const status = exchange.report?.status;
  return status === 200
    ? well("It is.")
    : wrong(
        status === undefined ? "It is not answered." : `It is answered with status ${status}.`,
        "Take requests with `error` and `original`, write them to your log, and answer with 200: nobody else tells you that a till cannot use your answers.",
      );
}

/** Not a fault of the server: whether an event is blocking is a setting of the back office. */
async function askNonBlocking({ send, event }: ProbeContext): Promise<Observation> {
  const parts = listParts(await send());
  const unawaited = await send((wire, secret) =>
    withBody(wire, toBodyText(wire).replace(/"eventBlocking":\s*true/, '"eventBlocking":false'), secret),
  );
  if (!unawaited.isTaken) return fromComplaint(unawaited.complaint, "It is not taken.");
  if (parts.length === 0 || listParts(unawaited).length > 0) return well("The same as one that waits.");
  return well(
    `Not ${parts.map((part) => quote(part)).join(", ")}: if your till is to act on that, switch on Blocking for ${event} in the webhook settings of the back office.`,
  );
}

/** The names of the parts of an answer. */
function listParts({ isTaken, result }: EventResult): readonly string[] {
  return isTaken && result.kind === "reply" && result.status === 200
    ? Object.keys(JSON.parse(Buffer.from(result.body).toString("utf8") || "{}") as object).slice(0, 10)
    : [];
}

function judgePace({ durations }: ProbeContext): Observation {
  const slowest = Math.max(...durations);
  // About where somebody who waits notices.
  return slowest < 1000
    ? well(`The slowest answer took ${slowest} ms.`)
    : wrong(
        `The slowest answer took ${slowest} ms, and a cashier waits for it.`,
        "Answer first and work later. How long a till waits is not known.",
      );
}

const toBodyText = ({ body }: RawRequest): string => Buffer.from(body).toString("utf8");

/** The same JSON object with more at its beginning. */
const putIn = (json: string, more: string): string => json.replace("{", `{${more}`);

/** The same JSON with other spaces, and with letters as escapes. */
function spellOtherwise(wire: RawRequest, secret: string): RawRequest {
  const spaced = JSON.stringify(JSON.parse(toBodyText(wire)), null, "\t ");
  return withBody(wire, spaced.replace(/(?<=: ")[a-z]/gi, escapeCharacter), secret);
}

function dropSignature(wire: RawRequest): RawRequest {
  const { [signatureHeader]: _, ...headers } = wire.headers;
  return { ...wire, headers };
}

/** The first digit that can be one more. */
function changeDigit(wire: RawRequest): RawRequest {
  const text = toBodyText(wire).replace(/[1-8]/, (digit) => `${Number(digit) + 1}`);
  return { ...wire, body: Buffer.from(text) };
}

/** The same request with another body, signed for it. */
function withBody(wire: RawRequest, text: string | Uint8Array, secret: string): RawRequest {
  const body = Buffer.from(text);
  return withHeader({ ...wire, body }, signatureHeader, sign(body, secret));
}

/** The same request with another value of a header. */
const withHeader = ({ headers, ...wire }: RawRequest, name: string, value: string): RawRequest => ({
  ...wire,
  headers: { ...headers, [name]: value },
});
