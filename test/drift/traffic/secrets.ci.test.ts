import { beforeAll, describe, expect, it } from "vitest";
import { indexContract } from "../../../generator/drift/contract.js";
import type { TrafficContent } from "../../../generator/drift/recordings.js";
import { listSnapshots } from "../../contract/examples/mock-trial.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { read, tell } from "./recording.js";

const contract = indexContract(loadRealModel());

/** A part of every planted value, and of names in the data. */
const secret = "hunterhunter";

interface Body {
  [name: string]: unknown;
  readonly event: Record<string, unknown>;
  readonly sender: Record<string, unknown>;
}

/** The value that is planted in every nth body. */
const plants: Readonly<Record<number, (body: Body, index: number) => void>> = {
  10: (body) => (body["loyaltyTier"] = secret),
  20: (body) => (body.sender["mood"] = [{ colour: secret }, { colour: null }]),
  25: (body, index) => (body.sender["productName"] = `${secret}${index % 3}`),
  40: (body) => (body.event["eventCounter"] = null),
  50: (body, index) =>
    (body["vault"] = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`${secret}${letters(index + i)}`, secret]),
    )),
  100: (body) => (body.sender[`${secret}-1`] = 1),
  125: (body) => Object.defineProperty(body, "__proto__", { value: { [secret]: secret }, enumerable: true }),
};

const letters = (index: number): string =>
  String.fromCharCode(97 + (index % 26), 97 + (Math.floor(index / 26) % 26));

const count = 2000;

const names = "has names that may be data: they are not plain words, or there are too many";

/** Two thousand exchanges of the newest release, with unreadable lines between them. */
function* listLines(): Generator<string> {
  const snapshot = listSnapshots(contract.model).at(-1);
  const events = snapshot?.view.events ?? [];
  for (let index = 1; index <= count; index++) {
    const event = events[index % events.length];
    if (!snapshot || !event) throw new Error("a release has events");
    const request = snapshot.mock(event, { side: "request", size: "rich", seed: index }) as Body;
    for (const [each, plant] of Object.entries(plants)) if (index % Number(each) === 0) plant(request, index);
    yield `${JSON.stringify({ event: event.name, request })}\n`;
    if (index % 1000 === 0) yield `{"event":"${secret}", ${secret}\n"${secret}\n{"${secret}":1}\n`;
  }
}

describe("two thousand recorded bodies", () => {
  let reading: TrafficContent;
  beforeAll(() => {
    reading = read({ "tills.ndjson": [...listLines()].join("") }, contract);
  });

  it("tell what is new, with its path and in how many of them it is", () => {
    const told = tell(reading);
    expect(told.toSorted()).toEqual([
      "contradicts request event.eventCounter: is null; the spec has integer; in 50 of 2000 bodies",
      "new request loyaltyTier: not in the spec; 200 string; in 200 of 2000 bodies",
      "new request sender.mood: not in the spec; 100 array of 200 object; in 100 of 2000 bodies",
      "new request sender.productName: has values that the spec does not list; in 80 of 1920 bodies",
      "new request vault: not in the spec; 40 object with names that may be data; in 40 of 2000 bodies",
      "unread 2 records: it is not about an event",
      "unread 4 records: it is not JSON",
      `unread a request ${names}; in 16 of 2000 bodies`,
      `unread request sender: ${names}; in 20 of 2000 bodies`,
    ]);
  });

  it("tell no secret", () => {
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  it("tell no event whose name may be data", () => {
    const record = { event: `${secret}-1`, request: { own: 1 } };
    expect(JSON.stringify(read({ "tills.ndjson": JSON.stringify(record) }, contract))).not.toContain(secret);
  });
});
