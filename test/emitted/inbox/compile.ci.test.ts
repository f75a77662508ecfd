import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { compileIn } from "../../workbench/compile.js";
import { frameworkProjects } from "../frameworks/frameworks.js";

const program = `
import { createInbox, startWorker, type DurableInbox, type Health, type Worker, type WorkerOptions } from "./generated/inbox/index.js";
import { createMplusListener } from "./generated/node/index.js";
import { createPostgresStore, createRedisStore } from "./generated/stores/index.js";

interface Customer { readonly id: number; readonly name: string | null }

export const inbox: DurableInbox = createInbox({ database: "./inbox", attempts: 3 });
const options = {
  subscriptions: { "shop-12": { secret: "" } },
  handlers: { selectRelation: () => ({ message: [{ message: "Welcome back" }] }) },
  dedupe: { store: inbox.store },
  inbox,
};
const how: WorkerOptions = { concurrency: 4, pollInterval: undefined };
export const start = (): Promise<Worker> =>
  startWorker(inbox, {
    ...options,
    queued: {
      async scanCode({ request, attempt, signal, log, transaction }) {
        const code: string = request.scanCode.scannedCode;
        const found = await transaction?.query<Customer>("SELECT id, name FROM customers WHERE code = $1", [code]);
        const names: (string | null)[] = found?.rows.map(({ name }) => name) ?? [];
        log.info({ names, late: signal.aborted, again: attempt > 0 }, "found");
      },
      completeSession() {},
    },
  }, how);
export const listener = createMplusListener({ ...options, basePath: "/mplus", queued: { completeSession() {} } });
export const watch = async (): Promise<string | undefined> => {
  const health: Health = await inbox.health();
  return health.database === "up" && health.dead > 0 ? String(health.waiting) : undefined;
};
export const stores = [
  createPostgresStore({ query: (text, values) => Promise.resolve({ rows: [{ text, values }] }) }),
  createRedisStore((command) => Promise.resolve(command.length)),
];
`;

/** Handlers that answer although nobody waits, and the compiler's errors. */
const answering = [
  ["a value", "scanCode: () => ({ scanCode: { recognized: true } })"],
  ["a promise of one", "scanCode: async () => ({ message: [] })"],
  ["a method", "scanCode() { return {}; }"],
] as const;
const sentence = "A queued handler of scanCode must return nothing: it runs after the answer.";
const toMistake = (queued: string): string => `
import { createInbox, startWorker } from "./generated/inbox/index.js";
const inbox = createInbox({ database: "./inbox" });
export const worker = startWorker(inbox, { subscriptions: {}, handlers: {}, queued: { ${queued} }, inbox });
`;

const folder = makeProjectFolder();
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  files = collectFiles(await emit(realSpec(), "48..", { targets: ["node", "inbox"] }));
  writeFiles(folder, [
    ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
    ["src/program.ts", program],
    ...answering.map(([, queued], index) => [`src/mistake${index}.ts`, toMistake(queued)] as const),
    ...readExamples("inbox/README.md"),
  ]);
});
afterAll(() => removeFolder(folder));

/** Each in its own file. The others import the first by its name in the guide. */
const readExamples = (path: string): [path: string, code: string][] =>
  [...(files.get(path) ?? "").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""], index) => [
    index === 0 ? "src/inbox.ts" : `src/use-${index}.ts`,
    code,
  ]);

/** Its declarations have errors of their own, which a project that checks libraries reports. */
const faulty = "node_modules/pg-boss/";

describe.each(frameworkProjects)("an inbox in $name", ({ type, compiler, options }) => {
  const mistakes = answering.map((_, index) => `src/mistake${index}.ts`);
  let complaints: readonly string[];

  beforeAll(async () => {
    // The guide's examples use top-level await.
    const examples = type === "module" ? readExamples("inbox/README.md").map(([path]) => path) : [];
    const roots = ["src/program.ts", ...examples, ...mistakes];
    const project = { compiler, type, options: { ...options, noEmit: true }, roots };
    const said = [...(await compileIn(folder, project))].map(([path, text]) => `${path}: ${text}`);
    complaints = said.filter((complaint) => !complaint.includes(faulty));
  });

  it("compiles, with what a user writes around it, and the examples of its guide", () => {
    expect(readExamples("inbox/README.md").length).toBeGreaterThan(3);
    expect(complaints.filter((complaint) => !complaint.startsWith("src/mistake"))).toEqual([]);
  });

  it.each(mistakes)("says of a queued handler that answers that it must not: %s", (mistake) => {
    const own = complaints.filter((complaint) => complaint.startsWith(mistake));
    expect(own).toEqual([expect.stringContaining(sentence)]);
  });
});
