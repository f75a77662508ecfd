import type { MplusOptions } from "../../../generated/receiver/index.js";
import { secret } from "../signature.js";

/** Options that prevent a receiver from starting, and the error message. */
export interface StartUpCase {
  readonly name: string;
  readonly options: Partial<MplusOptions>;
  readonly message: string;
  readonly hidden?: string;
}

const oneShop = (subscription: unknown) =>
  ({ subscriptions: { "shop-12": subscription } }) as Partial<MplusOptions>;

const shop12 = 'Subscription "shop-12":';
const outside =
  'the version "47" is outside the releases that this code was generated for (48 to the latest).';
const notCanonical = "is not canonical base64 (A-Z a-z 0-9 + / and = at the end).";

/** Only one kind: the tests of signatures cover each invalid secret. */
const refused: Readonly<
  Record<string, readonly [options: Partial<MplusOptions>, message: string, hidden?: string]>
> = {
  "a secret with a stray mark": [
    oneShop({ secret: `${secret}!` }),
    `${shop12} the secret ${notCanonical}`,
    secret,
  ],
  "a bad secret in a list": [
    oneShop({ secret: [secret, "bad-one!"] }),
    `${shop12} secret 2 of 2 ${notCanonical}`,
    "bad-one",
  ],
  "a bad secret of a later shop": [
    { subscriptions: { "shop-12": { secret }, "shop-13": { secret: "AAAA" } } },
    'Subscription "shop-13": the secret decodes to 3 bytes; at least 16 are needed.',
  ],
  "a release that the code is not for": [oneShop({ secret, version: "47" }), `${shop12} ${outside}`],
  "a limit of nothing": [{ bodyLimit: 0 }, "bodyLimit must be a whole number of 1 or more."],
};

export const startUpCases: readonly StartUpCase[] = Object.entries(refused).map(
  ([name, [options, message, hidden]]) => ({
    name: `${name} is refused at the start`,
    options,
    message,
    ...(hidden !== undefined && { hidden }),
  }),
);
