import { createCafe, type Handlers } from "../../till/scenario/shop.js";
import type { Project } from "../project.js";
import { withSmall } from "../calls/rows.js";

/** A call with --json, and whether it prints a result or problems. */
export interface JsonCall {
  readonly line: string;
  /** The receiver to call. `URL` in the line is replaced by its URL. */
  readonly shop?: Handlers;
  readonly before?: (project: Project, url: string) => unknown;
  readonly want: readonly ["result" | "problems", code: 0 | 1 | 2];
}

const done = ["result", 0] as const;
const amiss = ["result", 1] as const;
const wrong = ["problems", 2] as const;

const row = (
  line: string,
  want: JsonCall["want"],
  more: Pick<JsonCall, "before" | "shop"> = {},
): JsonCall => ({ line, want, ...more });

const before = withSmall({});
const notes = (release: string, ...items: readonly string[]) => {
  const list = items.map((item) => `- ${item}\n`).join("");
  return { before: withSmall({ "notes/notes.md": `# Webhook release notes\n\n## ${release}\n\n${list}` }) };
};
const label = { title: "Label", description: "A label.", type: "object", properties: {} };

const types = "generate --target types --spec spec";
const shop = createCafe();
const failing: Handlers = { scanCode: () => Promise.reject(new Error("no database")) };
const scan = (isRecognized: boolean): string =>
  `steps:\n  - scanCode: { scannedCode: '1' }\n    expect: { scanCode: { recognized: ${isRecognized} } }\n`;
const playing = {
  shop,
  before: withSmall({
    "round.yaml": scan(false),
    "other.yaml": scan(true),
    "bill.yaml": "steps:\n  - printBill:\n",
  }),
};

const scanned = {
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-28T09:00:00+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 1 },
  session: { sessionId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10", lines: [], payments: [] },
  scanCode: { scannedCode: "1", codeType: "barcode" },
};
const recorded = {
  shop,
  before: withSmall({
    "today.ndjson": JSON.stringify({ event: "scanCode", request: scanned, answer: null }),
  }),
};

export const jsonCalls: readonly JsonCall[] = [
  row("--version", done),
  row(types, done, { before }),
  row(types, done, {
    before: (project) =>
      project.putSpec({
        "responses/label.json": label,
        "events/scanCode.json#/answers/label": { required: true, "x-added-in": "12.1" },
        "examples/scanCode/card.json#/response/label": {},
      }),
  }),
  row(`${types} --check`, done, {
    before: (project) => (project.putSpec(), project.call(...types.split(" "))),
  }),
  row(`${types} --check`, amiss, { before }),
  row(`${types} --min-version 70`, done, { before }),
  row(types, wrong, { before: (project) => project.put("spec/releases.json", "{") }),
  row("lint", done),
  row("lint --spec spec", done, { before: (project) => project.putSpec({ "responses/x.json": label }) }),
  row("lint --spec spec", wrong, {
    before: (project) => project.putSpec({ "common/table.json#/requird": [] }),
  }),
  row("diff", done),
  row("diff --al", wrong),
  row("diff 48..", done),
  row("diff x", wrong),
  row("diff 48 59", done),
  row("diff 48.. 59.. --fail-on safe", amiss),
  row("diff 48 70", done),
  row("diff 48 --markdown", wrong),
  row("explain scanCode", done),
  row("explain form.fields[].separator --min-version 48", done),
  row("explain dialog", done),
  row("explain receiptFoter", wrong),
  row("drift notes --spec spec", done, {
    before: withSmall({ "notes/notes.md": "# Webhook release notes\n" }),
  }),
  row(
    "drift notes --spec spec",
    amiss,
    notes("Release 14 (2027-01-31)", "`scanCode.colour` was added.", "`scanCode.label` was added.", "Fast."),
  ),
  row("drift page.md scanCode.ndjson --spec spec", amiss, {
    before: withSmall({
      "page.md": "# Definitions\n\n## scanCode\n\nWhat?\n",
      "scanCode.ndjson":
        '{"event":"scanCode","request":{"event":{"eventCounter":1},"scanCode":{"scannedCode":"1"}}}\n',
    }),
  }),
  row("drift", wrong),
  row("release 60 --summary New. --spec spec", done, { before }),
  row("release 60 --summary N. --date 2027-01-31 --spec spec", done, { before }),
  row("release 60", wrong),
  row("init express --dir shop --events scanCode", done),
  row("init node --dir . --events scanCode", done, {
    before: withSmall({
      "package.json": '{ "name": "mine", "type": "module" }\n',
      "src/handlers.ts": "export {};\n",
    }),
  }),
  row("init expres", wrong),
  row("send scanCode --url URL", done, { shop }),
  row("send printBill --url URL --release 15,48", done, { shop }),
  row("send scanCode --url URL", amiss, { shop: failing }),
  row("send scanCode --url URL --subscription other", amiss, { shop }),
  row("send scanCode --url http://127.0.0.1:9", amiss),
  row("send scanCode --url URL --curl", done, { shop }),
  row("send scanCode", wrong),
  row("doctor --url URL", done, { shop }),
  row("doctor --url http://127.0.0.1:9", amiss),
  row("doctor --url URL --release 48,59", wrong, { shop }),
  row("simulate round.yaml --url URL", done, playing),
  row("simulate other.yaml --url URL", amiss, playing),
  row("simulate round.yaml --url URL", amiss, { ...playing, shop: failing }),
  row("simulate bill.yaml --url URL --release 15", done, playing),
  row("simulate", done),
  row("simulate rond --url URL", wrong, { shop }),
  row("explore --url URL --for 1s --seed 1", done, {
    shop: { scanCode: () => ({ scanCode: { recognized: false } }) },
  }),
  row("explore round.yaml --url URL --for 1s --seed 1", amiss, {
    shop: { startPayment: () => Promise.reject(new Error("no database")) },
    before: withSmall({ "round.yaml": "steps: [{ startSession: }, { startPayment: }]" }),
  }),
  row("explore --url http://127.0.0.1:9 --for 1s", amiss),
  row("explore --url URL --for ever", wrong, { shop }),
  row("replay today.ndjson --url URL", done, recorded),
  row("replay today.ndjson --url URL --compare", amiss, recorded),
  row("replay today.ndjson --url http://127.0.0.1:9", amiss, recorded),
  row("replay tomorrow.ndjson --url URL", wrong, recorded),
  row("mock scanCode", done),
  row("mock completeSession --side response --size smallest", done),
  row("mock scanCod", wrong),
  row("inbox list --database nowhere", wrong),
];
