import { answered, recognized, refusal } from "../answers.js";
import { alike, alikeIn, handledIn, type Case } from "../case.js";
import { sentBy } from "../requests.js";
import { otherSecret, signatureOf } from "../signature.js";
import type { Handler } from "../stage.js";

/** Unknown ids; some are names that every object has. */
const unknown: Readonly<Record<string, string | readonly string[]>> = {
  "of nobody": "shop-99",
  "in upper case": "SHOP-12",
  constructor: "constructor",
  __proto__: "__proto__",
  "in letters beyond ASCII": "wïnkel-12",
  "with a quote": '"shop-12"',
  "of 4 kB": "shop".repeat(1024),
  "sent twice": ["shop-12", "shop-12"],
};

const tellShop: Handler = ({ subscriptionId, version = "unknown" }) => ({
  message: [{ message: `${subscriptionId} runs ${version}` }],
});
const told = (message: string, key?: string) =>
  answered({ message: [{ message }] }, key === undefined ? {} : { key });

const names = ["x-mplus-subscription-id", "x-mplus-signature", "content-type"] as const;
const spelt = (spell: (name: string) => string) => {
  // The space makes the body unique: a body belongs to the first event that it was sent for.
  const body = "{ }";
  const values = ["shop-12", signatureOf(body), "text/plain"];
  return { headers: Object.fromEntries(names.map((name, n) => [spell(name), values[n] ?? ""])), body };
};

export const subscriptionCases: readonly Case[] = [
  ...Object.entries(unknown).flatMap(([name, id]) =>
    alike(refusal.unknownSubscription(), { [`a subscription ${name} is not known`]: sentBy(id) }),
  ),
  ...alike(refusal.noSubscription(), {
    "a request without a subscription is refused": sentBy(null),
    "an empty subscription is a missing one": sentBy(""),
  }),
  ...alike(refusal.wrongContentType(), {
    "names of headers may be in lower case": spelt((name) => name),
    "names of headers may be in upper case": spelt((name) => name.toUpperCase()),
  }),
  ...handledIn("two shops", {
    "a first shop is answered with its own secret": [tellShop, told("shop-12 runs unknown")],
    "a second shop is answered with its own secret": [
      tellShop,
      told("shop-13 runs 59.3", otherSecret),
      { key: otherSecret, ...sentBy("shop-13") },
    ],
    "one shop cannot sign for another": [tellShop, refusal.wrongSignature(), sentBy("shop-13")],
  }),
  ...alikeIn("looked up", recognized, {
    "a subscription may be looked up": {},
    "a body in chunks waits for a subscription that is looked up": { framing: "chunked" },
  }),
  ...alikeIn("looked up", refusal.unknownSubscription(), {
    "a subscription that a look-up does not find is not known": sentBy("shop-99"),
    "a subscription that a look-up finds to be null is not known": sentBy("shop-null"),
  }),
  ...alikeIn("looked up", refusal.failed({ key: null }), {
    "a look-up that fails is a fault of ours": sentBy("shop-broken"),
    "a look-up that finds a secret which is too short is a fault of ours": sentBy("shop-short"),
  }),
  ...alikeIn("looked up", refusal.wrongSignature(), {
    "a wrong signature is refused where shops are looked up": { key: otherSecret },
  }),
];
