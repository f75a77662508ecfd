import { expect, it } from "vitest";
import { createTrace } from "../../../templates/copied/receiver/protocol/observe.js";
import { linkSmallSpec, type Changes } from "../../contract/read/small-spec.js";
import { buildContract, read, tell, toLines } from "./recording.js";

const original = { title: "Original", description: "The request.", type: "object", "x-open": true };
const empty = { description: "Carries nothing of its own.", carries: {}, answers: {}, polling: "optional" };
const changes: Changes = {
  "requests/errorRequest.json#/properties/original": original,
  "events/open.json": empty,
  "events/close.json": empty,
};
const contract = buildContract(linkSmallSpec(changes));

/** The spec has no `mark`. The finding about it proves that the body was read, and as which event. */
const scanCode = { scannedCode: "1", codeType: "rfid", mark: 1 };
const scan = { event: { eventCounter: 1 }, scanCode };
const answer = { scanCode: { mark: 1 } };
const report = { code: "INVALID_DATA", original: { secret: { deep: 1 } }, mark: 1 };
const toMark = (place: string, some: number, all: number): string =>
  `new ${place}mark: not in the spec; ${some} integer; in ${some} of ${all} bodies`;
const asked = toMark("request scanCode.", 1, 1);
const answered = toMark("response scanCode.", 1, 1);
const both = [asked, answered] as const;
const reported = toMark("request ", 1, 1);

const refused =
  "agrees event scanCode: tills refused an answer (an unknown code): the recording does not have this answer; in 1 of 1 bodies";

const unread = (why: string, records = "1 record"): string => `unread ${records}: it ${why}`;
const foreign = "is not about an event";
const noObject = "has a request or an answer that is not a JSON object";
const pair = { event: "scanCode", request: scan, answer };

function trace(request: unknown, answered: unknown): string {
  let written = "";
  const bodies = { request: JSON.stringify(request, null, 2), answer: JSON.stringify(answered) };
  const times = { duration: 5, handlerDuration: 1 };
  const outcome = { status: 200, code: undefined, subscriptionId: "shop-12", ...times };
  const { onAnswered } = createTrace((line) => (written += line));
  onAnswered?.({ eventName: "scanCode" }, { ...outcome, readBodies: () => bodies });
  return written;
}

/** A recording, with one record per line if it is a list, and the findings without line numbers. */
const cases: readonly (readonly [name: string, given: string | readonly unknown[], ...told: string[]])[] = [
  ["a trace", trace(scan, answer), ...both],
  ["the trace of a report of a fault", trace(report, {}), reported, refused],
  ["the trace of two requests", trace(scan, {}) + trace(scan, {}), toMark("request scanCode.", 2, 2)],
  ["a request without an answer", [{ event: "scanCode", request: scan, answer: null }], asked],
  ["Windows line ends", `${JSON.stringify(pair)}\r\n`, ...both],
  ["an answer without a request", [{ event: "scanCode", answer }], answered, unread(noObject)],
  [
    "other things",
    [scan, { url: "/scanCode", body: JSON.stringify(scan) }, [pair], 1, "x", null],
    unread(foreign, "2 records"),
    unread("is not a JSON object", "4 records"),
  ],
  [
    "bodies that are no objects",
    [{ event: "scanCode" }, { event: "scanCode", request: [1] }, { ...pair, request: JSON.stringify(scan) }],
    answered,
    unread(noObject, "3 records"),
  ],
  [
    "an answer that is no object",
    [{ event: "scanCode", request: scan, answer: "Bad Gateway" }],
    asked,
    unread(noObject),
  ],
  ["lines without anything", `\ufeff${JSON.stringify(pair)}\n\n  \n\r\n{}\n`, ...both, unread(foreign)],
  ["a page of JSON", JSON.stringify({ request: scan }, null, 2), unread("is not JSON", "12 records")],
  ["nothing", ""],
];

it.each(cases)("recorded traffic is read from %s", (_, given, ...told) => {
  const content = typeof given === "string" ? given : toLines(given);
  expect(tell(read({ "trace.ndjson": content }, contract))).toEqual(told);
});

it("the files of a shop are one recording, and its lines without records are not counted", () => {
  const files = { "monday.ndjson": `${JSON.stringify(pair)}\n\n`, "tuesday.ndjson": JSON.stringify(pair) };
  const content = read(files, contract);
  expect(content.count).toBe(2);
  expect(tell(content)).toEqual([toMark("request scanCode.", 2, 2), toMark("response scanCode.", 2, 2)]);
  expect(content.findings.map(({ place }) => place?.file)).toEqual(["monday.ndjson", "monday.ndjson"]);
});
