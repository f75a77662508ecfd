import { answered, refusal, withoutBody } from "../answers.js";
import { alike, type Case } from "../case.js";

const ask = (method: string, query = "") => ({
  method,
  path: `/mplus/health${query}`,
  body: "",
  headers: { "X-Mplus-Subscription-Id": null, "X-Mplus-Signature": null },
});
const ok = answered({ status: "ok" }, { key: null });

export const healthCases: readonly Case[] = [
  ...alike(ok, { "says that it is up": ask("GET"), "ignores a query": ask("GET", "?from=lb") }, "healthy"),
  ...alike(withoutBody(ok), { "says that it is up without a body, to HEAD": ask("HEAD") }, "healthy"),
  ...alike(
    refusal.unknownEvent,
    { "takes no event at the health check": { path: "/mplus/health" } },
    "healthy",
  ),
  ...alike(refusal.method, { "has no health check unless it was asked for": ask("GET") }),
];
