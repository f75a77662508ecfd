import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/cli/package-files.js";
import { withExtension, type ImportExtension } from "../../generator/print/source-file.js";
import { emit, filesOf, realSpec, type Range } from "./emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "./workshop.js";

/**
 * What a user's project may look like. Every project holds the output of all ranges side by side: a range costs
 * a compiler half a second, another run of it two. The projects differ in what an output can trip over: how its
 * imports end, what kind of module it becomes, and whether it is written out with declarations or only checked.
 */
interface Project {
  readonly name: string;
  readonly type: "module" | "commonjs";
  readonly extension: ImportExtension;
  readonly options: object;
  /** What one compiler wants otherwise. */
  readonly but?: Readonly<Partial<Record<Compiler, object>>>;
  /** Whether node can run what the compiler wrote. */
  readonly runs: boolean;
}

const compilers = ["typescript-5.9", "typescript", "typescript-7"] as const;
type Compiler = (typeof compilers)[number];

const ranges: readonly Range[] = ["..", "48..", "59.3.4..", "11.3..48"];

/** What design.md promises, and the rest that a careful user switches on. */
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  target: "ES2022",
  lib: ["ES2022"],
  types: ["node"],
  skipLibCheck: false,
  forceConsistentCasingInFileNames: true,
};
const written = { outDir: "out", rootDir: "src", declaration: true, noEmitOnError: true };
const esm = { verbatimModuleSyntax: true };
const bundled = { ...strict, ...esm, module: "ESNext", moduleResolution: "Bundler", noEmit: true };
const commonjs = { ...strict, ...written, esModuleInterop: true };

const projects: readonly Project[] = [
  {
    name: "an ES module for node",
    type: "module",
    extension: "js",
    options: { ...strict, ...written, ...esm, module: "NodeNext" },
    runs: true,
  },
  {
    name: "an ES module that imports .ts and is rewritten",
    type: "module",
    extension: "ts",
    options: { ...strict, ...written, ...esm, module: "NodeNext", rewriteRelativeImportExtensions: true },
    runs: true,
  },
  {
    name: "an ES module that imports .ts and is bundled",
    type: "module",
    extension: "ts",
    options: { ...bundled, allowImportingTsExtensions: true },
    runs: false,
  },
  {
    name: "an ES module without extensions that is bundled, libraries unchecked",
    type: "module",
    extension: "none",
    options: { ...bundled, skipLibCheck: true },
    runs: false,
  },
  {
    name: "a CommonJS module for node",
    type: "commonjs",
    extension: "js",
    options: { ...commonjs, module: "Node16" },
    runs: true,
  },
  {
    name: "a CommonJS module of the old kind",
    type: "commonjs",
    extension: "none",
    options: { ...commonjs, module: "CommonJS", moduleResolution: "node10" },
    but: {
      typescript: { ignoreDeprecations: "6.0" },
      // node10 is gone; this is what takes its place.
      "typescript-7": { moduleResolution: "Bundler" },
    },
    runs: true,
  },
];

/** Uses each target as a user would; what it prints shows that the compiled output works. */
const app = `
import express from "express";
import { createMplusRouter, type MplusOptions, type MplusRouter } from "./express/index.js";
import { createReceiver, sign, verify, type RawRequest, type Receiver } from "./receiver/index.js";
import type { ErrorRequest, ScanCodeRequest, WebhookEventName, WebhookRequests, WebhookResponses } from "./types/index.js";
import { requestSchemas, validateErrorRequest, validateRequest, validateResponse, type Problem, type Result } from "./validators/index.js";
import { scanCodeRequestSchema, validateScanCodeRequest } from "./validators/scanCode.js";

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

export const app = (): express.Express => express().use("/mplus", router);
export const receive = (request: RawRequest) => receiver.receive(request);
export const ask = <E extends WebhookEventName>(event: E, body: unknown): Result<WebhookRequests[E]> => validateRequest(event, body);
export const answer = (body: unknown): Result<WebhookResponses["scanCode"]> => validateResponse("scanCode", body, { version: "48" });
export const fault = (body: unknown): Result<ErrorRequest> => validateErrorRequest(body);
export const firstProblem = (body: unknown): Problem | ScanCodeRequest | undefined => {
  const result = validateScanCodeRequest(body);
  return result.ok ? result.value : result.problems[0];
};
export const vendors = [requestSchemas.scanCode, scanCodeRequestSchema].map((schema) => schema["~standard"].vendor);
export const works =
  firstProblem({ event: {} }) !== undefined &&
  answer({ scanCode: { recognized: true } }).ok &&
  verify(Buffer.from("test"), sign("test", secret), secret);
`;

/** A folder for each range. */
const folders = ranges.map((_, i) => `fleet${i}`);

const main = `${folders.map((folder, i) => `import { works as works${i} } from "./${folder}/app.js";`).join("\n")}
console.log([${folders.map((_, i) => `works${i}`).join(", ")}].join(" "));
`;

describe("the whole output", () => {
  const folder = makeProjectFolder();
  const folderOf = ({ name }: Project) => join(folder, name.replaceAll(/\W+/g, "-"));

  beforeAll(async () => {
    for (const project of projects) {
      const ending = (code: string) => withExtension(code, project.extension);
      const files = [...(await outputs(project.extension)), ["main.ts", ending(main)] as const];
      const apps = folders.map((name) => [`${name}/app.ts`, ending(app)] as const);
      writeFiles(join(folderOf(project), "src"), [...files, ...apps]);
      writeFiles(folderOf(project), [["package.json", JSON.stringify({ type: project.type })]]);
    }
  });
  afterAll(() => removeFolder(folder));

  const cases = projects.flatMap((project) =>
    compilers.map((compiler) => ({ project, compiler, name: project.name })),
  );
  it.each(cases)("compiles with $compiler as $name", async ({ project, compiler }) => {
    const compilerOptions = { ...project.options, ...project.but?.[compiler], outDir: `out/${compiler}` };
    const config = `tsconfig.${compiler}.json`;
    writeFiles(folderOf(project), [[config, JSON.stringify({ compilerOptions, include: ["src"] })]]);
    const tsc = join(packageRoot, "node_modules", compiler, "bin/tsc");
    expect(await run(folderOf(project), tsc, "--pretty", "false", "-p", config)).toBe("");
    if (!project.runs) return;
    expect(await run(folderOf(project), `out/${compiler}/main.js`)).toBe("true true true true\n");
  });
});

/** The express output, and all it needs, of every range, each in a folder of its own. */
async function outputs(importExtension: ImportExtension): Promise<(readonly [string, string])[]> {
  const spec = realSpec();
  const made = await Promise.all(ranges.map((range) => emit(spec, range, { importExtension })));
  return made.flatMap((generation, i) =>
    [...filesOf(generation)].map(([path, text]) => [`${folders[i] ?? ""}/${path}`, text] as const),
  );
}

/** What a script of node prints, wherever it prints it; of many lines the first. */
async function run(cwd: string, script: string, ...args: string[]): Promise<string> {
  const child = promisify(execFile)(process.execPath, [script, ...args], { cwd });
  const { stdout, stderr } = await child.catch((error: unknown) => error as Awaited<typeof child>);
  return (stdout + stderr).split("\n").slice(0, 20).join("\n");
}
