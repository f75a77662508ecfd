import { refusal } from "../answers.js";
import type { Case } from "../case.js";
import { post } from "../requests.js";

/** What node's parser and a Request both let through. */
const methods = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];

export const methodCases: readonly Case[] = [
  ...methods.map((method): Case => ({
    name: `${method} is not how events are delivered`,
    request: post({ method, body: "" }),
    answer: refusal.method(),
  })),
  {
    name: "HEAD gets the headers of the refusal and no body",
    request: post({ method: "HEAD", body: "" }),
    answer: refusal.method({ unsent: true }),
  },
  {
    name: "PUT with a good body is refused for its method",
    request: post({ method: "PUT" }),
    answer: refusal.method(),
  },
  {
    name: "DELETE with a good body is refused for its method",
    request: post({ method: "DELETE" }),
    answer: refusal.method(),
  },
  {
    name: "a wrong method comes before an unknown event",
    request: post({ method: "GET", event: "nothing", body: "" }),
    answer: refusal.method(),
  },
  {
    name: "a wrong method comes before a body that is too large",
    setup: "up to 4 kB",
    request: post({ method: "PUT", body: "x".repeat(5000) }),
    answer: refusal.method(),
  },
  {
    name: "a wrong method of an unknown sender is refused unsigned",
    request: post({ method: "GET", body: "", headers: { "X-Mplus-Subscription-Id": null } }),
    answer: refusal.method(),
  },
  {
    name: "a browser's question whether it may send is refused",
    request: post({
      method: "OPTIONS",
      body: "",
      headers: {
        "X-Mplus-Subscription-Id": null,
        "X-Mplus-Signature": null,
        "Content-Type": null,
        Origin: "https://till.example",
        "Access-Control-Request-Method": "POST",
      },
    }),
    answer: refusal.method(),
  },
];
