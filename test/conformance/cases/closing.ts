import { refusal } from "../answers.js";
import type { Case } from "../case.js";
import { post } from "../requests.js";

export const closingCases: readonly Case[] = [
  {
    name: "once it closes, an event is sent away, signed, and its connection with it",
    setup: "closed",
    request: post(),
    answer: refusal.closing(),
  },
  {
    name: "once it closes, an unknown sender is sent away unsigned",
    setup: "closed",
    request: post({ headers: { "X-Mplus-Subscription-Id": "shop-99" } }),
    answer: refusal.closing(),
  },
  {
    name: "once it closes, a wrong signature is no matter",
    setup: "closed",
    request: post({ headers: { "X-Mplus-Signature": "wrong" } }),
    answer: refusal.closing(),
  },
  {
    name: "once it closes, a body is not read",
    setup: "closed",
    request: post({ framing: "withheld", headers: { "Content-Length": "100" } }),
    answer: refusal.closing(),
  },
  {
    name: "once it closes, an unknown event is sent away like others",
    setup: "closed",
    request: post({ event: "nothing" }),
    answer: refusal.closing(),
  },
  {
    name: "once it closes, a wrong method is sent away like others",
    setup: "closed",
    request: post({ method: "GET", body: "" }),
    answer: refusal.closing(),
  },
];
