import { describe, expect, it } from "vitest";
import { describeLowestRelease } from "../../../generator/drift/traffic/describe-lowest-release.js";
import { findLowestReleases, type LowestRelease } from "../../../generator/drift/traffic/lowest-release.js";
import { formatRelease } from "../../../generator/time/release.js";
import { listSeeds, listSnapshots } from "../../examples/mock-trial.js";
import { event, scan, sender } from "./bodies.js";
import { frozen, readRecording, toLines } from "./recording.js";

const snapshots = listSnapshots(frozen.model);
const cases = snapshots.map((snapshot) => [formatRelease(snapshot.release), snapshot] as const);

const findLowest = async (records: readonly object[]): Promise<readonly LowestRelease[]> =>
  findLowestReleases(await readRecording("till.ndjson", toLines(records)), frozen);

describe("the lowest release", () => {
  it.each(cases)(
    "of what a shop of v%s sends is the first whose contract takes it",
    async (_, { view, mock }) => {
      const wrong: string[] = [];
      for (const event of view.events) {
        for (const size of ["rich", "smallest"] as const) {
          for (const seed of listSeeds(1)) {
            const request = mock(event, { side: "request", size, seed });
            const first = snapshots.find((each) => {
              const viewed = each.view.events.find(({ name }) => name === event.name);
              return viewed && each.findCheck(viewed, "request")(request);
            });
            const [lowest] = await findLowest([{ event: event.name, request }]);
            const [is, wanted] = [lowest?.release ?? 0, first?.release];
            if (is !== wanted || lowest?.isOne !== true) wrong.push(`${event.name}, ${size}, ${seed}: ${is}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

const newer = { ...sender, hasReceiptPrinter: true };

const flags = (version: string, shop: string): string =>
  `So --max-version has to be ${version} at least. Requests do not tell --min-version: an older shop sends nothing that a newer one does not send, too. ${shop}`;

/** Sentences on small recordings. */
const told: Readonly<Record<string, readonly [record: object, sentences: readonly string[]]>> = {
  "what was always there": [
    { request: scan },
    ["Every release sends such requests: they do not tell which one a shop runs."],
  ],
  "what a release brought": [
    { request: { ...scan, sender: newer } },
    [
      'The requests are of v57 or later: "sender.hasReceiptPrinter".',
      flags("57", "If all are of one shop, the `version` of its subscription is 57 at least."),
    ],
  ],
  "what is only inferred": [
    { request: { ...scan, event: { ...event, eventPolling: false } } },
    [
      'The requests are of v11.3 or later: "event.eventPolling" (its release is inferred).',
      flags("11.3", "If all are of one shop, the `version` of its subscription is 11.3 at least."),
    ],
  ],
  "what was answered": [
    { request: scan, answer: { form: { id: "f", title: "t", fields: [] } } },
    [
      "Every release sends such requests: they do not tell which one a shop runs.",
      'The answers need v59 or later: "form". You sent them, so they do not tell what the shops run.',
    ],
  ],
};

it.each(Object.entries(told))("of %s is said in sentences", async (_, [record, sentences]) => {
  const lowest = await findLowest([{ event: "scanCode", ...record }]);
  expect(lowest.flatMap(describeLowestRelease)).toEqual(sentences);
});
