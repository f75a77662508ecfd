import { hintAtSettings } from "./connection-hint.js";
import { parseJson } from "../../base/json.js";
import type { Wording } from "../../base/problem/problem.js";
import type { Model } from "../../contract/model/model.js";
import { readError } from "../engine/judge-answer.js";
import type { Finding } from "../engine/till-types.js";
import type { PostResult } from "../engine/post.js";
import { maskSecret, recognizeSignature } from "../engine/signature.js";

export interface RawRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface DiagnosisInput {
  readonly endpoint: string;
  readonly event: string;
  readonly subscription: string;
  readonly secret: string;
  readonly sent: RawRequest;
  readonly result: PostResult;
  readonly findings: readonly Finding[];
  /** Advises what to change for an error code. */
  readonly model: Model;
  /** True if the doctor itself sends the request, so that no message recommends the doctor. */
  readonly isDoctor?: boolean;
}

export interface ServerFault {
  readonly id: string;
  readonly when: (facts: Facts) => boolean;
  /** Descriptions of the fault with slots for facts. The first description whose facts are all known is used. */
  readonly wordings: readonly Wording[];
}

export const fault = (
  id: string,
  when: ServerFault["when"],
  wordings: ServerFault["wordings"],
): ServerFault => ({ id, when, wordings });

export type Facts = ReturnType<typeof readFacts>;

/** `speaksTls`: the port fails with plain HTTP, but answers with TLS. */
export function readFacts(seen: Omit<DiagnosisInput, "model">, speaksTls: boolean) {
  const { endpoint, event, subscription, secret, sent, result, isDoctor = false } = seen;
  const reply = result.kind === "reply" ? result : undefined;
  const cause = result.kind === "none" ? result.cause : undefined;
  const hint = cause ? hintAtSettings(cause, sent.url) : "";
  const { status = 0, headers = {}, body = new Uint8Array() } = reply ?? {};
  const text = maskSecret(new TextDecoder("utf-8", { ignoreBOM: true }).decode(body), secret);
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
    /** The endpoint without its query. */
    path: endpoint.split(/[?#]/, 1).join(""),
    hasPath: !URL.canParse(endpoint) || new URL(endpoint).pathname !== "/",
    sentTo: sent.url,
    sentPath: URL.canParse(sent.url) ? new URL(sent.url).pathname : sent.url,
    sentSize: sent.body.length,
    sentType: new Headers(sent.headers).get("content-type") ?? "",
    /** The kind of failure, its code, and the system's message. */
    missing: cause?.kind,
    code: cause?.code ?? "",
    reason: cause?.message ?? "",
    /** With a space before it, or empty. */
    settingsHint: hint === "" ? "" : ` ${hint}`,
    /** 0 without a response. */
    status,
    location: headers["location"],
    type: headers["content-type"],
    allow: headers["allow"],
    packing: headers["content-encoding"] ?? "",
    retryAfter: headers["retry-after"],
    login: headers["www-authenticate"],
    tunnelError: headers["ngrok-error-code"],
    /** As is, trimmed, as plain words, and parsed (undefined if it is not JSON). */
    text,
    trimmed: text.trim(),
    words: toPageWords(text),
    json,
    bodiless: text === "" ? ", which has no body," : "",
    /** Only in the vendor's format: the code, and code plus message. */
    error,
    told: message ? `${error ?? ""}: ${message}` : error,
    refusal: error ?? `status ${status}`,
    /** In words. Undefined without a signature, or if it was made with another secret. */
    mistakes: made?.mistakes,
    keyMistake: made?.key,
    doctorHint: isDoctor ? "" : " `doctor` tells the two apart.",
  };
}

/** Without tags, styles and scripts. Undefined if empty. */
function toPageWords(page: string): string | undefined {
  const parts = page.slice(0, 2000).split("<");
  const words = parts.map((part) =>
    /^(?:style|script)\b/i.test(part) ? "" : part.slice(part.indexOf(">") + 1),
  );
  return words.join(" ").replace(/\s+/g, " ").trim() || undefined;
}

/** An HTML page, even after a byte order mark, means that something other than a receiver answered. */
const isHtmlPage = (text: string): boolean => /^\s*<(?:!doctype html|html|head|body)\b/i.test(text);
