import { refusal } from "../answers.js";
import { alike, type Case } from "../case.js";
import { sentBy } from "../requests.js";

const asBrowser = {
  "X-Mplus-Subscription-Id": null,
  "X-Mplus-Signature": null,
  "Content-Type": null,
  Origin: "https://till.example",
  "Access-Control-Request-Method": "POST",
};

export const methodCases: readonly Case[] = [
  // Methods that node's parser and a Request both accept.
  ...["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"].flatMap((method) =>
    alike(refusal.method(), { [`${method} is not how events are delivered`]: { method, body: "" } }),
  ),
  ...alike(refusal.method({ unsent: true }), {
    "HEAD gets the headers of the refusal and no body": { method: "HEAD", body: "" },
  }),
  ...alike(refusal.method(), {
    "PUT with a good body is refused for its method": { method: "PUT" },
    "DELETE with a good body is refused for its method": { method: "DELETE" },
    "a wrong method of an unknown sender is refused unsigned": { method: "GET", body: "", ...sentBy(null) },
    "a browser's question whether it may send is refused": {
      method: "OPTIONS",
      body: "",
      headers: asBrowser,
    },
  }),
];
