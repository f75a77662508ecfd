import { answered, nothing, recognized, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, scan } from "../requests.js";

/** Below the mount point, what is no event: one name has one spelling. */
const unknown: Readonly<Record<string, string>> = {
  "an event that there is not": "nothing",
  "no event": "",
  "an event in upper case": "SCANCODE",
  "an event in other case": "scancode",
  "an event with an encoded letter": "%73canCode",
  "an event with an encoded slash": "scanCode%2F",
  "an event with an encoded NUL": "scanCode%00",
  "an event with an encoded space": "scanCode%20",
  "an event with an encoded question mark": "scanCode%3Fx",
  "an event below another": "scanCode/startSession",
  "an event below a folder": "shop/scanCode",
  "an event twice": "scanCode/scanCode",
  "an event with a parameter of its own": "scanCode;v=1",
  "an event with a file's ending": "scanCode.json",
  "an event with a star": "*",
  "an event with a colon": ":event",
  "an event with an encoded hash": "scanCode%23",
  "a name of 200 letters": "a".repeat(200),
  "a name of 4 kB": "scanCode".repeat(512),
  constructor: "constructor",
  prototype: "prototype",
  __proto__: "__proto__",
  toString: "toString",
  hasOwnProperty: "hasOwnProperty",
  valueOf: "valueOf",
};

/** The same, where a router that decodes paths gives up. */
const undecodable: Readonly<Record<string, string>> = {
  "half an encoded letter": "%7",
  "an encoding that is none": "%ZZ",
  "an encoding of broken UTF-8": "%C3%28",
};

/** Below the mount point a slash too many counts for nothing: an endpoint URL may end in one. */
const slashes: Readonly<Record<string, string>> = {
  "a slash before the event": "/mplus//scanCode",
  "two slashes before the event": "/mplus///scanCode",
  "a slash after the event": "/mplus/scanCode/",
  "two slashes after the event": "/mplus/scanCode//",
  "slashes around the event, and a query": "/mplus//scanCode/?shop=12",
};

const routes = "its router decides what is below the mount point, and this path is not";

/** Behind a question mark stands nothing of ours. */
const queries: Readonly<Record<string, string>> = {
  "a query": "?shop=12",
  "an empty query": "?",
  "a query with slashes": "?next=/mplus/startSession",
  "a query with another event": "?event=startSession&scanCode",
  "a query that cannot be decoded": "?x=%ZZ",
  "a query with two question marks": "?a?b",
  "a query with a method": "?_method=PUT",
  "a fragment, which no client should send": "#part",
};

const resolved = "the URL of a Request has its dots resolved before anything can see them";

export const pathCases: readonly Case[] = [
  ...Object.entries(unknown).map(([name, path]): Case => ({
    name: `there is nothing at a path with ${name}`,
    request: post({ path: `/mplus/${path}` }),
    answer: refusal.unknownEvent(),
  })),
  ...Object.entries(undecodable).map(([name, path]): Case => ({
    name: `there is nothing at a path with ${name}`,
    request: post({ path: `/mplus/${path}` }),
    answer: refusal.unknownEvent(),
    not: { fastify: "fastify's router refuses it before any plugin is asked" },
  })),
  ...Object.entries(queries).map(([name, query]): Case => ({
    name: `${name} changes nothing`,
    request: post({ path: `/mplus/scanCode${query}` }),
    answer: recognized,
  })),
  {
    name: "the path may come with a host before it",
    request: post({ path: "http://till.example/mplus/scanCode" }),
    answer: recognized,
  },
  ...Object.entries(slashes).map(([name, path]): Case => ({
    name: `${name} too many changes nothing`,
    request: post({ path }),
    answer: recognized,
  })),
  {
    name: "a slash before the mount point too many changes nothing",
    request: post({ path: "//mplus/scanCode" }),
    answer: recognized,
    not: { "express 5": routes, "express 4": routes, fastify: routes, nest: routes, hono: routes },
  },
  {
    name: "there is nothing at the bare mount point",
    request: post({ path: "/mplus" }),
    answer: refusal.unknownEvent(),
  },
  {
    name: "there is nothing at the bare mount point with a query",
    request: post({ path: "/mplus?event=scanCode" }),
    answer: refusal.unknownEvent(),
  },
  {
    name: "a wrong method at the bare mount point is refused for that",
    request: post({ method: "GET", path: "/mplus", body: "" }),
    answer: refusal.method(),
  },
  {
    name: "dots in a path lead to no event",
    request: post({ path: "/mplus/x/../scanCode" }),
    answer: refusal.unknownEvent(),
    not: { fetch: resolved, hono: resolved },
  },
  {
    name: "a dot in a path leads to no event",
    request: post({ path: "/mplus/./scanCode" }),
    answer: refusal.unknownEvent(),
    not: { fetch: resolved, hono: resolved },
  },
  {
    name: "encoded dots in a path lead to no event",
    request: post({ path: "/mplus/x/%2e%2e/scanCode" }),
    answer: refusal.unknownEvent(),
    not: { fetch: resolved, hono: resolved },
  },
  {
    name: "an unknown event of an unknown sender is refused unsigned",
    request: post({ event: "nothing", headers: { "X-Mplus-Subscription-Id": "shop-99" } }),
    answer: refusal.unknownEvent(),
  },
  {
    name: "an unknown event comes before a body that is too large",
    setup: "up to 4 kB",
    request: post({ event: "nothing", body: "x".repeat(5000) }),
    answer: refusal.unknownEvent(),
  },
  {
    name: "an unknown event comes before a wrong signature",
    request: post({ event: "nothing", headers: { "X-Mplus-Signature": "wrong" } }),
    answer: refusal.unknownEvent(),
  },
  {
    name: "the event is that of the path, whatever the body holds",
    request: post({ event: "startSession", body: scan({}, { eventCounter: 1005 }) }),
    handler: ({ eventName }) => ({ message: [{ message: eventName }] }),
    answer: answered({ message: [{ message: "startSession" }] }),
  },
  {
    name: "a body of another event is checked as the path says",
    request: post({ event: "startSession", body: eventOf({}) }),
    answer: nothing,
  },
];
