import { recognized } from "../answers.js";
import { alike } from "../case.js";

/** Headers with a meaning for proxies and frameworks, but not for the protocol. */
const idle: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "another path": { "X-Original-URL": "/mplus/startSession", "X-Forwarded-Prefix": "/other" },
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
    Cookie: "a=b; c",
    "Accept-Language": "nl-NL",
  },
  "an identity of its own": { Authorization: "Basic c2hvcDoxMg==", "Proxy-Authorization": "Basic x" },
  "an earlier answer": { "If-None-Match": "*", "If-Modified-Since": "Wed, 21 Oct 2065 07:28:00 GMT" },
  "a part of the answer": { Range: "bytes=0-1" },
  "letters beyond ASCII": { "X-Shop": "Bakkerij Zoë 🥐" },
  "an empty value": { "X-Shop": "" },
  "eighty of them": Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`X-More-${n}`, "x".repeat(20)])),
  "the wish to be asked for the body": { Expect: "100-continue" },
};

export const headerCases = Object.entries(idle).flatMap(([name, headers]) =>
  alike(recognized, {
    [`headers with ${name} change nothing`]: { headers: Object.fromEntries(Object.entries(headers)) },
  }),
);
