import { expect, it } from "vitest";
import { describeLowestRelease } from "../../../generator/drift/traffic/describe-lowest-release.js";
import { findLowestReleases } from "../../../generator/drift/traffic/lowest-release.js";
import { baseline } from "../../../generator/time/release.js";
import { listSnapshots } from "../../examples/mock-trial.js";
import { tryMocks } from "./mocked.js";
import { frozen, readRecording, toLines } from "./recording.js";

it("of what a shop sends is the first whose contract takes it", async () => {
  const snapshots = listSnapshots(frozen.model, 10);
  const trials = await Promise.all(snapshots.map((snapshot) => tryMocks(snapshot, snapshots, frozen)));
  const wrong = trials.flat().filter(({ lowest, first }) => {
    // The first of those releases that are tried.
    const due = snapshots.find(({ release }) => release >= (lowest?.release ?? baseline));
    return lowest?.isOne !== true || due === undefined || due !== first;
  });
  expect(snapshots).toHaveLength(2);
  expect(wrong).toEqual([]);
});

const event = { eventBlocking: true, eventCounter: 1, eventTimestamp: "2024-09-12T14:26:50.004+02:00" };
const sender = {
  ...{ branchNumber: 1, workplaceNumber: 2, instanceId: "i" },
  ...{ paymentStarted: false, productName: "p" },
};
/** A request of `scanCode`, of which every release has all. */
const scan = {
  event,
  sender,
  session: { sessionId: "s", lines: [] },
  scanCode: { scannedCode: "1", codeType: "rfid" },
};
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
  const reading = await readRecording("till.ndjson", toLines([{ event: "scanCode", ...record }]));
  const lowest = findLowestReleases(reading, frozen);
  expect(lowest.flatMap(describeLowestRelease)).toEqual(sentences);
});
