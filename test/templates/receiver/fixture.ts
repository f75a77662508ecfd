import type { Log } from "../../../templates/copied/receiver/base/handlers.js";
import type { ReceiverOptions } from "../../../templates/copied/receiver/base/options.js";
import type { RawRequest, RawResponse } from "../../../templates/copied/receiver/base/options.js";
import { createProtocolReceiver } from "../../../templates/copied/receiver/protocol/receiver.js";
import { sign, verify } from "../../../templates/copied/receiver/base/signature.js";
import type { Problem, Result, Validators } from "../../../templates/copied/validators/results.js";
import { readRules } from "../../../templates/copied/validators/rules.js";
import type { Contract } from "../../../templates/copied/validators/table.js";

interface Envelope {
  event: { eventPolling?: boolean; eventBlocking?: boolean };
  sender: object;
  dialog?: { selectedDialogOptionIds: number[] };
  form?: { id: string; fields: { id: string; value: string }[] };
}

interface Requests {
  scanCode: Envelope & { scanCode: { scannedCode: string; codeType: string } };
  completeSession: Envelope;
  backgroundPoll: Envelope;
  startExternalPayment: Envelope & { externalPayment: { externalPaymentId: string } };
}

interface Response {
  error?: { code: string; message: string };
  message?: { text: string }[];
  polling?: { finished: boolean };
  dialog?: { dialogTitle: string; dialogOptions: { optionId: number; optionName: string }[] };
  form?: { id: string; title: string };
  scanCode?: { recognized: boolean; relationNumber?: number };
  externalPayment?: { externalPaymentId?: string; started?: boolean };
}
type Responses = Record<keyof Requests, Response>;

type ErrorRequest = Readonly<{ error: { code: string; message: string }; original: object }>;

export type Options = ReceiverOptions<Requests, Responses, ErrorRequest>;
export type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

const answerProperties = "error message polling dialog form scanCode externalPayment".split(" ");
/** Small, because the receiver must not depend on the real contract. Its own functions check the bodies. */
export const table: Contract = {
  fleet: { label: "48 to 59.3.2", spans: [["48", "59.3.3"]] },
  events: {
    scanCode: { request: "ScanCodeRequest", answer: "Answer", own: ["scanCode"] },
    completeSession: { request: "CommonRequest", answer: "Answer", endsItself: true },
    backgroundPoll: { request: "CommonRequest", answer: "Answer", repeated: true },
    startExternalPayment: {
      request: "StartExternalPaymentRequest",
      answer: "Answer",
      own: ["externalPayment"],
      echo: ["externalPayment", "externalPaymentId"],
    },
  },
  commonRequest: "CommonRequest",
  errorRequest: "ErrorRequest",
  objects: {
    Answer: { properties: {} },
    ErrorRequest: { properties: {} },
    CommonRequest: { properties: { event: {}, sender: { holds: "Sender" }, dialog: {}, form: {} } },
    ScanCodeRequest: {
      base: "CommonRequest",
      properties: { session: { holds: "Session" }, scanCode: { required: true } },
    },
    StartExternalPaymentRequest: { base: "CommonRequest", properties: { externalPayment: {} } },
    Sender: {
      properties: {
        branchNumber: {},
        workplaceNumber: {},
        hasReceiptPrinter: { outside: { since: "60" } },
        paperState: { outside: { planned: true } },
        fax: { outside: { until: "40" } },
      },
    },
    Session: { properties: { lines: { holds: "SessionLine" } } },
    SessionLine: { properties: { lineId: {} } },
  },
  enums: {},
};

export const contract: Validators = {
  rules: readRules(table),
  validateRequest: (event, body) => {
    const own = event === "scanCode" ? listScanProblems(body as { scanCode?: unknown }) : [];
    return toResult(body, [...findMissing(body, ["event", "sender"]), ...own]);
  },
  validateResponse: (_event, body) => {
    const unknown = Object.keys(body as object).filter((name) => !answerProperties.includes(name));
    const problems = unknown.map((name) => problem(`/${name}`, "unknown-property", "is not known"));
    const { dialog } = body as { dialog?: unknown };
    const wrong = Array.isArray(body) ? [""] : dialog === null ? ["/dialog"] : [];
    const misfits = wrong.map((path) => problem(path, "wrong-type", "must be an object"));
    return toResult(body, misfits.length > 0 ? misfits : problems);
  },
  validateErrorRequest: (body) =>
    toResult(body, findMissing((body as { error: object }).error, ["code"], "/error")),
};

const problem = (path: string, code: string, message: string): Problem => ({ path, code, message });

