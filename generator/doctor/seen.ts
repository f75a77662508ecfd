import { quote } from "../text/quote.js";
import type { PostResult } from "../till/wire/post.js";
import type { Finding } from "../till/api/till.js";
import { isHtmlPage } from "../till/wire/html-page.js";
import { isObject, parseJson } from "../json.js";
import type { Wire } from "./watch.js";

/** One request, what came of it, and all that helps to tell why. */
export interface Seen {
  /** The endpoint URL as it was given. */
  readonly endpoint: string;
  readonly event: string;
  readonly subscription: string;
  readonly secret: string;
  readonly sent: Wire;
  readonly result: PostResult;
  /** What a till minds in the answer. */
  readonly findings: readonly Finding[];
  /** Whether TLS answers where HTTP without it does not; undefined if nobody asked. */
  readonly speaksTls?: boolean;
}

/** A request that has a reply, and what is to be read in it. */
export interface SeenReply extends Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body as text, its byte order mark included. */
  readonly text: string;
  readonly isJson: boolean;
  /** The parsed body; undefined if it is not JSON. */
  readonly json: unknown;
  readonly isHtml: boolean;
  /** What the receiver itself says, in the vendor's format. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

/** Reads a reply; undefined if there is none. */
export function readReply(seen: Seen): SeenReply | undefined {
  const { result } = seen;
  if (result.kind === "none") return undefined;
  const { status, headers, body } = result;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  const json = parseJson(text);
  const error = readError(json);
  return {
    ...seen,
    ...{ status, headers, body, text, json, error },
    isJson: json !== undefined,
    isHtml: isHtmlPage(text),
  };
}

function readError(json: unknown): SeenReply["error"] {
  const error = isObject(json) ? json["error"] : undefined;
  if (!isObject(error) || typeof error["code"] !== "string") return undefined;
  return { code: error["code"], message: typeof error["message"] === "string" ? error["message"] : "" };
}

/** What the receiver says, quoted. */
export const describeError = (error: SeenReply["error"]): string =>
  error === undefined ? "" : quote(error.message === "" ? error.code : `${error.code}: ${error.message}`);

/** Whether a refusal in nobody's format is about the signature. */
export const speaksOfSignature = (text: string): boolean => /signature|hmac/i.test(text);
