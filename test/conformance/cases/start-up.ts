import type { MplusOptions } from "../../../generated/receiver/index.js";
import { secret } from "../signature.js";

/** Options that no receiver may start with, and what the person who starts it is told. */
export interface StartUpCase {
  readonly name: string;
  readonly options: Partial<MplusOptions>;
  readonly message: string;
  /** What the message must not hold. */
  readonly hidden?: string;
}

const notCanonical = "the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end)";

/** Secrets that decode to nothing, to less than was meant, or to what another program decodes otherwise. */
const secrets: Readonly<Record<string, readonly [secret: unknown, complaint: string]>> = {
  "is empty": ["", "the secret is empty"],
  "is missing": [undefined, "the secret is missing: it must be a string"],
  "is null": [null, "the secret is missing: it must be a string"],
  "is a number": [12, "the secret is missing: it must be a string"],
  "is bytes": [Buffer.alloc(32), "the secret is missing: it must be a string"],
  "is white space": ["   ", "the secret has white space in or around it"],
  "has a line's end after it": [`${secret}\n`, "the secret has white space in or around it"],
  "has a space before it": [` ${secret}`, "the secret has white space in or around it"],
  "has a space inside": [
    `${secret.slice(0, 9)} ${secret.slice(9)}`,
    "the secret has white space in or around it",
  ],
  "lacks its padding": [secret.slice(0, -1), notCanonical],
  "has padding too much": [`${secret}=`, notCanonical],
  "has other bits in its last letter": [secret.replace("0=", "1="), notCanonical],
  "is in the letters of URLs": [secret.replaceAll("+", "-").replaceAll("/", "_"), notCanonical],
  "has a stray mark after it": [`${secret}!`, notCanonical],
  "has a letter beyond ASCII": [`é${secret}`, notCanonical],
  "is a letter beyond ASCII": ["é", notCanonical],
  "is padding only": ["====", notCanonical],
  "is a plain text": ["plain-text-secret!", notCanonical],
  "is in quotes": [`"${secret}"`, notCanonical],
  "is a list without any": [[], "the list of secrets is empty"],
  "is short": [
    Buffer.alloc(15, 9).toString("base64"),
    "the secret decodes to 15 bytes; at least 16 are needed",
  ],
  "has a bad one in its list": [[secret, "bad-secret!"], notCanonical.replace("the secret", "secret 2 of 2")],
  "has an empty one in its list": [["", secret], "secret 1 of 2 is empty"],
};

const oneShop = (subscription: unknown) =>
  ({ subscriptions: { "shop-12": subscription } }) as Partial<MplusOptions>;

export const startUpCases: readonly StartUpCase[] = [
  ...Object.entries(secrets).map(([name, [given, complaint]]): StartUpCase => ({
    name: `a secret that ${name} is refused at the start`,
    options: oneShop({ secret: given }),
    message: `Subscription "shop-12": ${complaint}.`,
    ...(typeof given === "string" && given.trim().length > 4 && { hidden: given.trim() }),
  })),
  {
    name: "a bad secret of a later shop is refused at the start",
    options: { subscriptions: { "shop-12": { secret }, "shop-13": { secret: "" } } },
    message: 'Subscription "shop-13": the secret is empty.',
  },
  {
    name: "a release that is none is refused at the start",
    options: oneShop({ secret, version: "newest" }),
    message: 'Subscription "shop-12": the version "newest" is not a release such as "59.3" or "v59.3.2".',
  },
  {
    name: "a release that the code is not for is refused at the start",
    options: oneShop({ secret, version: "47" }),
    message:
      'Subscription "shop-12": the version "47" is outside the releases that this code was generated for (48 to the latest).',
  },
  {
    name: "a limit of nothing is refused at the start",
    options: { bodyLimit: 0 },
    message: "bodyLimit must be a whole number of 1 or more.",
  },
  {
    name: "a deadline longer than a timer's is refused at the start",
    options: { bodyTimeout: 2 ** 31 },
    message: "bodyTimeout must be a whole number from 1 to 2147483647.",
  },
];
