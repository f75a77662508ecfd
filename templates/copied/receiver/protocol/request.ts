import type { RawRequest } from "../base/options.js";
import { refusals } from "../base/refusals.js";
import { readText } from "../base/values.js";

/**
 * Reads a header as one string; repeated headers are joined with commas, as in HTTP. Serverless adapters may set
 * numbers.
 */
export function readHeader(request: RawRequest, name: string): string {
  const value: unknown = request.header(name) ?? "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Rejects a compressed body: the signature is over the uncompressed bytes, and a small body could unpack to fill memory. */
export function checkEncoding(request: RawRequest): void {
  if (!/^(?:identity)?$/i.test(readHeader(request, "content-encoding"))) throw refusals.bodyEncoded;
}

/** Rejects types other than `application/json`. Ignores parameters, because JSON is always UTF-8. */
export function checkContentType(request: RawRequest): void {
  const contentType = readHeader(request, "content-type");
  if (contentType === "") throw refusals.noContentType;
  if (!/^application\/json[\t ]*(?:;[^,]*)?$/i.test(contentType)) throw refusals.wrongContentType;
}

/** Reads the subscription's id. The id may be UTF-8, but HTTP libraries decode headers as Latin-1. */
export function readSubscriptionId(request: RawRequest): string {
  const text = readHeader(request, "x-mplus-subscription-id");
  if (/^[ -~]*$/.test(text) || Array.from(text).some((character) => character > "\u00ff")) return text;
  try {
    return readText(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

/**
 * Creates a function that takes a path or URL and returns the part after the base path; undefined outside the base
 * path, in which `:shop` matches any one segment. Nothing is decoded, so each event has one spelling.
 */
export function createEventNameReader(basePath = ""): (target: string | undefined) => string | undefined {
  const base = splitPath(basePath);
  return (target = "") => {
    const path = /^(?:https?:\/\/[^/?#]*)?\/([^?#]*)/i.exec(target)?.[1];
    if (path === undefined) return undefined;
    const segments = splitPath(path);
    const isBelow = base.every((part, index) => /^(?::|\*$)/.test(part) || part === segments[index]);
    return isBelow && segments.length >= base.length ? segments.slice(base.length).join("/") : undefined;
  };
}

/** Drops empty segments: with an endpoint URL that ends in a slash, events arrive at `/mplus//scanCode`. */
const splitPath = (path: string): string[] => path.split("/").filter((segment) => segment !== "");
