import { recognized, refusal } from "../answers.js";
import { alike, type Case } from "../case.js";
import { scan, sentBy } from "../requests.js";
import { otherSecret, signatureOf } from "../signature.js";

const body = JSON.stringify(scan());
const inUpperCase = {
  "X-MPLUS-SUBSCRIPTION-ID": "shop-12",
  "X-MPLUS-SIGNATURE": signatureOf(body),
  "CONTENT-TYPE": "application/json",
};

export const subscriptionCases: readonly Case[] = [
  ...alike(refusal.noSubscription, {
    "rejects a request without a subscription": sentBy(null),
    "rejects an empty subscription": sentBy(""),
  }),
  ...alike(refusal.unknownSubscription, {
    "rejects an unknown subscription": sentBy("wïnkel-12"),
    "rejects a subscription that is sent twice": sentBy(["shop-12", "shop-12"]),
  }),
  ...alike(recognized, { "takes names of headers in upper case": { body, headers: inUpperCase } }),
  ...alike(recognized, { "waits for a look-up before it reads chunks": { framing: "chunked" } }, "looked up"),
  ...alike(
    refusal.unknownSubscription,
    { "rejects a subscription that a look-up does not find": sentBy("shop-99") },
    "looked up",
  ),
  ...alike(refusal.failedLookUp, { "signs nothing if a look-up fails": sentBy("shop-broken") }, "looked up"),
  ...alike(refusal.wrongSignature, { "rejects another shop's secret": { key: otherSecret } }, "looked up"),
];
