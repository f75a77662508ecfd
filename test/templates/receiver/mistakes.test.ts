import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { ScriptTarget, transpileModule } from "typescript";
import { expect, it } from "vitest";
import { createReceiver, sign, type MplusHandlers } from "../../../generated/receiver/index.js";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { createTestLog, otherSecret, secret } from "./fixture.js";

const page = readFileSync(join(packageRoot, "docs/mistakes.md"), "utf8");
/** Declarations used by handlers precede the first heading. */
const [, used = "", section = ""] = /^```ts\n(.*?)^```\n\n## .*^## In the log$(.*)/ms.exec(page) ?? [];

/** A paragraph of the section, optional code, and the log's sentence. */
const mistake = /^(.+:)\n\n(?:```ts\n(?:scanCode: )?([^`]*?),\n```\n\n)?`(.+)`$/gm;
const mistakes = [...section.matchAll(mistake)].map(([, heading = "", code, sentence]) => ({
  heading,
  code,
  sentence,
}));

function toHandler(code: string): unknown {
  const script = transpileModule(`{ ${used} (${code}) }`, {
    compilerOptions: { target: ScriptTarget.ES2022 },
  });
  return runInThisContext(script.outputText);
}

const scan = (event: object = {}) => ({
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-20T10:15:00.000+01:00", ...event },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  scanCode: { scannedCode: "8711111111111", codeType: "barcode" },
});
/** The event that the POS sends, and the secret that it signs with. */
const circumstances: readonly (readonly [heading: RegExp, event: object, key?: string])[] = [
  [/would poll forever/, { eventPolling: true }],
  [/another secret/, {}, otherSecret],
  [/does not wait for/, { eventBlocking: false }],
  [/in such an event/, { eventBlocking: false }],
];

it("the page of mistakes has a sentence below each sample of the log", () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(9);
  expect([...section.matchAll(/^```ts$/gm)]).toHaveLength(mistakes.filter(({ code }) => code).length);
  expect([...section.matchAll(/^`[^`].*$/gm)]).toHaveLength(mistakes.length);
  for (const [heading] of circumstances)
    expect(mistakes.filter((each) => heading.test(each.heading))).toHaveLength(1);
});

it("the page of mistakes says what the log says", async () => {
  const logged: string[] = [];
  let scanCode: unknown;
  for (const { heading, code } of mistakes) {
    // A mistake without code uses the handler of the one before.
    if (code !== undefined) scanCode = toHandler(code);
    const [, event, key = secret] = circumstances.find(([words]) => words.test(heading)) ?? [];
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
  expect(logged).toEqual(mistakes.map(({ sentence }) => sentence));
});
