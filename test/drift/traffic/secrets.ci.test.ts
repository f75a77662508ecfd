import { beforeAll, describe, expect, it } from "vitest";
import type { SourceContent } from "../../../generator/drift/source-content.js";
import { listSnapshots } from "../../contract/examples/mock-trial.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { read, tell, toContract } from "./recording.js";

const contract = toContract(loadRealModel());

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

const names = "that may be data: they are not plain words, or there are too many";

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
  let reading: SourceContent;
  beforeAll(() => {
    reading = read("tills.ndjson", [...listLines()].join(""), contract);
  });

  it("tell what is new, with its path and in how many of them it is", () => {
    const told = tell(reading).map((line) => line.replace(/, in \w+ and .*/, ", in many events"));
    expect(told.toSorted()).toEqual([
      "addSessionLine request event.eventCounter is null; the spec has integer (in 16 bodies)",
      "any event request sender.productName has values that the spec does not list (in 80 bodies)",
      "kitchenCompleteCourse request event.eventCounter is null; the spec has integer (in 17 bodies)",
      "request loyaltyTier (in 200 bodies), string, in many events",
      "request sender.mood (in 100 bodies), object[]",
      "request sender.mood[].colour (in 100 bodies), string or null",
      "request vault (in 40 bodies), object, in many events",
      "requestCancelExternalPayment request event.eventCounter is null; the spec has integer (in 17 bodies)",
      "unread: a record that is not JSON (in 4 bodies)",
      "unread: a record that is not about an event in the spec (in 2 bodies)",
      `unread: names in request ${names} (in 16 bodies)`,
      `unread: request sender: names in request sender ${names} (in 20 bodies)`,
      `unread: request vault: names in request vault ${names} (in 40 bodies)`,
    ]);
  });

  it("tell no secret", () => {
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  it("tell no event that the spec does not have", () => {
    const record = { event: secret, request: { own: 1 } };
    expect(JSON.stringify(read("tills.ndjson", JSON.stringify(record), contract))).not.toContain(secret);
  });
});
