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

const oneShop = (subscription: unknown) =>
  ({ subscriptions: { "shop-12": subscription } }) as Partial<MplusOptions>;

/** Each secret that is none has a case in the tests of signatures. */
export const startUpCases: readonly StartUpCase[] = [
  {
    name: "a secret that is empty is refused at the start",
    options: oneShop({ secret: "" }),
    message: 'Subscription "shop-12": the secret is empty.',
  },
  {
    name: "a secret that has a stray mark after it is refused at the start, and not shown",
    options: oneShop({ secret: `${secret}!` }),
    message: `Subscription "shop-12": ${notCanonical}.`,
    hidden: secret,
  },
  {
    name: "a list of secrets with a bad one is refused at the start, and not shown",
    options: oneShop({ secret: [secret, "bad-secret!"] }),
    message: `Subscription "shop-12": ${notCanonical.replace("the secret", "secret 2 of 2")}.`,
    hidden: "bad-secret",
  },
  {
    name: "a bad secret of a later shop is refused at the start",
    options: { subscriptions: { "shop-12": { secret }, "shop-13": { secret: "" } } },
    message: 'Subscription "shop-13": the secret is empty.',
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
];
