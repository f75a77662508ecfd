import type { MplusOptions } from "../../../generated/receiver/index.js";

/** Options that prevent a receiver from starting, and the error's message. */
export interface StartUpCase {
  readonly name: string;
  readonly options: Partial<MplusOptions>;
  readonly message: string;
}

export const startUpCases: readonly StartUpCase[] = [
  {
    name: "an invalid secret, which it does not show",
    options: { subscriptions: { "shop-13": { secret: "bad-one!" } } },
    message: 'Subscription "shop-13": the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end).',
  },
  {
    name: "a limit of nothing",
    options: { bodyLimit: 0 },
    message: "bodyLimit must be a whole number of 1 or more.",
  },
];
