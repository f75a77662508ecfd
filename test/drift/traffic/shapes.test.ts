import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../../generator/drift/claim.js";
import { trafficReader } from "../../../generator/drift/traffic/reader.js";
import { event, scan, sender, session } from "./bodies.js";
import { readRecording, toLines } from "./recording.js";

const answer = { scanCode: { recognized: true } };
const report = { error: "It failed.", original: { scanCode: { secret: 1 } }, event, sender };

const toBase64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64");

const harEntry = (url: string, request: object, response: object = {}): object => ({
  startedDateTime: "2024-09-12T12:26:50.004Z",
  request: { method: "POST", url, headers: [{ name: "X-Mplus-Signature", value: "c2VjcmV0" }], ...request },
  response: { status: 200, ...response },
});
const har = (...entries: readonly object[]): string =>
  JSON.stringify({ log: { version: "1.2", creator: { name: "x" }, pages: [{}], entries } }, null, 2);
const exchange = harEntry(
  "https://shop.example/mplus/scanCode?x=1",
  { postData: { mimeType: "application/json", text: JSON.stringify(scan) } },
  { content: { text: toBase64(answer), encoding: "base64" } },
);

/** What tells that a body was read, of which event, and what could not be read. */
const both = [
  "event scanCode",
  "request scanCode.scannedCode of scanCode",
  "response scanCode.recognized of scanCode",
];
const asked = both.slice(0, 2);

interface Case {
  readonly file: string;
  readonly text: string;
  readonly says: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "a trace of the till on the desk": {
    file: "till.ndjson",
    text: toLines([
      {
        scenario: "s",
        release: "59",
        step: 1,
        at: 1,
        event: "scanCode",
        request: scan,
        status: 200,
        answer,
        verdict: "taken",
      },
    ]),
    says: both,
  },
  "a trace of a receiver": {
    file: "trace.ndjson",
    text: toLines([{ at: 1, event: "scanCode", subscription: "x", status: 200, request: scan, answer }]),
    says: both,
  },
  "a trace with a report of a fault": {
    file: "till.ndjson",
    text: toLines([{ event: "scanCode", request: scan, answer, report: { request: report, status: 200 } }]),
    says: [...both, "request error of error request"],
  },
  "a receiver's trace of a report of a fault": {
    file: "trace.ndjson",
    text: toLines([{ event: "scanCode", request: report, answer: {} }]),
    says: ["request error of error request"],
  },
  "an example of the spec, in the folder of its event": {
    file: "spec/examples/scanCode/x.json",
    text: JSON.stringify({ description: "d", release: "48", request: scan, response: answer }, null, 2),
    says: both,
  },
  "an example in another folder, whose request tells the event": {
    file: "x.json",
    text: JSON.stringify({ description: "d", release: "48", request: scan, response: answer }, null, 2),
    says: both,
  },
  "pairs with bodies as texts": {
    file: "pairs.jsonl",
    text: toLines([{ event: "scanCode", request: JSON.stringify(scan), response: JSON.stringify(answer) }]),
    says: both,
  },
  "a list of pairs": {
    file: "pairs.json",
    text: JSON.stringify(
      [
        { event: "scanCode", request: scan },
        { event: "scanCode", response: answer },
      ],
      null,
      2,
    ),
    says: both,
  },
  "NDJSON by any name": {
    file: "tape",
    text: toLines([
      { event: "scanCode", request: scan },
      { event: "scanCode", response: answer },
    ]),
    says: both,
  },
  "a HAR": { file: "tape.har", text: har(exchange), says: both },
  "a HAR by another name": { file: "tape.json", text: har(exchange), says: both },
  "a HAR with other traffic": {
    file: "tape.har",
    text: har(
      harEntry("https://shop.example/", {}, { content: { text: "<html>" } }),
      exchange,
      harEntry("https://shop.example/login", { postData: { text: "user=x&password=y" } }),
    ),
    says: [
      ...both,
      "11: it has no body of a request, and was left out",
      "54: it has a body of no event that the spec has",
    ],
  },
  "a HAR of a browser": {
    file: "tape.har",
    text: har(
      harEntry("https://shop.example/", {}, { content: { text: "<html>" } }),
      harEntry("https://shop.example/", { method: "GET" }, { content: { text: "<html>" } }),
      harEntry("https://shop.example/secret.png", { method: "GET" }),
      harEntry("https://shop.example/mplus/scanCode", { method: "OPTIONS", postData: { text: "" } }),
    ),
    says: ["11: it has no body of a request, and was left out"],
  },
  "a HAR without anything that is posted": {
    file: "tape.har",
    text: har(
      harEntry("https://shop.example/secret.png", { method: "GET" }),
      harEntry("https://shop.example/", { method: "GET" }, { content: { text: "<html>" } }),
      harEntry("https://shop.example/", { method: "HEAD" }),
    ),
    says: [],
  },
  "a HAR whose URLs end with something else": {
    file: "tape.har",
    text: har(
      harEntry("https://shop.example/hooks/tokentoken", { postData: { text: JSON.stringify(scan) } }),
    ),
    says: asked,
  },
  "requests as AWS Lambda has them": {
    file: "lambda.ndjson",
    text: toLines([
      { version: "2.0", rawPath: "/mplus/scanCode/", body: toBase64(scan), isBase64Encoded: true },
      { path: "/mplus/scanCode", body: JSON.stringify(scan), isBase64Encoded: false },
    ]),
    says: asked,
  },
  "requests as a server logs them": {
    file: "log.ndjson",
    text: toLines([{ level: 30, method: "POST", url: "/scanCode?x", body: JSON.stringify(scan) }]),
    says: asked,
  },
  "bodies without anything around them": { file: "bodies.ndjson", text: toLines([scan]), says: asked },
  "one body": { file: "body.json", text: JSON.stringify(scan, null, 2), says: asked },
  "a body of one of several events": {
    file: "body.json",
    text: JSON.stringify({ event, sender, session }),
    says: ["request session of any event"],
  },
  "a report of a fault": {
    file: "body.json",
    text: JSON.stringify(report),
    says: ["request error of error request"],
  },
  "an event that the spec does not have": {
    file: "trace.ndjson",
    text: toLines([{ event: "weighArticle", request: { event, sender, weighArticle: { grams: 1 } } }]),
    says: ["event weighArticle", "request weighArticle of any event"],
  },
  "an event with a name that is no word": {
    file: "trace.ndjson",
    text: toLines([{ event: "sk-4711-secret", request: { event, sender, own: {} } }]),
    says: ["request own of any event", "1: it has a body of no event that the spec has"],
  },
  "other things": {
    file: "log.ndjson",
    text: toLines([
      { level: 30, msg: "listening" },
      1,
      [],
      "x",
      null,
      { event: "scanCode" },
      { url: "/x", body: "" },
    ]),
    says: ["1: 7 records, each of which is in no form that is known"],
  },
  "a body that is no object": {
    file: "pairs.ndjson",
    text: toLines([{ event: "scanCode", request: "[1]" }]),
    says: ["1: it has a body that is no object"],
  },
  "a body that is not JSON": {
    file: "pairs.ndjson",
    text: toLines([{ event: "scanCode", request: scan, answer: "Bad Gateway" }]),
    says: [...asked, "1: it is no JSON"],
  },
  "a compressed body": {
    file: "lambda.ndjson",
    text: toLines([
      { path: "/scanCode", body: gzipSync(JSON.stringify(scan)).toString("base64"), isBase64Encoded: true },
    ]),
    says: ["1: it is no UTF-8"],
  },
  "empty lines and Windows line ends": {
    file: "till.ndjson",
    text: `\r\n${JSON.stringify({ event: "scanCode", request: scan, answer })}\r\n\n  \r\n`,
    says: both,
  },
  "a name twice": {
    file: "till.ndjson",
    text: `{"event":"scanCode","event":"scanCode","request":${JSON.stringify(scan)}}\n`,
    says: [...asked, "1: it has an object with one name twice, of which the last counts"],
  },
  "a name twice in a document": {
    file: "till.json",
    text: `[\n{"event":"scanCode","event":"scanCode","request":${JSON.stringify(scan)}}]`,
    says: [...asked, "2: it has an object with one name twice, of which the last counts"],
  },
  "a name twice in a body": {
    file: "till.ndjson",
    text: toLines([{ event: "scanCode", answer: '{"scanCode":{"recognized":true,"recognized":true}}' }]),
    says: [
      "response scanCode.recognized of scanCode",
      "1: it has an object with one name twice, of which the last counts",
    ],
  },
  nothing: { file: "till.ndjson", text: "", says: ["1: it is missing: the file has none"] },
};

