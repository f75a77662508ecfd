import { answered, recognized, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { post } from "../requests.js";
import { otherSecret, signatureOf } from "../signature.js";
import type { Handler } from "../stage.js";

/** Ids that nobody set up; some are names that every object has. */
const unknown: Readonly<Record<string, string>> = {
  "of nobody": "shop-99",
  "in upper case": "SHOP-12",
  constructor: "constructor",
  __proto__: "__proto__",
  toString: "toString",
  hasOwnProperty: "hasOwnProperty",
  "in letters beyond ASCII": "wïnkel-12",
  "of an emoji": "🛒",
  "with a quote": '"shop-12"',
  "of 4 kB": "shop".repeat(1024),
};

const tellShop: Handler = ({ subscriptionId, version = "unknown" }) => ({
  message: [{ message: `${subscriptionId} runs ${version}` }],
});

export const subscriptionCases: readonly Case[] = [
  ...Object.entries(unknown).map(([name, id]): Case => ({
    name: `a subscription ${name} is not known`,
    request: post({ headers: { "X-Mplus-Subscription-Id": id } }),
    answer: refusal.unknownSubscription(),
  })),
  {
    name: "a request without a subscription is refused",
    request: post({ headers: { "X-Mplus-Subscription-Id": null } }),
    answer: refusal.noSubscription(),
  },
  {
    name: "an empty subscription is a missing one",
    request: post({ headers: { "X-Mplus-Subscription-Id": "" } }),
    answer: refusal.noSubscription(),
  },
  {
    name: "two subscriptions are none that is known",
    request: post({ headers: { "X-Mplus-Subscription-Id": ["shop-12", "shop-12"] } }),
    answer: refusal.unknownSubscription(),
  },
  {
    name: "names of headers may be in lower case",
    request: post({
      headers: {
        "x-mplus-subscription-id": "shop-12",
        "x-mplus-signature": signatureOf("{}"),
        "content-type": "text/plain",
      },
      body: "{}",
    }),
    answer: refusal.wrongContentType(),
  },
  {
    name: "names of headers may be in upper case",
    request: post({
      headers: {
        "X-MPLUS-SUBSCRIPTION-ID": "shop-12",
        "X-MPLUS-SIGNATURE": signatureOf("{}"),
        "CONTENT-TYPE": "text/plain",
      },
      body: "{}",
    }),
    answer: refusal.wrongContentType(),
  },
  {
    name: "an unknown subscription comes before a wrong signature",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-99", "X-Mplus-Signature": "wrong" } }),
    answer: refusal.unknownSubscription(),
  },
  {
    name: "an unknown subscription comes before a content encoding",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-99", "Content-Encoding": "gzip" } }),
    answer: refusal.unknownSubscription(),
  },
  {
    name: "a first shop is answered with its own secret",
    setup: "two shops",
    request: post(),
    handler: tellShop,
    answer: answered({ message: [{ message: "shop-12 runs unknown" }] }),
  },
  {
    name: "a second shop is answered with its own secret",
    setup: "two shops",
    request: post({ key: otherSecret, headers: { "X-Mplus-Subscription-Id": "shop-13" } }),
    handler: tellShop,
    answer: answered({ message: [{ message: "shop-13 runs 59.3" }] }, { key: otherSecret }),
  },
  {
    name: "one shop cannot sign for another",
    setup: "two shops",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-13" } }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "a subscription may be looked up",
    setup: "looked up",
    request: post(),
    answer: recognized,
  },
  {
    name: "a subscription that a look-up does not find is not known",
    setup: "looked up",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-99" } }),
    answer: refusal.unknownSubscription(),
  },
  {
    name: "a subscription that a look-up finds to be null is not known",
    setup: "looked up",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-null" } }),
    answer: refusal.unknownSubscription(),
  },
  {
    name: "a look-up that fails is a fault of ours",
    setup: "looked up",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-broken" } }),
    answer: refusal.failed({ key: null }),
  },
  {
    name: "a look-up that finds a secret which is too short is a fault of ours",
    setup: "looked up",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-short" } }),
    answer: refusal.failed({ key: null }),
  },
  {
    name: "a wrong signature is refused where subscriptions are looked up",
    setup: "looked up",
    request: post({ key: otherSecret }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "a look-up that fails is no matter to an unknown event",
    setup: "looked up",
    request: post({ event: "nothing", headers: { "X-Mplus-Subscription-Id": "shop-broken" } }),
    answer: refusal.unknownEvent(),
  },
  {
    name: "a body in chunks waits for a subscription that is looked up",
    setup: "looked up",
    request: post({ framing: "chunked" }),
    answer: recognized,
  },
];
