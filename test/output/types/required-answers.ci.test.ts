import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileIn } from "../compilers/compiler.js";
import type { Compiler } from "../compilers/projects.js";
import { esModules } from "../frameworks/frameworks.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

/** `ping` may be answered with `{}`, `ask` may not. */
const spec = createSmallSpec({
  files: {
    "events/ask.json": {
      description: "A question.",
      carries: { ping: { required: true } },
      answers: { verdict: { required: true } },
    },
    "responses/verdict.json": object("Verdict", { allowed: { type: "boolean" } }, ["allowed"]),
  },
});

const refused: readonly string[] = [
  "create({ subscriptions, handlers: {}, queued: { async ask() {} } });",
  "create({ subscriptions, handlers: {}, queued: defineQueued({ async ask() {} }) });",
  "create({ subscriptions, handlers: {}, queued: { ask: () => undefined, ping() {} } });",
  "create({ subscriptions, handlers: { ping: () => ({}) }, queued: { async ask() {} } });",
  "create({ subscriptions, handlers: { ask: undefined }, queued: { async ask() {} } });",
  "create({ subscriptions, handlers: new Pings(), queued: new Later() });",
  "const options = { subscriptions, handlers: {}, queued: defineQueued({ async ask() {} }) }; create(options);",
  "createHandleStored({ subscriptions, handlers: {}, queued: { async ask() {} } });",
  "router({ subscriptions, handlers: {}, queued: { async ask() {} } });",
  "startWorker(inbox, { subscriptions, handlers: {}, queued: { async ask() {} } });",
];

const accepted: readonly string[] = [
  "create({ subscriptions, handlers: {} });",
  "create({ subscriptions, handlers: {}, queued: { async ping() {} } });",
  "create({ subscriptions, handlers: {}, queued: { ask: undefined, async ping() {} } });",
  "create({ subscriptions, handlers: { ask: () => ({ verdict: { allowed: true } }) }, queued: { async ask() {} } });",
  "const queued = defineQueued({ async ask({ request }) { rows.push(request.ping); } }); create({ subscriptions, handlers, queued });",
  "create({ subscriptions, handlers: new Shop(), queued: new Later() });",
  "create({ subscriptions, handlers: loose, queued: { async ask() {} } });",
  "create({ subscriptions, handlers: {}, queued: looselyQueued });",
  "const options: MplusOptions = { subscriptions, handlers: {}, queued: { ping() {} } }; create(options); router(options);",
  "startWorker(inbox, { subscriptions, handlers, queued: { async ask() {} } });",
];

const preamble = `
import { createHandleStored, createReceiver as create, defineHandlers, defineQueued } from "./generated/receiver/index.js";
import type { MplusHandlers, MplusOptions, MplusQueuedHandlers } from "./generated/receiver/index.js";
import { createMplusRouter as router } from "./generated/express/index.js";
import { startWorker, type DurableInbox } from "./generated/inbox/index.js";
export const subscriptions = {};
export declare const inbox: DurableInbox;
export declare const rows: unknown[];
export declare const loose: MplusHandlers;
export declare const looselyQueued: MplusQueuedHandlers;
export const handlers = defineHandlers({ ask: () => ({ verdict: { allowed: true } }) });
export class Pings { ping() { return {}; } }
export class Shop { ask() { return { verdict: { allowed: true } }; } }
export class Later { async ask() {} }
export type Used = MplusOptions; export const used = [create, createHandleStored, defineQueued, router, startWorker];
`;

const sentence = "ask must be answered: it cannot be in queued without a handler in handlers.";
const compilers: readonly Compiler[] = ["typescript-5.9", "typescript", "typescript-7"];

describe.each(compilers)("an event that must be answered, to %s", (compiler) => {
  const home = makeProjectFolder();
  let complaints: readonly string[];
  const findComplaints = (file: string): string =>
    complaints.filter((line) => line.startsWith(`src/${file}.ts(`)).join("\n");

  beforeAll(async () => {
    const generated = collectFiles(await emit(spec, "..", { targets: ["express", "inbox"] }));
    const sources = [
      ...refused.map((code, index) => [`src/refused${index}.ts`, preamble + code] as const),
      ...accepted.map((code, index) => [`src/accepted${index}.ts`, preamble + code] as const),
    ];
    writeFiles(home, [
      ["package.json", '{"type":"module"}'],
      ...[...generated].map(([path, content]) => [`src/generated/${path}`, content] as const),
      ...sources,
    ]);
    const options = { ...esModules.options, noEmit: true, skipLibCheck: true };
    const said = await compileIn(home, { compiler, options, files: sources.map(([path]) => path) });
    complaints = said.trim().split(/\n(?=\S)/);
  });
  afterAll(() => removeFolder(home));

  it.each(refused.map((code, index) => [code, index] as const))("is not only queued: %s", (_code, index) => {
    expect(findComplaints(`refused${index}`)).toContain(sentence);
  });

  it.each(accepted.map((code, index) => [code, index] as const))("is no matter in %s", (_code, index) => {
    expect(findComplaints(`accepted${index}`)).toBe("");
  });

  it("has nothing to say of what is generated", () => {
    expect(complaints.filter((line) => line.startsWith("src/generated"))).toEqual([]);
  });
});
