import { beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../../generator/drift/reading.js";
import { describeLowestRelease } from "../../../generator/drift/traffic/describe-lowest-release.js";
import { findLowestReleases } from "../../../generator/drift/traffic/lowest-release.js";
import { listSnapshots } from "../../examples/mock-trial.js";
import { describeNews, frozen, listNews, readRecording } from "./recording.js";

/** Stands in everything that was planted as a value, and in names that are none. */
const secret = "hunterhunter";

interface Body {
  [name: string]: unknown;
  readonly event: Record<string, unknown>;
  readonly sender: Record<string, unknown>;
}

/** What is planted in each so manieth body. */
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

/** Two thousand exchanges of the newest release, with lines between them that nobody can read. */
function* listLines(): Generator<Uint8Array> {
  const snapshot = listSnapshots(frozen.model).at(-1);
  const events = snapshot?.view.events ?? [];
  for (let index = 1; index <= count; index++) {
    const event = events[index % events.length];
    if (!snapshot || !event) throw new Error("a release has events");
    const request = snapshot.mock(event, { side: "request", size: "rich", seed: index }) as Body;
    for (const [each, plant] of Object.entries(plants)) if (index % Number(each) === 0) plant(request, index);
    yield Buffer.from(`${JSON.stringify({ event: event.name, request })}\n`);
    if (index % 1000 === 0)
      yield Buffer.from(`{"event":"${secret}", ${secret}\n"${secret}\n{"${secret}":1}\n`);
  }
}

describe("two thousand recorded bodies", () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await readRecording("tills.ndjson", listLines());
  });

  it("tell what is new, with its path and in how many of them it is", () => {
    expect(describeNews(reading)).toEqual([
      // A contradiction is told for each event.
      "contradicts request event.eventCounter: was null; the spec has integer (in 16 bodies)",
      "contradicts request event.eventCounter: was null; the spec has integer (in 17 bodies)",
      "contradicts request event.eventCounter: was null; the spec has integer (in 17 bodies)",
      "new request loyaltyTier: was in a body; the spec does not have it (in 200 bodies)",
      "new request loyaltyTier: was string; the spec does not have it (in 200 bodies)",
      "new request sender.mood: was in a body; the spec does not have it (in 100 bodies)",
      "new request sender.mood: was array; the spec does not have it (in 100 bodies)",
      "new request sender.mood[]: was object; the spec does not have it (in 100 bodies)",
      "new request sender.mood[].colour: was in a body; the spec does not have it (in 100 bodies)",
      "new request sender.mood[].colour: was null; the spec does not have it (in 100 bodies)",
      "new request sender.mood[].colour: was string; the spec does not have it (in 100 bodies)",
      "new request sender.productName: had 3 values that the spec does not list (in 80 bodies)",
      "new request vault: was in a body; the spec does not have it (in 40 bodies)",
      "new request vault: was object; the spec does not have it (in 40 bodies)",
      "unread 4 records, each of which is no JSON",
      "unread 2 records, each of which is in no form that is known",
      "unread 16 bodies have names here that may be data, and so are not printed: they are no plain words, or too many",
      "unread request vault: 40 bodies have names here that may be data, and so are not printed: they are no plain words, or too many",
      "unread request sender: 20 bodies have names here that may be data, and so are not printed: they are no plain words, or too many",
    ]);
  });

  it("tell no secret", () => {
    const lowest = findLowestReleases(reading, frozen);
    const told = [
      reading,
      listNews(reading),
      lowest,
      lowest.flatMap(describeLowestRelease),
      describeNews(reading),
    ];
    expect(JSON.stringify(told)).not.toContain(secret);
  });
});
