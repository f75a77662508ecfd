import type { Contract } from "../../../templates/copied/receiver/receiver.js";
import type { Log } from "../../../templates/copied/receiver/log.js";
import type { ReceiverOptions } from "../../../templates/copied/receiver/options.js";
import type { RawRequest, RawResponse } from "../../../templates/copied/receiver/http.js";
import { createProtocolReceiver } from "../../../templates/copied/receiver/receiver.js";
import { sign, verify } from "../../../templates/copied/receiver/signature.js";
import { parseRelease, type Problem, type Result } from "../../../templates/copied/validators/results.js";

/** Small, because the receiver must not depend on the real contract. */
interface Envelope {
  event: { eventPolling?: boolean; eventBlocking?: boolean };
  sender: object;
  dialog?: { selectedDialogOptionIds: number[] };
  form?: { id: string; fields: { id: string; value: string }[] };
}

interface CommonResponse {
  error?: { code: string; message: string };
  message?: { text: string }[];
  polling?: { finished: boolean };
  dialog?: { dialogTitle: string; dialogOptions: { optionId: number; optionName: string }[] };
  form?: { id: string; title: string };
}

interface Requests {
  scanCode: Envelope & { scanCode: { scannedCode: string; codeType: string } };
  completeSession: Envelope & { completeSession?: { payments: unknown[] } };
  backgroundPoll: Envelope;
  startExternalPayment: Envelope & { externalPayment: { externalPaymentId: string } };
}

interface Responses {
  scanCode: CommonResponse & { scanCode?: { recognized: boolean; relationNumber?: number } };
  completeSession: CommonResponse & { receiptFooter?: { textBefore: string } };
  backgroundPoll: CommonResponse;
  startExternalPayment: Omit<CommonResponse, "form"> & {
    externalPayment?: { externalPaymentId?: string; started?: boolean };
    /** Requires v59. */
    form?: never;
  };
}

type ErrorRequest = Readonly<{ error: { code: string; message: string }; original: object }>;

export type Options = ReceiverOptions<Requests, Responses, ErrorRequest>;
export type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

const answerProperties = {
  scanCode: ["scanCode"],
  completeSession: ["receiptFooter"],
  backgroundPoll: [],
  startExternalPayment: ["externalPayment"],
} as const;
const commonProperties = ["error", "message", "polling", "dialog", "form"];

export const contract: Contract<Requests, Responses, ErrorRequest> = {
  known: {
    common: { parts: "event sender:Sender dialog form" },
    events: {
      scanCode: { own: ["scanCode"], parts: "session:Session scanCode" },
      completeSession: { own: [] },
      backgroundPoll: { own: [], repeated: true, endsItself: true },
      startExternalPayment: {
        own: ["externalPayment"],
        optional: ["externalPayment"],
        echo: ["externalPayment", "externalPaymentId"],
      },
    },
    objects: {
      Sender: {
        parts: "branchNumber workplaceNumber",
        more: {
          hasReceiptPrinter: { outside: { since: "60" } },
          paperState: { outside: { planned: true } },
          fax: { outside: { until: "40" } },
        },
      },
      Session: { parts: "lines:SessionLine" },
      SessionLine: { parts: "lineId" },
    },
  },
  fleet: { label: "48 to 59.3.2", spans: [[parseRelease("48") ?? 0, parseRelease("59.3.3") ?? 0]] },
  validateRequest: (event, body) =>
    toResult(body, [
      ...missing(body, "event"),
      ...missing(body, "sender"),
      ...(event === "scanCode" ? findScanCodeProblems(body) : []),
    ]),
  validateResponse: (event, body) =>
    toResult(body, [
      ...Object.keys(body as object)
        .filter(
          (name) =>
            ![...commonProperties, ...answerProperties[event as keyof typeof answerProperties]].includes(
              name,
            ),
        )
        .map((name) => ({ path: `/${name}`, code: "unknown-property", message: "is not known" })),
      ...(Array.isArray(body) || typeof body !== "object"
        ? [{ path: "", code: "wrong-type", message: "must be an object" }]
        : []),
    ]),
  validateErrorRequest: (body) =>
    toResult(body, missing((body as { error: object }).error, "code", "/error")),
};

