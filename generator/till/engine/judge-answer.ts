import { isUtf8 } from "node:buffer";
import type { EventModel } from "../../contract/model/model.js";
import { joinPointer } from "../../contract/read/pointer.js";
import { truncate } from "../../base/text/quote.js";
import { formatRelease } from "../../base/time/release.js";
import { getAt, getOwn, isJsonType, isObject, parseJson, type JsonObject } from "../../base/json.js";
import type { Finding, TillSettings, Verdict } from "./till.js";
import type { SignedRequest } from "./deliver.js";
import { postFailures, type PostFailure, type PostResult } from "./post.js";
import { matchesSignature, recognizeSignature } from "./signature.js";
import { asksToPoll, isBlocking, type TillSetUp } from "./till-set-up.js";

/** An event, and its request: as data, and as it was sent. */
export interface SentEvent {
  readonly event: EventModel;
  readonly request: JsonObject;
  readonly sent: SignedRequest;
}

type HttpReply = Extract<PostResult, { kind: "reply" }>;

/**
 * Judges an answer as a till of the release does: signature, status, body; without what it does to the sale. Without a secret, the
 * signature is taken on trust.
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

/** Names and ids in an answer may be as long as it is: nobody reads on. */
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

/** Why nothing came back. */
export const describeSilence = ({ kind, message }: PostFailure): Finding => ({
  code: kind,
  message: `No answer came: ${postFailures[kind]}${message === "" ? "" : ` (${message})`}.`,
});

/** Why the signature is none to take an answer by; undefined: it is one, or none is needed. */
function checkSignature({ sent }: SentEvent, reply: HttpReply, secret: string, settings: TillSettings) {
  const { status, headers, body } = reply;
  const given = headers["x-mplus-signature"];
  if (given === undefined) {
    if ((status !== 200 || body.length === 0) && !settings.refusalsMustBeSigned) return undefined;
    return { code: "NO_SIGNATURE", message: "The answer has no signature: `X-Mplus-Signature` is missing." };
  }
  if (matchesSignature(body, given, secret)) return undefined;
  const { mistakes = "" } =
    recognizeSignature(given, { secret, body, request: Buffer.from(sent.body) }) ?? {};
  // Whatever stands in front of the receiver may have made a refusal, and copied a header.
  const how = mistakes === "" ? "not that of its bytes" : `made ${mistakes}`;
  return { code: "INVALID_SIGNATURE", message: `The signature of the answer is ${how}.` };
}

export function readFailure({ status, headers, body }: HttpReply): Verdict {
  const isJson = (headers["content-type"] ?? "").includes("json");
  const error = isJson ? readError(parseJsonBytes(body)) : undefined;
  return { kind: "failed", status, ...(error && { error }) };
}

/** The error that a body has in the vendor's format. */
export function readError(answer: unknown): { code: string; message: string } | undefined {
  const [code, message] = ["code", "message"].map((name) => getAt(answer, ["error", name]));
  if (typeof code !== "string") return undefined;
  return { code: truncate(code, maxFindingText), message: typeof message === "string" ? message : "" };
}

/** The answer, or why it cannot be used whatever it is about. */
function parseAnswer({ status, headers, body }: HttpReply): Verdict {
  if (body.length === 0) return take({});
  const type = headers["content-type"];
  if (type === undefined) return refuseFor("NO_CONTENT_TYPE", "The answer has no `Content-Type`.");
  const seen = `The answer is ${JSON.stringify(type)}`;
  if (!isJsonType(type)) return refuseFor("INVALID_CONTENT_TYPE", `${seen}, and has to be application/json.`);
  const answer = parseJsonBytes(body);
  if (answer === undefined) return refuseFor("INVALID_JSON", "The answer is not JSON.");
  if (!isObject(answer)) return refuseFor("INVALID_DATA", "The answer is not a JSON object.");
  const error = readError(answer);
  return error ? { kind: "failed", status, error } : take(answer);
}

/** Undefined: no JSON. A byte order mark is not part of JSON. */
const parseJsonBytes = (body: Uint8Array): unknown =>
  isUtf8(body) ? parseJson(Buffer.from(body).toString()) : undefined;

/** Checks the answer by the contract of that release. */
function checkContract(event: EventModel, answer: JsonObject, setUp: TillSetUp): readonly Finding[] {
  const { release, settings, validateResponse } = setUp;
  const result = validateResponse(event.name, answer, { version: formatRelease(release) });
  const problems = result.ok ? [] : result.problems;
  return problems.filter(({ code }) => code !== "unknown-property" || settings.unknownKeys === "refused");
}

/** Whether polling is over is to be said where the request asks for that. */
function checkPolling(
  { event, request }: SentEvent,
  answer: JsonObject,
  setUp: TillSetUp,
): readonly Finding[] {
  const { polling } = setUp.model;
  if (!polling || event.pollingOptional || getOwn(answer, polling.ends.object) !== undefined) return [];
  if (!asksToPoll(request, setUp.model)) return [];
  const message = `\`${polling.ends.object}\` is missing: the request has \`${polling.asks.property}\`, and the till asks for ever without it.`;
  return [{ code: "polling-not-answered", message, path: joinPointer("", polling.ends.object) }];
}

/** Checks that the answer is about the same thing as the request. */
function checkEchoes({ event, request }: SentEvent, answer: JsonObject): readonly Finding[] {
  return event.echoes.flatMap(({ object, property }) => {
    const [requestValue, answerValue] = [request, answer].map((body) => getAt(body, [object, property]));
    if (answerValue === undefined || answerValue === requestValue) return [];
    const message = `\`${object}.${property}\` is not that of the request, so that the answer is about something else.`;
    return [{ code: "wrong-echo", message, path: joinPointer("", object, property) }];
  });
}
