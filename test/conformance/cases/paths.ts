import { recognized, refusal } from "../answers.js";
import { alike, type Case, except } from "../case.js";
import { sentBy } from "../requests.js";

/** Each event has one spelling. */
const unknown = [
  ...["nothing", "", "scancode", "%73canCode", "scanCode%2F", "scanCode%00", "scanCode/startSession"],
  ...["scanCode;v=1", "scanCode.json", "*", "constructor", "__proto__", "scanCode".repeat(512)],
];
const undecodable = ["%7", "%ZZ", "%C3%28"];

const findsNothing = (paths: readonly string[]): readonly Case[] =>
  paths.flatMap((path) =>
    alike(refusal.unknownEvent, {
      [`finds no event at ${path.slice(0, 30) || "an empty name"}`]: { path: `/mplus/${path}` },
    }),
  );

const routes = "its router decides what is below the mount point, and this path is not";
const resolved = "the URL of a Request has no dots left";

export const pathCases: readonly Case[] = [
  ...findsNothing(unknown),
  ...except({ fastify: "its router rejects the path first" }, findsNothing(undecodable)),
  ...alike(recognized, {
    "ignores a query": { path: "/mplus/scanCode?shop=12" },
    "ignores an empty query": { path: "/mplus/scanCode?" },
    "ignores a query with another event": { path: "/mplus/scanCode?next=/mplus/startSession&event=x" },
    "ignores a query that cannot be decoded": { path: "/mplus/scanCode?x=%ZZ?b" },
    "ignores a query with another method": { path: "/mplus/scanCode?_method=PUT" },
    "ignores a fragment": { path: "/mplus/scanCode#part" },
    "takes a path with a host before it": { path: "http://till.example/mplus/scanCode" },
    // An endpoint URL may end in a slash.
    "ignores extra slashes around the event": { path: "/mplus///scanCode//?shop=12" },
  }),
  ...except(
    { "express 5": routes, "express 4": routes, fastify: routes, nest: routes, hono: routes },
    alike(recognized, { "ignores an extra slash before the mount point": { path: "//mplus/scanCode" } }),
  ),
  ...except(
    { fetch: resolved, hono: resolved },
    alike(refusal.unknownEvent, {
      "does not resolve dots": { path: "/mplus/x/../scanCode" },
      "does not resolve a single dot": { path: "/mplus/./scanCode" },
      "does not resolve encoded dots": { path: "/mplus/x/%2e%2e/scanCode" },
    }),
  ),
  ...alike(refusal.unknownEvent, {
    "finds no event at the mount point": { path: "/mplus" },
    "finds no event at the mount point with a query": { path: "/mplus?event=scanCode" },
    "tells an unknown sender nothing more than that": { event: "nothing", ...sentBy("shop-99") },
  }),
  ...alike(refusal.method, {
    "rejects a wrong method at the mount point": { method: "GET", path: "/mplus", body: "" },
  }),
];
