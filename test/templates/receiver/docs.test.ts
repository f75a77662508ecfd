import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { ScriptTarget, transpileModule } from "typescript";
import { expect, it } from "vitest";
import { createReceiver, type MplusHandlers, type MplusOptions } from "../../../generated/receiver/index.js";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { fencedBlocks } from "../../workbench/run.js";
import { type Change, createRequest, createTestLog } from "./fixture.js";
import { numbered, otherSecret, secret, signedHeaders } from "./fixture.js";

const readPage = (name: string) => readFileSync(join(packageRoot, "docs", name), "utf8");

/** The request's differences, and the secret that it is signed with. */
interface Circumstance extends Change {
  readonly key?: string;
}

/** Returns the log's lines. */
async function receive(
  options: Partial<MplusOptions>,
  body: string,
  { key = secret, headers, ...change }: Circumstance = {},
) {
  const { log, lines } = createTestLog();
  const all = { subscriptions: { "shop-12": { secret } }, handlers: {}, log, ...options };
  const receiver = createReceiver<MplusHandlers>(all);
  const signed = { ...signedHeaders(body, key), ...headers };
  const request = createRequest({ body, headers: signed, waitUntil: () => undefined, ...change });
  const answer = await receiver.receive(request);
  await receiver.close();
  return { answer, lines };
}

const page = readPage("mistakes.md");
/** Declarations used by handlers precede the first heading. */
const [, used = "", section = ""] = /^```ts\n(.*?)^```\n\n## .*^## In the log$(.*)/ms.exec(page) ?? [];

/** A paragraph of the section, optional code, and the log's sentence. */
const mistake = /^(.+:)\n\n(?:```ts\n(?:scanCode: )?([^`]*?),\n```\n\n)?`(.+)`$/gm;
const mistakes = [...section.matchAll(mistake)].map(([, heading = "", code, sentence]) => {
  return { heading, code, sentence };
});

function toHandler(code: string): unknown {
  const compilerOptions = { target: ScriptTarget.ES2022 };
  return runInThisContext(transpileModule(`{ ${used} (${code}) }`, { compilerOptions }).outputText);
}

/** The event that the POS sends, and how. */
const circumstances: readonly (readonly [heading: RegExp, event: object, how?: Circumstance])[] = [
  [/would poll forever/, { eventPolling: true }],
  [/another secret/, {}, { key: otherSecret }],
  [/the id is/, {}, { headers: { "x-mplus-subscription-id": "Shop-12" } }],
  [/a part too many/, {}, { event: "mplus/scanCode", path: "/mplus/mplus/scanCode" }],
  [/the content type/, {}, { headers: { "content-type": "text/plain" } }],
  [/does not wait for/, { eventBlocking: false }],
  [/in such an event/, { eventBlocking: false }],
];
const session = { session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" } };

it("docs/mistakes.md shows what the log says about each mistake", async () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(9);
  expect([...section.matchAll(/^```ts$/gm)]).toHaveLength(mistakes.filter(({ code }) => code).length);
  expect([...section.matchAll(/^`[^`].*$/gm)]).toHaveLength(mistakes.length);
  for (const [heading] of circumstances)
    expect(mistakes.filter((each) => heading.test(each.heading))).toHaveLength(1);
  const logged: string[] = [];
  let scanCode: unknown;
  for (const { heading, code } of mistakes) {
    // A mistake without code uses the handler of the one before.
    if (code !== undefined) scanCode = toHandler(code);
    const [, event, how] = circumstances.find(([words]) => words.test(heading)) ?? [];
    const { lines } = await receive(
      { handlers: { scanCode } as MplusHandlers },
      numbered(event, session),
      how,
    );
    logged.push(...lines.map(([, , message]) => message));
  }
  expect(logged).toEqual(mistakes.map(({ sentence }) => sentence));
});

it("docs/receiver.md shows what the log says about what arrived", async () => {
  const section = /^## Answers to a stranger$(.*?)^## /ms.exec(readPage("receiver.md"))?.[1] ?? "";
  const [shown = ""] = fencedBlocks(section, "text");
  const told: string[] = [];
  for (const how of [
    { headers: { "x-mplus-subscription-id": "Shop-12" } },
    { event: "scancode", path: "/mplus/scancode?shop=12" },
    { headers: { "content-type": secret } },
  ]) {
    const { lines } = await receive({}, numbered(), how);
    told.push(...lines.map(([level, , message]) => `${level.padEnd(10)} ${message}\n`));
  }
  expect(told.join("")).toBe(shown);
});

const surprises = /^## When a shop surprises you$.*/ms.exec(readPage("receiver.md"))?.[0] ?? "";
const [shown = ""] = fencedBlocks(surprises, "json");
const [handled = "", refused = ""] = fencedBlocks(surprises, "text");

it.each([
  ["an undocumented part is left out and reported", shown, handled, 1],
  ["a documented part is refused", shown.replace('"LOYAL-42"', "42"), refused, 0],
])("docs/receiver.md shows what happens if %s", async (_name, body, want, requests) => {
  const [told, seen]: [string[], unknown[]] = [[], []];
  const tell = (who: string, what: string): void => void told.push(`${who.padEnd(10)} ${what}\n`);
  const write = (level: string) => (_fields: unknown, message: string) => tell(level, message);
  const { answer } = await receive(
    {
      handlers: { scanCode: ({ request }) => void seen.push(request) },
      log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
      onUnknown: ({ path, message }) => tell("onUnknown", `${path}: ${message}`),
    },
    body,
  );
  if (answer.status !== 200) tell("answer", `${answer.status} ${answer.body}`);
  expect(told.join("")).toBe(want);
  const sent = JSON.parse(shown) as Record<string, object>;
  const sender = { branchNumber: 1, workplaceNumber: 2, mood: "good" };
  expect(seen).toEqual(requests === 1 ? [{ ...sent, sender }] : []);
});
