import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import Handlebars from "handlebars";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const templates = path.join(root, "templates");

/** What the presenter hands to the template of the receiver's index. */
const presented = {
  types: "../types/index.js",
  validators: "../validators/index.js",
  events: [
    ...['"startSession"', '"scanCode"', '"addSessionLine"', '"removeSessionLine"', '"completeSession"'],
    ...['"kitchenStartCourse"', '"backgroundPoll"', '"startExternalPayment"', '"pollExternalPayment"'],
    ...['"requestCancelExternalPayment"', '"cancelExternalPayment"'],
  ],
  ownObjects: [
    { event: "startSession", objects: [] },
    { event: "scanCode", objects: ['"scanCode"'] },
    { event: "addSessionLine", objects: ['"addSessionLine"'] },
    { event: "removeSessionLine", objects: ['"removeSessionLine"'] },
    { event: "completeSession", objects: [] },
    { event: "kitchenStartCourse", objects: ['"course"', '"table"'] },
    { event: "backgroundPoll", objects: [] },
    { event: "startExternalPayment", objects: ['"externalPayment"'] },
    { event: "pollExternalPayment", objects: ['"externalPayment"'] },
    { event: "requestCancelExternalPayment", objects: ['"externalPayment"'] },
    { event: "cancelExternalPayment", objects: ['"externalPayment"'] },
  ],
  pollingOptional: [
    ...['"backgroundPoll"', '"startExternalPayment"', '"pollExternalPayment"'],
    ...['"requestCancelExternalPayment"', '"cancelExternalPayment"'],
  ],
  fleetMin: '"48"',
  fleetMax: '"59.3.2"',
};

async function render(template: string, data: object): Promise<string> {
  return Handlebars.compile(await readFile(path.join(templates, template), "utf8"))(data);
}

describe("an index", () => {
  it.each([
    ["receiver/index.hbs", presented],
    ["receiver/index.hbs of an open fleet", { ...presented, fleetMin: undefined, fleetMax: undefined }],
    ["receiver/index.hbs of a fleet with a first release", { ...presented, fleetMax: undefined }],
    ["receiver/index.hbs of a fleet with a last release", { ...presented, fleetMin: undefined }],
    ["receiver/index.hbs where nothing polls", { ...presented, pollingOptional: [] }],
    ["express/index.hbs", {}],
  ])("is printed as prettier would: %s", async (name, data) => {
    const text = await render(name.split(" ", 1)[0] ?? "", data);
    expect(text).toBe(await format(text, { parser: "typescript", printWidth: 110 }));
  });
});

const types = `
export type WebhookEventName = keyof WebhookRequests & string;
interface Request { event: { eventPolling?: boolean }; sender: object; scanCode?: { scannedCode: string } }
interface Response { polling?: { finished: boolean }; message?: { text: string }[]; receiptFooter?: never }
export interface WebhookRequests { ${presented.ownObjects.map(({ event }) => `${event}: Request`).join("; ")} }
export interface WebhookResponses { ${presented.ownObjects.map(({ event }) => `${event}: Response`).join("; ")} }
export interface ErrorRequest { error: { code: string; message: string }; original: Record<string, unknown> }
`;

const validators = `
import type { ErrorRequest, WebhookEventName, WebhookRequests, WebhookResponses } from "../types/index.js";
import type { Result } from "./result.js";
export declare function validateRequest<E extends WebhookEventName>(event: E, body: unknown): Result<WebhookRequests[E]>;
export declare function validateResponse<E extends WebhookEventName>(event: E, body: unknown, options?: { version?: string }): Result<WebhookResponses[E]>;
export declare function validateErrorRequest(body: unknown): Result<ErrorRequest>;
`;

const app = `
import express from "express";
import { createMplusRouter, type MplusOptions } from "./mplus/express/index.js";
import { createReceiver, sign, verify, type RawRequest, type Receiver } from "./mplus/receiver/index.js";

export const options: MplusOptions = {
  subscriptions: async (id) => (id === "shop-12" ? { secret: process.env["SECRET"]!, version: "59.3" } : undefined),
  handlers: {
    scanCode: async ({ request, eventName, log }) => {
      log.info({ eventName }, request.scanCode?.scannedCode ?? "");
      return { message: [{ text: "Hello" }] };
    },
  },
};
const router = createMplusRouter({
  subscriptions: { "shop-12": { secret: ["a", "b"] } },
  handlers: {
    scanCode: () => undefined,
    // @ts-expect-error -- not for this event
    startSession: () => ({ receiptFooter: 1 }),
  },
  onError: async ({ error, original }) => console.log(error.code, original["event"]),
});
export const server = express().use("/mplus", router).use(router).use("/a", express.Router().use(router)).listen(0);
export const receiver: Receiver = createReceiver(options);
export const isGood = (request: RawRequest): boolean => verify(Buffer.from(sign(request.event, "a")), "", "a");
void router.close();
`;

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noPropertyAccessFromIndexSignature: true,
  target: "ES2022",
  lib: ["ES2022"],
  types: ["node"],
  noEmit: true,
};

const projects = {
  "an ES module": { ...strict, module: "NodeNext", verbatimModuleSyntax: true },
  "a bundled module": {
    ...strict,
    module: "ESNext",
    moduleResolution: "Bundler",
    verbatimModuleSyntax: true,
    skipLibCheck: true,
  },
  "a CommonJS module": { ...strict, module: "Node16", esModuleInterop: true },
};

describe("the emitted router, with hand-made types", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "mplus-emitted-"));
    await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    const files = {
      "mplus/types/index.ts": types,
      "mplus/validators/index.ts": validators,
      "mplus/validators/result.ts": await readFile(path.join(templates, "validators/result.ts"), "utf8"),
      "mplus/receiver/index.ts": await render("receiver/index.hbs", presented),
      "mplus/express/index.ts": await render("express/index.hbs", {}),
      "app.ts": app,
    };
    for (const target of ["receiver", "express"]) {
      await cp(path.join(templates, target), path.join(folder, "mplus", target), { recursive: true });
    }
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
  });

  afterAll(() => rm(folder, { recursive: true }));

  const compilers = ["typescript-5.9", "typescript", "typescript-7"];
  const cases = compilers.flatMap((compiler) =>
    Object.entries(projects).map((project) => [compiler, ...project] as const),
  );

  it.each(cases)("compiles with %s as %s", async (compiler, name, compilerOptions) => {
    const type = name.includes("CommonJS") ? "commonjs" : "module";
    await writeFile(path.join(folder, "package.json"), JSON.stringify({ type }));
    await writeFile(
      path.join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["app.ts"] }),
    );
    const tsc = path.join(root, "node_modules", compiler, "bin/tsc");
    const run = promisify(execFile)(process.execPath, [tsc, "-p", folder]);
    const { stdout } = await run.catch((error: unknown) => error as { stdout: string });
    expect(stdout).toBe("");
  });
});
