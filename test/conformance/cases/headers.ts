import { recognized } from "../answers.js";
import { alike } from "../case.js";

/** Headers with a meaning for proxies and frameworks, but not for the protocol. */
const idle: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "another path": { "X-Original-URL": "/mplus/startSession", "X-Forwarded-Prefix": "/other" },
  "another method": { "X-HTTP-Method-Override": "PUT", "X-Method-Override": "PUT" },
  "another host": { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" },
  "an earlier answer": { "If-None-Match": "*", "If-Modified-Since": "Wed, 21 Oct 2065 07:28:00 GMT" },
  "a part of the answer": { Range: "bytes=0-1" },
  "text beyond ASCII": { "X-Shop": "Bakkerij Zoë 🥐" },
  "an empty value": { "X-Shop": "" },
  "the wish to be asked for the body": { Expect: "100-continue" },
};

export const headerCases = Object.entries(idle).flatMap(([name, headers]) =>
  alike(recognized, { [`answers as usual to headers with ${name}`]: { headers } }),
);
