import { recognized } from "../answers.js";
import type { Case } from "../case.js";
import { post } from "../requests.js";

/** Headers that mean something to proxies and frameworks, and nothing to the protocol. */
const idle: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "another path": {
    "X-Original-URL": "/mplus/startSession",
    "X-Rewrite-URL": "/mplus/startSession",
    "X-Forwarded-Prefix": "/other",
  },
  "another method": { "X-HTTP-Method": "GET", "X-HTTP-Method-Override": "PUT", "X-Method-Override": "PUT" },
  "another host": {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    Forwarded: "host=evil",
  },
  "another sender": { "X-Forwarded-For": "10.0.0.1, 10.0.0.2", "X-Real-IP": "10.0.0.1" },
  "names that every object has": { constructor: "a", __proto__: "b", toString: "c", hasOwnProperty: "d" },
  "what a browser would add": {
    Origin: "https://till.example",
    Referer: "https://till.example/",
    Cookie: "a=b; c",
  },
  "an identity of its own": { Authorization: "Basic c2hvcDoxMg==", "Proxy-Authorization": "Basic x" },
  "a language": { "Accept-Language": "nl-NL", "Accept-Charset": "utf-16" },
  "an earlier answer": { "If-None-Match": "*", "If-Modified-Since": "Wed, 21 Oct 2065 07:28:00 GMT" },
  "a part of the answer": { Range: "bytes=0-1" },
  "an upgrade to nothing": { "Upgrade-Insecure-Requests": "1" },
  "letters beyond ASCII": { "X-Shop": "Bakkerij Zoë 🥐" },
  "an empty value": { "X-Shop": "" },
};

export const headerCases: readonly Case[] = [
  ...Object.entries(idle).map(([name, headers]): Case => ({
    name: `headers with ${name} change nothing`,
    request: post({ headers: Object.fromEntries(Object.entries(headers)) }),
    answer: recognized,
  })),
  {
    name: "eighty more headers change nothing",
    request: post({
      headers: Object.fromEntries(
        Array.from({ length: 80 }, (_, index) => [`X-More-${index}`, "x".repeat(20)]),
      ),
    }),
    answer: recognized,
  },
  {
    name: "a sender that would rather be asked for its body is answered",
    request: post({ headers: { Expect: "100-continue" } }),
    answer: recognized,
  },
];
