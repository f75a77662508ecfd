import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sign } from "../../../templates/receiver/signature.js";
import { loadRealModel, loadRealView } from "../../real-spec.js";
import { findAll, parseMarkdown, rowsOf } from "./markdown-tree.js";
import { pageAt, pagesOf } from "./pages.js";

const run = promisify(execFile);
const model = loadRealModel();
const page = parseMarkdown(pageAt(await pagesOf(loadRealView({}, model), model), "subscribe.md"));
const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

const sampleIn = (language: string): string =>
  findAll(page, "code").find(({ lang }) => lang === language)?.value ?? "";

describe("the page on subscribing", () => {
  it("has signatures that are right, but for the one that it calls wrong", () => {
    const table = findAll(page, "table").find((candidate) => rowsOf(candidate)[0]?.[0] === secret);
    const signatures = table ? rowsOf(table).map(([, , signature]) => signature) : [];
    expect(signatures).toEqual([
      sign("test", secret),
      sign("", secret),
      sign('{"text":"Crème brûlée €"}', secret),
      `${sign("test", Buffer.from(secret).toString("base64"))} is wrong`,
    ]);
  });

  it("has a receiver that compiles under strict", () => {
    expect(typeErrorsOf(sampleIn("ts"))).toEqual([]);
  });
});

describe("the receiver on the page", () => {
  let folder: string;
  let port: number;
  let server: ChildProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mplus-docs-"));
    port = await freePort();
    const file = join(folder, "receiver.mjs");
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    await writeFile(file, ts.transpileModule(sampleIn("ts"), { compilerOptions: options }).outputText);
    const env = { ...process.env, MPLUS_SECRET: secret, PORT: `${port}` };
    server = spawn(process.execPath, [file], { env, stdio: "inherit" });
    await listening(port);
  });

  afterAll(async () => {
    if (server.exitCode === null && server.kill()) await once(server, "exit");
    await rm(folder, { recursive: true });
  });

  it("takes the request that the page signs with openssl, and signs its answer", async () => {
    const script = sampleIn("sh").replace("localhost:3000", `localhost:${port}`);
    const { stdout } = await run("sh", ["-c", script]);
    expect(stdout).toContain("200 OK");
    expect(stdout.toLowerCase()).toContain(`x-mplus-signature: ${sign("{}", secret)}`.toLowerCase());
    expect(stdout.endsWith("{}")).toBe(true);
  });

  it.each([
    ["another body's signature", sign("{ }", secret)],
    ["no signature", undefined],
    ["nonsense", "%"],
  ])("refuses %s", async (_, signature) => {
    const headers = signature === undefined ? {} : { "X-Mplus-Signature": signature };
    const answer = await fetch(`http://localhost:${port}/startSession`, {
      method: "POST",
      body: "{}",
      headers,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "INVALID_SIGNATURE" } });
  });
});

function typeErrorsOf(code: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const file = join(import.meta.dirname, "receiver-sample.ts");
  const program = ts.createProgram([file], options, {
    ...host,
    readFile: (path) => (path === file ? code : host.readFile(path)),
    fileExists: (path) => path === file || host.fileExists(path),
    getSourceFile: (path, version) =>
      path === file ? ts.createSourceFile(path, code, version) : host.getSourceFile(path, version),
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://localhost:${port}/`).catch(() => undefined);
    if (answer) return;
    await sleep(50);
  }
  throw new Error("the receiver does not listen");
}
