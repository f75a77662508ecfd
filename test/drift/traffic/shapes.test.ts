import { expect, it } from "vitest";
import { linkSmallSpec, type Changes } from "../../contract/read/small-spec.js";
import { buildContract, read, tell, toLines } from "./recording.js";

const original = { title: "Original", description: "The request.", type: "object", "x-open": true };
const changes: Changes = {
  "requests/errorRequest.json#/properties/original": original,
  "events/open.json": {
    description: "Carries nothing of its own.",
    carries: {},
    answers: {},
    polling: "optional",
  },
  "events/close.json": { description: "As little.", carries: {}, answers: {}, polling: "optional" },
};
const contract = buildContract(linkSmallSpec(changes));

/** Each body has a mark, which the spec does not have: that it is told says that the body was read, and of what. */
const event = { eventCounter: 1, mark: 1 };
const scanCode = { scannedCode: "1", codeType: "rfid", mark: 1 };
const scan = { event: { eventCounter: 1 }, scanCode };
const answer = { scanCode: { mark: 1 } };
const report = { code: "INVALID_DATA", original: { secret: { deep: 1 } }, mark: 1 };
const one = "(in 1 body)";
const asked = `request scanCode.mark ${one}, integer`;
const both = [asked, `response scanCode.mark ${one}, integer`] as const;
const reported = `request mark ${one}, integer, in errorRequest`;

const foreign = `unread: it has a body of no event that the spec has ${one}`;

const example = JSON.stringify(
  { description: "d", release: "13.0.2", request: scan, response: answer },
  null,
  2,
);
const pair = { event: "scanCode", request: scan, answer };

/** What is recorded, a record to a line if it is a list, and what is told of it, without its lines. */
const cases: readonly (readonly [
  name: string,
  file: string,
  given: string | readonly unknown[],
  ...told: readonly string[],
])[] = [
  [
    "a trace of the till on the desk",
    "till.ndjson",
    [{ scenario: "s", release: "59", step: 1, at: 1, status: 200, verdict: "taken", ...pair }],
    ...both,
  ],
  [
    "a trace with a report of a fault",
    "till.ndjson",
    [{ ...pair, report: { request: report, status: 200 } }],
    reported,
    ...both,
  ],
  [
    "a receiver's trace of a report of a fault",
    "trace.ndjson",
    [{ event: "scanCode", request: report, answer }],
    reported,
  ],
  ["an example of the spec, in the folder of its event", "spec/examples/scanCode/x.json", example, ...both],
  ["an example in another folder, whose request tells the event", "x.json", example, ...both],
  [
    "pairs with bodies as texts",
    "pairs.jsonl",
    [{ event: "scanCode", request: JSON.stringify(scan), response: JSON.stringify(answer) }],
    ...both,
  ],
  ["a list of pairs", "pairs.json", JSON.stringify([pair, {}], null, 2), ...both, foreign],
  ["NDJSON by any name", "tape", [pair], ...both],
  [
    "requests as AWS Lambda has them",
    "lambda.ndjson",
    [
      { version: "2.0", rawPath: "/mplus/scanCode/", body: JSON.stringify(scan) },
      { path: "/mplus/scanCode", body: JSON.stringify(scan) },
    ],
    "request scanCode.mark (in 2 bodies), integer",
  ],
  [
    "requests as a server logs them",
    "log.ndjson",
    [{ level: 30, method: "POST", url: "/scanCode?x", body: JSON.stringify(scan) }],
    asked,
  ],
  ["bodies without anything around them", "bodies.ndjson", [scan], asked],
  ["one body", "body.json", JSON.stringify(scan, null, 2), asked],
  [
    "a body that may be of any event",
    "body.json",
    JSON.stringify({ event }),
    `request event.mark ${one}, integer`,
  ],
  ["a report of a fault", "body.json", JSON.stringify(report), reported],
  [
    "an event that the spec does not have",
    "trace.ndjson",
    [{ event: "weighArticle", request: { event: { eventCounter: 1 }, weighArticle: {} } }],
    `event weighArticle ${one}`,
    `request weighArticle ${one}, object, in weighArticle`,
  ],
  [
    "an event with a name that is no word",
    "trace.ndjson",
    [{ event: "sk-4711-secret", request: { event: { eventCounter: 1 }, own: {} } }],
    foreign,
  ],
  [
    "other things",
    "log.ndjson",
    [{ level: 30, msg: "listening" }, 1, [], "x", null, { event: "scanCode" }, { url: "/x", body: "" }],
    foreign,
    "unread: it has no body that is an object of JSON (in 6 bodies)",
  ],
  [
    "a body that is no object",
    "pairs.ndjson",
    [{ event: "scanCode", request: "[1]" }],
    `unread: it has no body that is an object of JSON ${one}`,
  ],
  [
    "a body that is not JSON",
    "pairs.ndjson",
    [{ event: "scanCode", request: scan, answer: "Bad Gateway" }],
    asked,
    `unread: it has no body that is an object of JSON ${one}`,
  ],
  ["empty lines and Windows line ends", "till.ndjson", `\r\n${JSON.stringify(pair)}\r\n\n  \r\n`, ...both],
  ["nothing", "till.ndjson", "", "unread: the file has none"],
];

for (const [name, file, given, ...told] of cases)
  it(`recorded traffic is read from ${name}`, () => {
    const content = typeof given === "string" ? given : toLines(given);
    expect(tell(read(file, content, contract))).toEqual(told);
  });
