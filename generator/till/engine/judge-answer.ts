import { isUtf8 } from "node:buffer";
import type { EventModel } from "../../contract/model/model.js";
import { joinPointer } from "../../contract/read/pointer.js";
import { truncate } from "../../base/text/quote.js";
import { formatRelease } from "../../base/time/release.js";
import { getAt, getOwn, isJsonType, isObject, parseJson, type JsonObject } from "../../base/json.js";
import type { Finding, TillSettings, Verdict } from "./till-types.js";
import type { SignedRequest } from "./deliver.js";
import { postFailures, type PostFailure, type PostResult } from "./post.js";
import { matchesSignature, recognizeSignature } from "./signature.js";
import { asksToPoll, isBlocking, type TillSetUp } from "./till-set-up.js";

export interface SentEvent {
  readonly event: EventModel;
  readonly request: JsonObject;
  readonly sent: SignedRequest;
}

type HttpReply = Extract<PostResult, { kind: "reply" }>;

/**
 * Judges signature, status and body as a till of the release does, but not the effect on the sale. Without a
 * secret, the signature is not checked.
 */
export function judgeAnswer(
  each: SentEvent,
  result: PostResult,
  secret: string | undefined,
  setUp: TillSetUp,
): Verdict {
  const { settings } = setUp;
  if (result.kind === "none") return { kind: "silent", findings: [describeSilence(result.cause)] };
  const unsigned = secret === undefined ? undefined : checkSignature(each, result, secret, settings);
  if (unsigned) return refuseAnswer(unsigned);
  if (result.status !== 200) return readFailure(result);
  if (!isBlocking(each.event, setUp) && settings.answersWithoutWaiting === "ignored") return take({});
  const read = parseAnswer(result);
  if (read.kind !== "taken") return read;
  const findings = [
    ...checkContract(each.event, read.answer, setUp),
    ...checkPolling(each, read.answer, setUp),
    ...checkEchoes(each, read.answer),
  ];
  return findings.length > 0 ? refuseAnswer(...findings) : read;
}

/** Truncates messages, because names and ids in an answer may be very long. */
export const refuseAnswer = (...findings: readonly Finding[]): Verdict => ({
  kind: "refused",
  findings: findings.map(({ code, message, path }) => ({
    code,
    message: truncate(message, maxFindingText),
    ...(path !== undefined && { path: truncate(path, maxFindingText) }),
  })),
});

const maxFindingText = 500;

const refuseFor = (code: string, message: string): Verdict => refuseAnswer({ code, message });

const take = (answer: JsonObject): Verdict => ({ kind: "taken", answer });

export const describeSilence = ({ kind, message }: PostFailure): Finding => ({
  code: kind,
  message: `No answer came: ${postFailures[kind]}${message === "" ? "" : ` (${message})`}.`,
});

/** Undefined if the signature is valid or not required. */
function checkSignature({ sent }: SentEvent, reply: HttpReply, secret: string, settings: TillSettings) {
  const { status, headers, body } = reply;
  const given = headers["x-mplus-signature"];
  if (!given) {
    if ((status !== 200 || body.length === 0) && !settings.refusalsMustBeSigned) return undefined;
    const how = given === "" ? "empty" : "missing";
    return { code: "NO_SIGNATURE", message: `The answer has no signature: \`X-Mplus-Signature\` is ${how}.` };
  }
  if (matchesSignature(body, given, secret)) return undefined;
  const { mistakes = "" } =
    recognizeSignature(given, { secret, body, request: Buffer.from(sent.body) }) ?? {};
  // A proxy may have made the error and copied a header.
  const how = mistakes === "" ? "does not match its bytes" : `was made ${mistakes}`;
  return { code: "INVALID_SIGNATURE", message: `The signature of the answer ${how}.` };
}

export function readFailure({ status, headers, body }: HttpReply): Verdict {
  const isJson = (headers["content-type"] ?? "").includes("json");
  const error = isJson ? readError(parseJsonBytes(body)) : undefined;
  return { kind: "failed", status, ...(error && { error }) };
}

/** Undefined if the answer is not an error in the vendor's format. */
export function readError(answer: unknown): { code: string; message: string } | undefined {
  const [code, message] = ["code", "message"].map((name) => getAt(answer, ["error", name]));
  if (typeof code !== "string") return undefined;
  return { code: truncate(code, maxFindingText), message: typeof message === "string" ? message : "" };
}

/** Returns only verdicts that do not depend on the event. */
function parseAnswer({ status, headers, body }: HttpReply): Verdict {
  if (body.length === 0) return take({});
  const type = headers["content-type"];
  if (type === undefined) return refuseFor("NO_CONTENT_TYPE", "The answer has no `Content-Type`.");
  const seen = `The answer is ${JSON.stringify(type)}`;
  if (!isJsonType(type)) return refuseFor("INVALID_CONTENT_TYPE", `${seen}; expected application/json.`);
  const answer = parseJsonBytes(body);
  if (answer === undefined) return refuseFor("INVALID_JSON", "The answer is not JSON.");
  if (!isObject(answer)) return refuseFor("INVALID_DATA", "The answer is not a JSON object.");
  const error = readError(answer);
  return error ? { kind: "failed", status, error } : take(answer);
}

/** Undefined if it is not JSON. Skips a byte order mark, which JSON excludes. */
const parseJsonBytes = (body: Uint8Array): unknown =>
  isUtf8(body) ? parseJson(Buffer.from(body).toString()) : undefined;

function checkContract(event: EventModel, answer: JsonObject, setUp: TillSetUp): readonly Finding[] {
  const { release, settings, validators } = setUp;
  const result = validators.validateResponse(event.name, answer, { version: formatRelease(release) });
  const problems = result.ok ? [] : result.problems;
  return problems.filter(({ code }) => code !== "unknown-property" || settings.unknownKeys === "refused");
}

/** An answer to a polling request must say whether polling is over. */
function checkPolling(
  { event, request }: SentEvent,
  answer: JsonObject,
  setUp: TillSetUp,
): readonly Finding[] {
  const { polling } = setUp.model;
  if (!polling || event.pollingOptional || getOwn(answer, polling.ends.object) !== undefined) return [];
  if (!asksToPoll(request, setUp.model)) return [];
  const message = `\`${polling.ends.object}\` is missing: the request has \`${polling.asks.property}\`, and the till polls forever without it.`;
  return [{ code: "polling-not-answered", message, path: joinPointer("", polling.ends.object) }];
}

/** The answer must repeat the ids of the request. */
function checkEchoes({ event, request }: SentEvent, answer: JsonObject): readonly Finding[] {
  return event.echoes.flatMap(({ object, property }) => {
    const [requestValue, answerValue] = [request, answer].map((body) => getAt(body, [object, property]));
    if (answerValue === undefined || answerValue === requestValue) return [];
    const message = `\`${object}.${property}\` differs from the request, so the answer is about something else.`;
    return [{ code: "wrong-echo", message, path: joinPointer("", object, property) }];
  });
}
