import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { compilers, strict } from "../../workbench/compile.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";

/** A monorepo: the generated code is a package, and another package exports values made with it. */
const program = `
import { createMplusRouter, defineHandler, defineHandlers, type MplusContext } from "mplus/express";
import { createMplusPlugin } from "mplus/fastify";
import { createMplusHandler } from "mplus/fetch";
import { richSessionLine, scanCodeRequest } from "mplus/fixtures";
import { createMplusApp } from "mplus/hono";
import { createInbox, startWorker } from "mplus/inbox";
import { createMplusMiddleware } from "mplus/koa";
import { createMplusLambda } from "mplus/lambda";
import { MplusModule, OnMplus } from "mplus/nest";
import { createMplusListener } from "mplus/node";
import {
  createHandleStored, createMemoryStore, createReceiver, createTrace, defineQueued, inferVersion, longPoll,
} from "mplus/receiver";
import { createPostgresStore, createRedisStore } from "mplus/stores";
import { fleet, requestSchemas, validateRequest, validateResponse, validators } from "mplus/validators";

export const handlers = defineHandlers({ scanCode: () => ({ scanCode: { recognized: true } }) });
export const handler = defineHandler("scanCode", ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }));
export const options = { subscriptions: { a: { secret: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=" } }, handlers };
export const express = createMplusRouter(options);
export const fastify = createMplusPlugin(options);
export const hono = createMplusApp(options);
export const koa = createMplusMiddleware({ basePath: "/m", ...options });
export const node = createMplusListener({ basePath: "/m", ...options });
export const web = createMplusHandler({ basePath: "/m", ...options });
export const lambda = createMplusLambda({ basePath: "/m", ...options });
export const receiver = createReceiver(options);
export const decorator = OnMplus("scanCode");
export const nest = MplusModule.register({ subscriptions: {}, handlers: class {} });
export const makers = { createMplusRouter, createReceiver, createMplusPlugin, defineHandlers };
export const queued = defineQueued({ completeSession: async () => {} });
export const inbox = createInbox({ database: "./inbox" });
export const worker = () => startWorker(inbox, { ...options, queued, inbox });
export const handleStored = createHandleStored({ ...options, queued });
export const trace = createTrace(() => {});
export const poll = () => longPoll(async () => 1, { every: 1, holdFor: 1, signal: new AbortController().signal });
export const memory = createMemoryStore();
export const postgres = createPostgresStore({ query: async () => ({ rows: [] }) });
export const redis = createRedisStore(async () => null);
export const request = scanCodeRequest();
export const line = richSessionLine();
export const makeRequest = scanCodeRequest;
export const check = (body: unknown) => validateRequest("scanCode", body);
export const checkAnswer = (body: unknown) => validateResponse("scanCode", body);
export const untyped = validators;
export const narrow = (body: unknown) => { const result = check(body); return result.ok ? result : undefined; };
export const parse = requestSchemas.scanCode["~standard"].validate;
export const version = (body: unknown) => inferVersion(body, "scanCode");
export const read = (context: MplusContext<"scanCode">) => ({ ...context, log: undefined });
export const ask = ({ ask }: MplusContext<"scanCode">) => ask;
export const health = () => inbox.health();
export const connect = () => inbox.connect();
export { fleet };
export const range = fleet;
`;

/** A package with one entry, from which another package imports everything. */
const entry = `export * from "./express/index.js";\n`;
const app = `
import { createMplusRouter, defineHandler, defineHandlers, defineQueued } from "entry";
export const handlers = defineHandlers({ scanCode: ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }) });
export const handler = defineHandler("scanCode", () => ({}));
export const queued = defineQueued({ completeSession: async ({ request }) => void request.session });
export const more = { ...handlers, scanCode: handler };
export const router = createMplusRouter({ subscriptions: {}, handlers: more, queued });
`;

const options = {
  ...strict,
  ...{ module: "NodeNext", verbatimModuleSyntax: true, experimentalDecorators: true, skipLibCheck: true },
  ...{ composite: true, declaration: true, rootDir: "src", outDir: "dist" },
};

const exportsOf = (name: string, path: string) => ({
  exports: { [name]: { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` } },
});

const isOfExpress = ([path]: readonly [path: string, text: string]) =>
  /^(?:express|receiver|types|validators)\//.test(path);

/** The packages of a monorepo. Another package can import only the index of each folder, or of one. */
const listPackages = (code: readonly (readonly [path: string, text: string])[]) => [
  { name: "mplus", sources: code, more: exportsOf("./*", "*/index") },
  {
    name: "entry",
    sources: [["index.ts", entry] as const, ...code.filter(isOfExpress)],
    more: exportsOf(".", "index"),
  },
  { name: "shop", sources: [["server.ts", program] as const], uses: "mplus" },
  { name: "app", sources: [["server.ts", app] as const], uses: "entry" },
];

const folder = makeProjectFolder();
afterAll(() => removeFolder(folder));

beforeAll(async () => {
  const code = [...(await madeFiles("48.."))].filter(([path]) => path.endsWith(".ts"));
  for (const compiler of compilers)
    for (const { name, sources, uses, more } of listPackages(code)) {
      const home = join(folder, compiler, name);
      const references = uses === undefined ? [] : [{ path: `../${uses}` }];
      writeFiles(join(home, "src"), sources);
      writeFiles(home, [
        ["package.json", JSON.stringify({ name, type: "module", ...more })],
        ["tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["src"], references })],
      ]);
      if (uses === undefined) continue;
      mkdirSync(join(home, "node_modules"));
      symlinkSync(join(folder, compiler, uses), join(home, "node_modules", uses));
    }
});

it.each(compilers.flatMap((compiler) => ["shop", "app"].map((name) => [name, compiler] as const)))(
  "the package %s, which uses the output, has declarations, with %s",
  async (name, compiler) => {
    const tsc = join(packageRoot, "node_modules", compiler, "bin/tsc");
    const args = [tsc, "--build", "--pretty", "false", join(folder, compiler, name)];
    const run = promisify(execFile)(process.execPath, args).catch((error: unknown) => error);
    expect(await run).toMatchObject({ stdout: "", stderr: "" });
  },
);