function findScanCodeProblems(body: unknown): Problem[] {
  const { scanCode } = body as { scanCode?: unknown };
  if (scanCode === undefined) return missing(body, "scanCode");
  if (scanCode === null || typeof scanCode !== "object") {
    return [{ path: "/scanCode", code: "wrong-type", message: "must be an object" }];
  }
  return [...missing(scanCode, "scannedCode", "/scanCode"), ...missing(scanCode, "codeType", "/scanCode")];
}

function missing(value: unknown, name: string, path = ""): Problem[] {
  if (Object.hasOwn(value as object, name)) return [];
  return [{ path: `${path}/${name}`, code: "missing-property", message: "is missing" }];
}

function toResult<T>(value: unknown, problems: Problem[]): Result<T> {
  return problems.length === 0 ? { ok: true, value: value as T } : { ok: false, problems };
}

export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";
export const otherSecret = Buffer.alloc(32, 7).toString("base64");

export const goodBody = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 1 },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  scanCode: { scannedCode: "8711111111111", codeType: "barcode" },
});

export type Line = readonly [level: keyof Log, fields: Readonly<Record<string, unknown>>, message: string];

export const bodyWith = (more: object): string =>
  JSON.stringify({ ...(JSON.parse(goodBody) as object), ...more });

/** The log is readable. `send` returns the answer to a valid delivery with changes. */
export function createTestReceiver(options: Partial<Options> = {}, changes: Partial<typeof contract> = {}) {
  const { log, lines } = createTestLog();
  const subscriptions = { "shop-12": { secret } };
  const all = { subscriptions, handlers: {}, log, ...options };
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
  const write = (level: keyof Log) => (fields: object, message: string) => {
    lines.push([level, { ...fields }, message]);
  };
  return {
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    lines,
  };
}

export type Headers = Record<string, string | readonly string[] | undefined>;

export function signedHeaders(body: string | Uint8Array, key = secret) {
  return {
    "x-mplus-subscription-id": "shop-12",
    "x-mplus-signature": sign(body, key),
    "content-type": "application/json",
  };
}

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

export function createEndlessBody(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* chunks;
      await new Promise(() => undefined);
    },
  };
}

/** Answers with these codes go to unverified senders and must not be signed. */
const toStrangers: ReadonlySet<unknown> = new Set([
  "METHOD_NOT_ALLOWED",
  "UNKNOWN_EVENT",
  "BODY_TOO_LARGE",
  "BODY_TOO_SLOW",
  "TOO_MANY_BODIES",
  "INVALID_CONTENT_ENCODING",
  "NO_SUBSCRIPTION_ID",
  "INVALID_SUBSCRIPTION_ID",
  "NO_SIGNATURE",
  "INVALID_SIGNATURE",
  "SHUTTING_DOWN",
]);

/**
 * Returns the parts of an answer that tests check. Throws unless its signature is as expected.
 * @param isSigned Default: depends on whether the code is one for unverified senders.
 */
function readAnswer(
  response: RawResponse,
  isSigned?: boolean,
): { status: number; body: unknown; code?: string } {
  const body = JSON.parse(response.body) as { error?: { code: string } };
  const signature = response.headers["X-Mplus-Signature"];
  const holds = signature !== undefined && verify(Buffer.from(response.body), signature, secret);
  if (holds !== (isSigned ?? !toStrangers.has(body.error?.code))) {
    throw new Error(`the answer is ${holds ? "" : "not "}signed: ${response.body}`);
  }
  return { status: response.status, body, ...(body.error && { code: body.error.code }) };
}
