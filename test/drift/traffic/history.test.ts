import { expect, it } from "vitest";
import { loadRealModel } from "../../workbench/real-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { readCases } from "../cases.js";
import { buildContract, read, tell, toContract, toLines } from "./recording.js";

const text = { type: "string" };

/** A contract in which everything happened that can happen to a property. */
const spec = createSmallSpec({
  ping: object(
    "Ping",
    {
      gone: { ...text, "x-removed-in": "20" },
      came: { ...text, "x-added-in": "20" },
      kind: {
        ...text,
        enum: ["a", "b", "c"],
        "x-enum-added-in": { b: "20" },
        "x-enum-removed-in": { c: "30" },
      },
      open: { ...text, enum: ["a", "b"], "x-open": true, "x-enum-added-in": { b: "20" } },
      hinted: { ...text, enum: ["a"], "x-enum-seen": { b: "another program" } },
      changed: { type: "integer", "x-was": [{ until: "20", schema: text }] },
      listed: {
        type: "array",
        items: { type: "integer" },
        "x-was": [{ until: "20", schema: { type: "integer" } }],
      },
      eased: { ...text, "x-optional-since": "20" },
      wanted: { ...text, "x-required-since": "30" },
      doubtful: { ...text, "x-provenance": { kind: "inferred", of: ["required"], basis: "A guess." } },
      planned: { ...text, "x-planned": true },
      seen: { ...text, "x-seen": "another program" },
      always: text,
      either: { anyOf: [object("Either", {}), { type: "array", items: object("Item", {}) }] },
      noted: { ...text, enum: ["a"], "x-enum-seen": { b: "recorded traffic" } },
      renamed: { ...text, "x-legacy-names": ["remaned"] },
      large: { type: "integer", format: "int64" },
      whole: { type: "integer" },
      broken: { type: "number" },
      perhaps: { type: ["string", "null"] },
      inner: {
        "x-inlined": true,
        ...object("Inner", { deep: { ...text, "x-added-in": "30" } }, ["deep"]),
      },
    },
    ["wanted", "doubtful", "always"],
  ),
});
/** What every body has, so that nothing is missing. */
const usual = { eased: "x", wanted: "x", doubtful: "x", always: "x" };

interface Case {
  readonly bodies: readonly Readonly<Record<string, unknown>>[];
  readonly lowest: string;
  readonly told: readonly string[];
}

const cases = readCases("history.yaml", import.meta) as readonly Case[];

const contract = buildContract(spec);

it.each(cases)(
  "of a contract with a past, what is told of the bodies $bodies",
  async ({ bodies, lowest, told }) => {
    const records = bodies.map((body) => {
      const parts = Object.entries({ ...usual, ...body }).filter(([, part]) => part !== "absent");
      return { event: "ping", request: { ping: Object.fromEntries(parts) } };
    });
    const reading = await read("till.ndjson", toLines(records), contract);
    expect(tell(reading)).toEqual(told);
    expect(reading.lowest?.join(" ")).toContain(lowest);
  },
);

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

const every = "Every release sends such requests: they do not tell which one a shop runs.";
const flags = (version: string): string =>
  `So --max-version has to be ${version} at least. Requests do not tell --min-version: an older shop sends nothing that a newer one does not send, too. If all are of one shop, the \`version\` of its subscription is ${version} at least.`;

it.each<readonly [what: string, record: object, sentences: readonly string[]]>([
  ["what was always there", { request: scan }, [every]],
  [
    "what a release brought",
    { request: { ...scan, sender: { ...sender, hasReceiptPrinter: true } } },
    ['The requests are of v57 or later: "sender.hasReceiptPrinter".', flags("57")],
  ],
  [
    "what is only inferred",
    { request: { ...scan, event: { ...event, eventPolling: false } } },
    ['The requests are of v11.3 or later: "event.eventPolling" (its release is inferred).', flags("11.3")],
  ],
  [
    "an event of a release",
    { event: "printBill", request: { event, sender } },
    ['The requests are of v16.2 or later: "printBill".', flags("16.2")],
  ],
  [
    "what was answered",
    { request: scan, answer: { form: { id: "f", title: "t", fields: [] } } },
    [every, 'The answers need v59 or later: "form". You sent them, so they do not tell what the shops run.'],
  ],
])("of %s is said in sentences", async (_, record, sentences) => {
  const records = toLines([{ event: "scanCode", ...record }]);
  const reading = await read("till.ndjson", records, toContract(loadRealModel()));
  expect(reading.lowest).toEqual(sentences);
});
