import { createHmac } from "node:crypto";
import { decodeSecret } from "./sign.js";
import { rewritings } from "./rewritten-bodies.js";

/** What is known about who signs what. */
export interface Signing {
  readonly secret: string;
  /** The bytes that came with the signature. */
  readonly body: Uint8Array;
  /** The bytes of the request that they answer. */
  readonly request: Uint8Array;
}

/** How a signature was made: every way but the first of each table is a mistake, in words that follow "the signature is made". */
export interface Recognized {
  readonly key: string;
  readonly message: string;
  readonly algorithm: string;
  readonly spelling: string;
}

/**
 * Finds out how a signature was made by making it in every way that people make it; undefined if none gives this signature:
 * then another secret was used. Empty words: as it should be.
 */
export function recognizeSignature(signature: string, signing: Signing): Recognized | undefined {
  for (const algorithm of Object.keys(algorithms))
    for (const [key, bytes] of listKeys(signing.secret))
      for (const [message, text] of listMessages(signing)) {
        const made = createHmac(algorithm, bytes).update(text).digest();
        const spelling = spellings.find(([, spell]) => spell(made) === signature)?.[0];
        if (spelling !== undefined)
          return { key, message, algorithm: algorithms[algorithm] ?? algorithm, spelling };
      }
  return undefined;
}

/** The right way comes first in each table. */
const algorithms: Readonly<Record<string, string>> = {
  sha256: "",
  sha1: "with SHA-1 in place of SHA-256",
  sha512: "with SHA-512 in place of SHA-256",
};

const listKeys = (secret: string): readonly (readonly [string, Uint8Array])[] => [
  ["", decodeSecret(secret)],
  [textAsKey, Buffer.from(secret)],
];

/** The most frequent mistake of all. */
const textAsKey = "with the text of the secret as the key, which has to be base64-decoded first";

const listMessages = ({ body, request }: Signing): readonly (readonly [string, Uint8Array])[] => [
  ["", body],
  ["over the body of the request in place of that of the answer", request],
  ["over an empty body", new Uint8Array()],
  ...rewritings.flatMap(([how, rewrite]) => {
    const text = rewrite(body);
    return text ? [[`over other bytes than are sent: ${how}`, text] as const] : [];
  }),
];

const spellings: readonly (readonly [string, (made: Buffer) => string])[] = [
  ["", (made) => made.toString("base64")],
  ["in hex in place of base64", (made) => made.toString("hex")],
  ["in hex in place of base64", (made) => made.toString("hex").toUpperCase()],
  ["in base64 of the hex digits", (made) => Buffer.from(made.toString("hex")).toString("base64")],
  ["in base64url in place of base64", (made) => made.toString("base64url")],
  ["in base64 without the = at its end", (made) => made.toString("base64").replaceAll("=", "")],
  ["with `sha256=` before it", (made) => `sha256=${made.toString("hex")}`],
  ["with `sha256=` before it", (made) => `sha256=${made.toString("base64")}`],
];
