import { answered, nothing, recognized, refusal } from "../answers.js";
import { alike, handled, type Case } from "../case.js";
import { eventOf, scan, sentBy } from "../requests.js";

/** Paths below the mount point that are not events, because each name has one spelling. */
const unknown: Readonly<Record<string, string>> = {
  "an event that there is not": "nothing",
  "no event": "",
  "an event in other case": "scancode",
  "an event with an encoded letter": "%73canCode",
  "an event with an encoded slash": "scanCode%2F",
  "an event with an encoded NUL": "scanCode%00",
  "an event with an encoded question mark": "scanCode%3Fx",
  "an event below another": "scanCode/startSession",
  "an event with a parameter of its own": "scanCode;v=1",
  "an event with a file's ending": "scanCode.json",
  "an event with a star": "*",
  "a name of 4 kB": "scanCode".repeat(512),
  constructor: "constructor",
  __proto__: "__proto__",
};

const undecodable: Readonly<Record<string, string>> = {
  "half an encoded letter": "%7",
  "an encoding that is none": "%ZZ",
  "an encoding of broken UTF-8": "%C3%28",
};

const routes = "its router decides what is below the mount point, and this path is not";
const resolved = "the URL of a Request has its dots resolved before anything can see them";

const atPaths = (paths: typeof unknown): Case[] =>
  Object.entries(paths).flatMap(([name, path]) =>
    alike(refusal.unknownEvent(), {
      [`there is nothing at a path with ${name}`]: { path: `/mplus/${path}` },
    }),
  );

export const pathCases: readonly Case[] = [
  ...atPaths(unknown),
  ...atPaths(undecodable).map((each) => ({
    ...each,
    not: { fastify: "its router refuses it before any plugin is asked" },
  })),
  ...alike(recognized, {
    "a query changes nothing": { path: "/mplus/scanCode?shop=12" },
    "an empty query changes nothing": { path: "/mplus/scanCode?" },
    "a query with another event changes nothing": {
      path: "/mplus/scanCode?next=/mplus/startSession&event=x",
    },
    "a query that cannot be decoded changes nothing": { path: "/mplus/scanCode?x=%ZZ?b" },
    "a query with a method changes nothing": { path: "/mplus/scanCode?_method=PUT" },
    "a fragment, which no client should send, changes nothing": { path: "/mplus/scanCode#part" },
    "the path may come with a host before it": { path: "http://till.example/mplus/scanCode" },
    // Extra slashes below the mount point are ignored: an endpoint URL may end in one.
    "a slash before the event too many changes nothing": { path: "/mplus//scanCode" },
    "a slash after the event too many changes nothing": { path: "/mplus/scanCode/" },
    "slashes around the event, and a query, change nothing": { path: "/mplus///scanCode//?shop=12" },
  }),
  ...alike(recognized, {
    "a slash before the mount point too many changes nothing": { path: "//mplus/scanCode" },
  }).map((each) => ({
    ...each,
    not: { "express 5": routes, "express 4": routes, fastify: routes, nest: routes, hono: routes },
  })),
  ...alike(refusal.unknownEvent(), {
    "dots in a path lead to no event": { path: "/mplus/x/../scanCode" },
    "a dot in a path leads to no event": { path: "/mplus/./scanCode" },
    "encoded dots in a path lead to no event": { path: "/mplus/x/%2e%2e/scanCode" },
  }).map((each) => ({ ...each, not: { fetch: resolved, hono: resolved } })),
  ...alike(refusal.unknownEvent(), {
    "there is nothing at the bare mount point": { path: "/mplus" },
    "there is nothing at the bare mount point with a query": { path: "/mplus?event=scanCode" },
    "an unknown event of an unknown sender is refused unsigned": { event: "nothing", ...sentBy("shop-99") },
  }),
  ...alike(refusal.method(), {
    "a wrong method at the bare mount point is refused for that": { method: "GET", path: "/mplus", body: "" },
  }),
  ...handled({
    "the event is that of the path, whatever the body holds": [
      ({ eventName }) => ({ message: [{ message: eventName }] }),
      answered({ message: [{ message: "startSession" }] }),
      { event: "startSession", body: scan({}, { eventCounter: 1005 }) },
    ],
    "a body of another event is checked as the path says": [
      undefined,
      nothing,
      { event: "startSession", body: eventOf({}) },
    ],
  }),
];
