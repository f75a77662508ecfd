import { timingSafeEqual } from "node:crypto";
import { validateResponse } from "../../../build/contract/validators/index.js";
import type { WebhookEventName } from "../../../build/contract/types/index.js";
import type { EventModel } from "../../model/model.js";
import { joinPointer } from "../../spec/pointer.js";
import { formatRelease } from "../../time/release.js";
import type { Finding, Reply, Verdict } from "../api/till.js";
import { getAt, getOwn, isObject, type JsonObject } from "../../json.js";
import { sign } from "../wire/sign.js";
import { isBlocking, type TillSetUp } from "../request/request.js";

/** What is to be judged: an event, its request, and what came back as it came. */
export interface Case {
  readonly event: EventModel;
  readonly request: JsonObject;
  readonly status: number;
  readonly headers: Reply["headers"];
  readonly body: Uint8Array;
}

/** Judges an answer as a till of the release does: signature, status, body; without what it does to the sale. */
export function judge(each: Case, secret: string, setUp: TillSetUp): Verdict {
  const signature = checkSignature(each, secret, setUp);
  if (each.status !== 200) return signature ? refuse(signature) : readFailure(each);
  if (signature) return refuse(signature);
  const ignored = !isBlocking(each.event, setUp) && setUp.settings.answersWithoutWaiting === "ignored";
  if (ignored) return { kind: "taken", answer: {} };
  const read: Read = each.body.length === 0 ? { answer: {} } : readAnswer(each);
  if ("finding" in read) return refuse(read.finding);
  const { answer } = read;
  const error = readError(answer);
  if (error) return { kind: "failed", status: each.status, error };
  const findings = [...checkContract(each, answer, setUp), ...checkRequestAgain(each, answer, setUp)];
  return findings.length > 0 ? refuse(...findings) : { kind: "taken", answer };
}

export const refuse = (...findings: readonly Finding[]): Verdict => ({ kind: "refused", findings });

function checkSignature(
  { status, headers, body }: Case,
  secret: string,
  setUp: TillSetUp,
): Finding | undefined {
  const given = headers["x-mplus-signature"];
  if (given === undefined) {
    const mayBeUnsigned = status !== 200 || body.length === 0;
    if (mayBeUnsigned && !setUp.settings.refusalsMustBeSigned) return undefined;
    return { code: "NO_SIGNATURE", message: "The answer has no signature: `X-Mplus-Signature` is missing." };
  }
  const [wanted, got] = [Buffer.from(sign(body, secret)), Buffer.from(given)];
  if (wanted.length === got.length && timingSafeEqual(wanted, got)) return undefined;
  // Whatever stands in front of the receiver may have made a refusal, and copied a header.
  return { code: "INVALID_SIGNATURE", message: "The signature of the answer is not that of its bytes." };
}

function readFailure({ status, headers, body }: Case): Verdict {
  const isJson = (headers["content-type"] ?? "").includes("json");
  const error = isJson ? readError(parse(body)) : undefined;
  return { kind: "failed", status, ...(error && { error }) };
}

function readError(answer: unknown): { code: string; message: string } | undefined {
  const [code, message] = ["code", "message"].map((name) => getAt(answer, ["error", name]));
  return typeof code === "string" ? { code, message: typeof message === "string" ? message : "" } : undefined;
}

type Read = { readonly answer: JsonObject } | { readonly finding: Finding };

/** The answer, or why it cannot be read. */
function readAnswer({ headers, body }: Case): Read {
  const type = headers["content-type"];
  if (type === undefined) return fail("NO_CONTENT_TYPE", "The answer has no `Content-Type`.");
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    return fail(
      "INVALID_CONTENT_TYPE",
      `The answer is ${JSON.stringify(type)}, and has to be application/json.`,
    );
  const answer = parse(body);
  if (answer === undefined) return fail("INVALID_JSON", "The answer is not JSON.");
  return isObject(answer) ? { answer } : fail("INVALID_DATA", "The answer is not a JSON object.");
}

const fail = (code: string, message: string): Read => ({ finding: { code, message } });

/** Undefined: no JSON. A byte order mark is not part of JSON. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** What the contract of that release says of the answer. */
function checkContract(
  { event }: Case,
  answer: JsonObject,
  { release, settings }: TillSetUp,
): readonly Finding[] {
  const name = event.name as WebhookEventName;
  const result = validateResponse(name, answer, { version: formatRelease(release) });
  if (result.ok) return [];
  return result.problems
    .filter(({ code }) => code !== "unknown-property" || settings.unknownKeys === "refused")
    .map(({ code, message, path }) => ({ code, message, path }));
}

/** What an answer owes to its request: to say whether polling is over, and to repeat what it is about. */
function checkRequestAgain(
  { event, request }: Case,
  answer: JsonObject,
  { model }: TillSetUp,
): readonly Finding[] {
  const { polling } = model;
  const isAsked = polling && getAt(request, [polling.asks.object, polling.asks.property]) === true;
  const isMissing = isAsked && !event.pollingOptional && getOwn(answer, polling.ends.object) === undefined;
  const wrong = event.echoes.filter(({ object, property }) => {
    const [asked, told] = [request, answer].map((body) => getAt(body, [object, property]));
    return told !== undefined && told !== asked;
  });
  return [
    ...(isMissing
      ? [
          {
            code: "polling-not-answered",
            message: `\`${polling.ends.object}\` is missing: the request has \`${polling.asks.property}\`, and the till asks for ever without it.`,
            path: joinPointer("", polling.ends.object),
          },
        ]
      : []),
    ...wrong.map(({ object, property }) => ({
      code: "wrong-echo",
      message: `\`${object}.${property}\` is not that of the request, so that the answer is about something else.`,
      path: joinPointer("", object, property),
    })),
  ];
}
