import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import type { Source } from "./reading.js";

/** More than any page has, without what it embeds. */
const limit = 10_000_000;

/** The text of a source that is small enough to be held as one. */
export async function readSourceText({ file, chunks }: Source): Promise<Outcome<string>> {
  const place = { file, pointer: "" };
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) return failure([report("source-too-large", { limit: "10 MB" }, place)]);
    held.push(chunk);
  }
  const decoded = decode(Buffer.concat(held));
  return typeof decoded === "string"
    ? success(decoded)
    : failure([report("source-not-text", decoded, place)]);
}

function decode(bytes: Uint8Array): string | { readonly detail: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { detail: "it is UTF-16" };
  if (bytes.includes(0)) return { detail: "it has a byte that is 0" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { detail: "some of its bytes are no characters" };
  }
}