const describeClaim = ({ subject: { side, path, events } }: Claim): string =>
  side === "event" ? `event ${path}` : `${side} ${path} of ${events?.join(", ") ?? "any event"}`;

describe("recorded traffic is read from", () => {
  it.each(Object.entries(cases))("%s", async (_, { file, text, says }) => {
    const { claims, remarks } = await readRecording(file, text);
    const found = new Set(claims.filter(({ says: { about } }) => about === "existence").map(describeClaim));
    const told = says.filter((line) => !/^\d/.test(line));
    expect([...found].filter((line) => told.includes(line)).sort()).toEqual([...told].sort());
    expect(remarks.map(({ sentence, unread }) => `${sentence.place.line}: ${unread ?? ""}`)).toEqual(
      says.filter((line) => !told.includes(line)),
    );
    if (told.length === 0) expect(claims).toEqual([]);
  });
});

describe("a file is for the reader of traffic", () => {
  it.each([
    ["tape.har", "", true],
    ["tape.NDJSON", "", true],
    ["tape.txt", '\uFEFF {"event"', true],
    ["tape", '[\n  {"event"', true],
    ["page.md", "[Home](/) # Title", false],
    ["page.html", "<!doctype html>", false],
    ["api.wsdl", "<?xml", false],
  ])("%s with %j: %s", (file, beginning, is) => {
    expect(trafficReader.recognizes(file, beginning)).toBe(is);
  });
});
