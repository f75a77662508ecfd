import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createReceiver, sign, type MplusHandlers } from "../../../generated/receiver/index.js";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { createTestLog, otherSecret, secret } from "./fixture.js";

const page = readFileSync(join(packageRoot, "docs/mistakes.md"), "utf8");
const [, section = ""] = page.split("## In the log");
const sentences = [...section.matchAll(/^- .*: `([^`]*(?:`[^`]*`)*)`$/gm)].map(([line]) =>
  line.slice(line.lastIndexOf(": `") + 3, -1),
);

const dialog = { required: true, allowMultipleOptions: false, dialogTitle: "Which?", dialogOptions: [] };
const scan = (event: object = {}) => ({
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-20T10:15:00.000+01:00", ...event },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  scanCode: { scannedCode: "8711111111111", codeType: "barcode" },
});
const answering = (answer: unknown) => () => answer;

/** Each mistake: the handler, what the POS sends, and the secret that it is signed with. */
const mistakes: readonly (readonly [handler: unknown, event?: object, key?: string])[] = [
  [({ ask }: { ask: { dialog: (asked: object) => unknown } }) => (void ask.dialog(dialog), { message: [] })],
  [answering({ mesage: [] })],
  [answering({ message: [{ message: 12 }] })],
  [answering({ version: new Map() })],
  [() => Promise.reject(new Error("no connection"))],
  [answering({}), { eventPolling: true }],
  [answering({}), {}, otherSecret],
  [answering({ message: [] }), { eventBlocking: false }],
  [
    async ({ ask }: { ask: { dialog: (asked: object) => unknown } }) => await ask.dialog(dialog),
    { eventBlocking: false },
  ],
];

it("the page of mistakes says what the log says", async () => {
  const logged: string[] = [];
  for (const [scanCode, event, key = secret] of mistakes) {
    const { log, lines } = createTestLog();
    const handlers = { scanCode } as MplusHandlers;
    const receiver = createReceiver<MplusHandlers>({
      subscriptions: { "shop-12": { secret } },
      handlers,
      log,
    });
    const body = JSON.stringify(scan(event));
    const headers = new Map([
      ["x-mplus-subscription-id", "shop-12"],
      ["x-mplus-signature", sign(body, key)],
      ["content-type", "application/json"],
    ]);
    const request = { method: "POST", event: "scanCode", header: (name: string) => headers.get(name) };
    await receiver.receive({ ...request, body: Buffer.from(body), waitUntil: () => undefined });
    await receiver.close();
    logged.push(...lines.map(([, , message]) => message));
  }
  expect(logged).toEqual(sentences);
});
