import type { ImportExtension } from "../../../generator/base/text/source-file.js";
import { strict, type Compiler } from "../../workbench/compile.js";

/**
 * A kind of user project. Projects differ in what can break the output: import extensions, module format, and whether it is emitted with
 * declarations or only checked.
 */
export interface Project {
  readonly name: string;
  readonly type: "module" | "commonjs";
  readonly extension: ImportExtension;
  readonly options: object;
  /** Targets besides the router and the fixtures. */
  readonly also?: readonly string[];
  readonly but?: Readonly<Partial<Record<Compiler, object>>>;
  readonly isRunnable: boolean;
}

export const written = { rootDir: "src", declaration: true, noEmitOnError: true };
const esm = { verbatimModuleSyntax: true };
const bundled = { ...strict, ...esm, module: "ESNext", moduleResolution: "Bundler", noEmit: true };
const commonjs = { ...strict, ...written, esModuleInterop: true };

export const projects: readonly Project[] = [
  {
    name: "an ES module for node",
    type: "module",
    extension: "js",
    options: { ...strict, ...written, ...esm, module: "NodeNext" },
    isRunnable: true,
  },
  {
    name: "an ES module that imports .ts and is rewritten",
    type: "module",
    extension: "ts",
    options: { ...strict, ...written, ...esm, module: "NodeNext", rewriteRelativeImportExtensions: true },
    isRunnable: true,
  },
  {
    name: "an ES module that imports .ts and is bundled",
    type: "module",
    extension: "ts",
    options: { ...bundled, allowImportingTsExtensions: true },
    isRunnable: false,
  },
  {
    name: "an ES module that imports without extension and is bundled, libraries unchecked",
    type: "module",
    extension: "none",
    options: { ...bundled, skipLibCheck: true },
    isRunnable: false,
  },
  {
    name: "a CommonJS module for node",
    type: "commonjs",
    extension: "js",
    options: { ...commonjs, module: "Node16" },
    isRunnable: true,
  },
  {
    name: "a CommonJS module of the old kind",
    type: "commonjs",
    extension: "none",
    options: { ...commonjs, module: "CommonJS", moduleResolution: "node10" },
    // TypeScript 6 deprecates node10. TypeScript 7 removes it, so its replacement is used there.
    but: { typescript: { ignoreDeprecations: "6.0" }, "typescript-7": { moduleResolution: "Bundler" } },
    isRunnable: true,
  },
  {
    name: "a module in the settings that Next.js writes, which are not strict",
    type: "module",
    extension: "none",
    options: {
      ...{ strict: false, target: "ES2017", lib: ["dom", "dom.iterable", "esnext"], types: ["node"] },
      ...{ module: "esnext", moduleResolution: "bundler", skipLibCheck: true, isolatedModules: true },
      noEmit: true,
    },
    also: ["fetch", "fastify", "hono", "koa", "nest", "node", "lambda", "stores", "inbox", "zod"],
    isRunnable: false,
  },
];

/** Uses each target as a user would. Its output shows that the compiled code works. */
export const program = `
import express from "express";
import { createMplusRouter, type MplusOptions, type MplusRouter } from "./express/index.js";
import { createReceiver, sign, verify, type RawRequest, type RawResponse, type Receiver } from "./receiver/index.js";
import type {
  ErrorRequest, ScanCodeRequest, WebhookEventName, WebhookRequests, WebhookResponses,
} from "./types/index.js";
import {
  requestSchemas, validateErrorRequest, validateRequest, validateResponse, type Problem, type Result,
} from "./validators/index.js";
import { scanCodeRequestSchema, validateScanCodeRequest } from "./validators/index.js";

const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";
const options: MplusOptions = {
  subscriptions: async (id) => (id === "shop-12" ? { secret: process.env["MPLUS_SECRET"] ?? secret } : undefined),
  handlers: {
    scanCode: async ({ request, eventName, subscriptionId, version, signal, log }) => {
      log.info({ eventName, subscriptionId, version, late: signal.aborted }, request.scanCode.codeType);
      return { scanCode: { recognized: request.scanCode.scannedCode !== "", relationNumber: 12 } };
    },
    startSession: () => undefined,
  },
  onError: async ({ error, original }) => void console.log(error.code, original),
};
const router: MplusRouter = createMplusRouter(options);
const receiver: Receiver = createReceiver(options);

export const start = (): express.Express => express().use("/mplus", router);
export const receive = (request: RawRequest): Promise<RawResponse> => receiver.receive(request);
export const ask = <E extends WebhookEventName>(event: E, body: unknown): Result<WebhookRequests[E]> =>
  validateRequest(event, body);
export const answer = (body: unknown): Result<WebhookResponses["scanCode"]> =>
  validateResponse("scanCode", body, { unsupported: "reject" });
export const fault = (body: unknown): Result<ErrorRequest> => validateErrorRequest(body);
export const scan = (body: unknown): Problem | ScanCodeRequest | undefined => {
  const result = validateScanCodeRequest(body);
  return "problems" in result ? result.problems[0] : result.value;
};
const vendors = [requestSchemas.scanCode, scanCodeRequestSchema].map((schema) => schema["~standard"].vendor);

const event = { eventBlocking: true, eventPolling: false, eventCounter: 1, eventTimestamp: "2026-01-01T12:00:00Z" };
const asked = ask("scanCode", { event, sender: {} });
start();
console.log(vendors.join(), asked.ok, answer({ scanCode: { recognized: true } }).ok, verify(Buffer.from("test"), sign("test", secret), secret));
`;

export const printed = "mplus-codegen,mplus-codegen false true true\n";
