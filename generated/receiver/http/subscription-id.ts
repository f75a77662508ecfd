// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { RawRequest } from "../api/raw-message.js";
import { readHeader } from "./header-check.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

const isPlain = /^[ -~]*$/;

/**
 * Reads the id of the subscription as its owner wrote it. It is free text, and libraries read the bytes of a header as
 * Latin-1: if they are valid UTF-8, they are decoded again as that.
 */
export function readSubscriptionId(request: RawRequest): string {
  const text = readHeader(request, "x-mplus-subscription-id");
  if (isPlain.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  try {
    return utf8.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}
