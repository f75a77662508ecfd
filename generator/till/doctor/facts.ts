import { parseJson } from "../../base/json.js";
import type { Wording } from "../../base/problem/problem.js";
import { readError } from "../engine/judge-answer.js";
import type { Finding } from "../engine/till.js";
import type { PostResult } from "../engine/post.js";
import { recognizeSignature } from "../engine/signature.js";

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One request, its result, and all that helps to explain it. */
export interface DiagnosisInput {
  /** The endpoint URL as it was given. */
  readonly endpoint: string;
  readonly event: string;
  readonly subscription: string;
  readonly secret: string;
  readonly sent: RawRequest;
  readonly result: PostResult;
  /** The findings of a till in the answer. */
  readonly findings: readonly Finding[];
  /** Whether the doctor itself asks, and need not be recommended. */
  readonly isDoctor?: boolean;
}

/** One kind of fault. */
export interface ServerFault {
  /** Stable. */
  readonly id: string;
  readonly when: (facts: Facts) => boolean;
  /** What was seen, and last what to do about it. Slots are facts; of several sentences, the first whose facts are all known is used. */
  readonly wordings: readonly Wording[];
}

/** A row of a table of faults. */
export const fault = (
  id: string,
  when: ServerFault["when"],
  wordings: ServerFault["wordings"],
): ServerFault => ({ id, when, wordings });

/** All that can be read in a request and its result: what faults are found by, and what fills their sentences. */
export type Facts = ReturnType<typeof readFacts>;

/** Reads a request and its result. `speaksTls`: whether TLS answers where HTTP without it does not. */
export function readFacts(seen: DiagnosisInput, speaksTls: boolean) {
  const { endpoint, event, subscription, secret, sent, result, isDoctor = false } = seen;
  const reply = result.kind === "reply" ? result : undefined;
  const cause = result.kind === "none" ? result.cause : undefined;
  const { status = 0, headers = {}, body = new Uint8Array() } = reply ?? {};
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  const json: unknown = parseJson(text);
  const { code: error, message } = readError(json) ?? {};
  const signature = headers["x-mplus-signature"] ?? "";
  const made = signature ? recognizeSignature(signature, { secret, body, request: sent.body }) : undefined;
  return {
    endpoint,
    event,
    subscription,
    speaksTls,
    isHtml: isHtmlPage(text),
    signature,
    host: URL.canParse(endpoint) ? new URL(endpoint).host : endpoint,
    hasPath: !URL.canParse(endpoint) || new URL(endpoint).pathname !== "/",
    sentTo: sent.url,
    sentPath: URL.canParse(sent.url) ? new URL(sent.url).pathname : sent.url,
    sentSize: sent.body.length,
    sentType: new Headers(sent.headers).get("content-type") ?? "",
    /** Why there is no reply: the kind of that, its code, and the system's words. */
    missing: cause?.kind,
    code: cause?.code ?? "",
    reason: cause?.message ?? "",
    /** 0 where there is no reply. */
    status,
    location: headers["location"],
    type: headers["content-type"],
    allow: headers["allow"],
    packing: headers["content-encoding"] ?? "",
    retryAfter: headers["retry-after"],
    login: headers["www-authenticate"],
    tunnelError: headers["ngrok-error-code"],
    /** The body with its byte order mark; without the space around it; as words; parsed: undefined if it is not JSON. */
    text,
    trimmed: text.trim(),
    words: toPageWords(text),
    json,
    bodiless: text === "" ? ", which has no body," : "",
    /** The code of the error that the receiver itself tells, in the vendor's format, and all that it tells. */
    error,
    told: message ? `${error ?? ""}: ${message}` : error,
    refusal: error ?? `status ${status}`,
    /** The mistakes in the signature, in words; undefined if there is none, or one with another secret. */
    mistakes: made?.mistakes,
    keyMistake: made?.key,
    /** For who is not at the doctor already. */
    doctorHint: isDoctor ? "" : " `doctor` tells the two apart.",
  };
}

/** A page without its tags, and without its styles and scripts; undefined if it has no words. */
function toPageWords(page: string): string | undefined {
  const parts = page.slice(0, 2000).split("<");
  const words = parts.map((part) =>
    /^(?:style|script)\b/i.test(part) ? "" : part.slice(part.indexOf(">") + 1),
  );
  return words.join(" ").replace(/\s+/g, " ").trim() || undefined;
}

/** Whether a body is a page of HTML: something else than a receiver has answered. A byte order mark may stand before it. */
const isHtmlPage = (text: string): boolean => /^\s*<(?:!doctype html|html|head|body)\b/i.test(text);
