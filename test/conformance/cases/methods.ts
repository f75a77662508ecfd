import { refusal, withoutBody } from "../answers.js";
import { alike, type Case } from "../case.js";

const asBrowser = {
  "X-Mplus-Subscription-Id": null,
  "X-Mplus-Signature": null,
  Origin: "https://till.example",
  "Access-Control-Request-Method": "POST",
};

export const methodCases: readonly Case[] = [
  // Methods that node's parser and a Request both accept.
  ...["GET", "PATCH", "OPTIONS", "PROPFIND"].flatMap((method) =>
    alike(refusal.method, { [`rejects ${method}`]: { method, body: "" } }),
  ),
  ...alike(withoutBody(refusal.method), { "rejects HEAD without a body": { method: "HEAD", body: "" } }),
  ...alike(refusal.method, {
    "rejects PUT with a valid body": { method: "PUT" },
    "rejects DELETE with a valid body": { method: "DELETE" },
    "rejects a browser that asks whether it may send": { method: "OPTIONS", body: "", headers: asBrowser },
  }),
];