function listScanProblems({ scanCode }: { scanCode?: unknown }): readonly Problem[] {
  if (scanCode === undefined) return findMissing({}, ["scanCode"]);
  if (scanCode === null) return [problem("/scanCode", "wrong-type", "must be an object")];
  return findMissing(scanCode, ["scannedCode", "codeType"], "/scanCode");
}

const findMissing = (value: unknown, names: readonly string[], path = ""): readonly Problem[] =>
  names
    .filter((name) => !Object.hasOwn(value as object, name))
    .map((name) => problem(`${path}/${name}`, "missing-property", "is missing"));

function toResult(value: unknown, problems: readonly Problem[]): Result<unknown> {
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";
export const otherSecret = Buffer.alloc(32, 7).toString("base64");
export const strangersSecret = Buffer.alloc(32, 9).toString("base64");

const good = {
  event: { eventBlocking: true, eventCounter: 1 },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  scanCode: { scannedCode: "8711111111111", codeType: "barcode" },
};
export const goodBody = JSON.stringify(good);
export const bodyWith = (more: object): string => JSON.stringify({ ...good, ...more });

/** A body with an event that the POS numbers. */
export const numbered = (event: object = {}, more: object = {}): string => {
  const numbers = { eventCounter: 7, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
  return bodyWith({ event: { ...numbers, ...event }, ...more });
};

export type Line = readonly [level: keyof Log, fields: Readonly<Record<string, unknown>>, message: string];

/** `send` returns the answer to a valid delivery with changes. */
export function createTestReceiver(options: Partial<Options> = {}, changes: Partial<typeof contract> = {}) {
  const { log, lines } = createTestLog();
  const all = { subscriptions: { "shop-12": { secret } }, handlers: {}, log, ...options };
  const receiver = createProtocolReceiver({ ...contract, ...changes }, all);
  return {
    receiver,
    lines,
    messages: () => lines.map(([, , message]) => message),
    send: async (change?: Change, isSigned?: boolean) =>
      readAnswer(await receiver.receive(createRequest(change)), isSigned),
  };
}

export function createTestLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const write = (level: keyof Log) => (fields: object, message: string) =>
    void lines.push([level, { ...fields }, message]);
  const log = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  return { log, lines };
}

export type Headers = Record<string, string | readonly string[] | undefined>;

export const signedHeaders = (body: string | Uint8Array, key = secret) => ({
  "x-mplus-subscription-id": "shop-12",
  "x-mplus-signature": sign(body, key),
  "content-type": "application/json",
});

export interface Change extends Partial<Omit<RawRequest, "header" | "body">> {
  readonly body?: string | RawRequest["body"];
  readonly headers?: Headers;
}

/** A valid delivery of scanCode. It is signed after the changes. */
export function createRequest({ body = goodBody, headers = {}, ...rest }: Change = {}): RawRequest {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const signed = signedHeaders(ArrayBuffer.isView(bytes) ? bytes : goodBody);
  const all = new Map<string, Headers[string]>(Object.entries({ ...signed, ...headers }));
  return { method: "POST", event: "scanCode", header: (name) => all.get(name), body: bytes, ...rest };
}

export async function* createEndlessBody(chunks: readonly Uint8Array[] = []): AsyncIterable<Uint8Array> {
  yield* chunks;
  await new Promise(() => undefined);
}

/** Codes of answers to unverified senders, which must not be signed. */
const toStrangers = new Set<unknown>([
  ...["METHOD_NOT_ALLOWED", "UNKNOWN_EVENT", "BODY_TOO_LARGE", "BODY_TOO_SLOW", "TOO_MANY_BODIES"],
  ...["INVALID_CONTENT_ENCODING", "NO_SUBSCRIPTION_ID", "INVALID_SUBSCRIPTION_ID"],
  ...["NO_SIGNATURE", "INVALID_SIGNATURE", "SHUTTING_DOWN"],
]);

/**
 * Returns the parts of an answer that tests check. Throws unless its signature is as expected.
 * @param isSigned Default: depends on whether the code is one for unverified senders.
 */
function readAnswer({ status, headers, body: text }: RawResponse, isSigned?: boolean) {
  const body = JSON.parse(text) as { error?: { code: string } };
  const signature = headers["X-Mplus-Signature"];
  const holds = signature !== undefined && verify(Buffer.from(text), signature, secret);
  if (holds !== (isSigned ?? !toStrangers.has(body.error?.code)))
    throw new Error(`the answer is ${holds ? "" : "not "}signed: ${text}`);
  return { status, body: body as unknown, ...(body.error && { code: body.error.code }) };
}
