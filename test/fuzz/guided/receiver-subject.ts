import { inspect } from "node:util";
import { createReceiver, type MplusOptions } from "../../../generated/receiver/index.js";
import { createEventNameReader } from "../../../templates/copied/receiver/http.js";
import type { RawRequest, RawResponse } from "../../../templates/copied/receiver/http.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { exampleBodies } from "../../emitted/validators/bodies.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import type { Subject } from "./hunt.js";
import { findSecret, watchLog } from "../find-secret.js";
import { collectWords } from "./words.js";

/**
 * Attacks the receiver with whole requests: a line with method and path, header lines, an empty line and the body.
 * In a header, `<signature>` stands for the correct signature of the body.
 */
export function createReceiverSubject(): Subject {
  const requests = exampleBodies(loadRealModel()).filter(({ body }) => body !== "response");
  const receivers = [
    open({}),
    open({ invalidRequests: "report", onUnknown: () => undefined, nonBlocking: "wait" }),
  ];
  return {
    inputs: [
      ...["", "{}", "[[]]"].map((body) => toInput("scanCode", body)),
      ...requests.map(({ event, document }) => toInput(event, JSON.stringify(document))),
    ],
    words: collectWords([...requests.map(({ document }) => document), ...headers, protocol]),
    together: 64,
    isCode: (url) => /\/(?:generated|templates)\/(?:receiver|validators)\//.test(url),
    async findFault(input) {
      for (const { receive, faults } of receivers) {
        const request = toRequest(input);
        const answer = await receive(request);
        const fault = faults.splice(0)[0] ?? findFault(request, answer);
        if (fault !== undefined) return `${fault}: ${inspect(answer)}`;
      }
      return undefined;
    },
  };
}

const headers = [
  ["X-Mplus-Subscription-Id", "shop-12"],
  ["X-Mplus-Signature", "<signature>"],
  ["Content-Type", "application/json"],
] as const;

const protocol = [
  ...[
    "GET",
    "HEAD",
    "POST",
    "/mplus/",
    "\n",
    "\n\n",
    "Content-Length",
    "Content-Encoding",
    "identity",
    "gzip",
  ],
  ...["Transfer-Encoding", "chunked", ", ", ";charset=utf-8", "http://", "?", "#", "%2F", "é", "\ufeff"],
];

const toInput = (event: string, body: string): Uint8Array =>
  Buffer.from(`POST /mplus/${event}\n${headers.map((line) => `${line.join(": ")}\n`).join("")}\n${body}`);

const readEvent = createEventNameReader("/mplus");

interface Asked extends RawRequest {
  readonly body: Uint8Array;
}

function toRequest(input: Uint8Array): Asked {
  const bytes = Buffer.from(input);
  const end = bytes.indexOf("\n\n");
  const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 2);
  const [first = "", ...lines] = bytes.toString("latin1", 0, end < 0 ? undefined : end).split("\n");
  const [method = "", path = ""] = first.split(" ");
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]*):? *(.*)$/s.exec(line) ?? [];
    const key = name.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), value.replace("<signature>", () => signatureOf(body))]);
  }
  const header = (name: string) => {
    const values = found.get(name);
    return values?.length === 1 ? values[0] : values;
  };
  return { method, event: readEvent(path) ?? "", header, body, waitUntil: () => undefined };
}

/** Records the faults and the forbidden content in the receiver's log. */
function open(changes: Partial<MplusOptions>) {
  const { log, faults } = watchLog();
  const receiver = createReceiver({
    subscriptions: { "shop-12": { secret } },
    handlers: { scanCode: () => ({ scanCode: { recognized: true } }) },
    bodyLimit: 3000,
    log,
    ...changes,
  });
  return { receive: (request: RawRequest) => receiver.receive(request), faults };
}

function findFault(request: Asked, answer: RawResponse): string | undefined {
  const { body } = request;
  const signature = answer.headers["X-Mplus-Signature"];
  if (![200, 400, 404, 405, 413, 415].includes(answer.status)) return "a status of its own";
  const isProved =
    request.header("x-mplus-subscription-id") === "shop-12" &&
    request.header("x-mplus-signature") === signatureOf(body);
  if (signature !== undefined && !isProved) return "signed for a stranger";
  if (signature === undefined && answer.status === 200) return "not signed";
  if (signature !== undefined && signature !== signatureOf(answer.body)) return "signed badly";
  if (findSecret(answer.body) !== undefined || / at .+:\d+:\d+/.test(answer.body)) return "it says too much";
  if (answer.status !== 200) return undefined;
  if (!isProved) return "taken without a signature";
  return isObjectInJson(body) ? undefined : "taken without JSON";
}

function isObjectInJson(body: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
