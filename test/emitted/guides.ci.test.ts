import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fencedBlocks, runProgram, withServer } from "../workbench/run.js";
import { answered } from "../conformance/answers.js";
import { post, scan } from "../conformance/requests.js";
import { secret } from "../conformance/signature.js";
import { createWireClient, readAnswer } from "../conformance/wire.js";
import { adapters } from "../workbench/adapters.js";
import { isFuzzing } from "../workbench/amount.js";
import { compileIn } from "../workbench/compile.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../workbench/folders.js";
import { madeFiles } from "../workbench/made-output.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { guideProjects } from "./compilers/projects.js";

/** The programs in the guides of the targets, unchanged: they compile as in a user's project, run, and answer an event. */
const folder = makeProjectFolder();
const ports = new Map<string, number>();
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  files = await madeFiles("48..");
  for (const name of adapters) ports.set(name, await findFreePort());
});
afterAll(() => removeFolder(folder));

const programsOf = (guide: string): string[] => fencedBlocks(files.get(`${guide}/README.md`) ?? "", "ts");

/** The other guides are for modules, because some use top-level await. Each has at least so many programs, which import the first by its name. */
const more = { receiver: 4, fixtures: 1, zod: 1, stores: 4, inbox: 4 };
const toName = (guide: string, index: number): string => (index === 0 ? guide : `${guide}-${index}`);

/** The adapters' programs are first. */
function listPrograms(): (readonly [name: string, code: string])[] {
  const ofAdapters = adapters.map((name) => {
    const [code = ""] = programsOf(name);
    return [name, code.replaceAll("3000", `${ports.get(name)}`)] as const;
  });
  const others = Object.keys(more).flatMap((guide) =>
    programsOf(guide).map((code, index) => [toName(guide, index), code] as const),
  );
  return [...ofAdapters, ...others];
}

/** Guides that use libraries whose own declarations have errors, in a project without DOM types. */
const isOfFaultyLibrary = (name: string): boolean => /^(?:hono|koa|stores|inbox)/.test(name);

const event = post({ body: scan({ scanCode: { scannedCode: "LOYAL-0042", codeType: "barcode" } }) });
const want = answered({ scanCode: { recognized: true, relationNumber: 12 } });

const called = {
  fetch: `import server from "./out/fetch.js";
    const response = await server.fetch(
      new Request("http://shop.example/mplus/scanCode", { method: "POST", body, headers }));
    print(response.status, await response.text(), [...response.headers]);`,
  lambda: `import { handler } from "./out/lambda.js";
    const answer = await handler({
      version: "2.0", rawPath: "/mplus/scanCode", requestContext: { http: { method: "POST" } }, headers,
      body: Buffer.from(body).toString("base64"), isBase64Encoded: true });
    print(answer.statusCode, answer.body, Object.entries(answer.headers));`,
};

const zodProgram = `import { answerScan } from "./out/zod.js";
  let refusal = "";
  try { answerScan("{}"); } catch (error) { refusal = error.message; }
  print(answerScan(body), refusal.includes("expected object"));`;

describe.each(guideProjects)("the guides in $name, compiled by $compiler", (project) => {
  const { name, type, compiler, options } = project;
  const home = join(folder, `${name} ${compiler}`.replaceAll(/\W+/g, "-"));
  const isModule = type === "module";

  beforeAll(() =>
    writeFiles(home, [
      ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
      ...listPrograms().map(([name, code]) => [`src/${name}.ts`, code] as const),
    ]),
  );

  it.each([
    ["libraries checked", false],
    ["libraries unchecked, where they have errors of their own", true],
  ])("compile, %s", async (_name, skipLibCheck) => {
    for (const [guide, atLeast] of Object.entries(more))
      expect(programsOf(guide).length, guide).toBeGreaterThanOrEqual(atLeast);
    const programs = listPrograms().slice(0, isModule ? undefined : adapters.length);
    const names = [...programs.map(([name]) => name), "generated/stores/index", "generated/inbox/index"];
    const roots = names
      .filter((name) => isOfFaultyLibrary(name.replace("generated/", "")) === skipLibCheck)
      .map((name) => `src/${name}.ts`);
    const compilation = { compiler, type, options: { ...options, skipLibCheck, outDir: "out" }, roots };
    expect(await compileIn(home, compilation)).toEqual(new Map());
  });

  if (compiler !== "typescript-7") return;

  const listening = adapters
    .filter((name) => !(name in called))
    // The other module format changes how a framework is imported: one case for each way.
    .filter((name) => isFuzzing || isModule || name === "express" || name === "nest");
  it.each(listening)("run the example of %s: it answers an event, and stops when told to", async (name) => {
    const port = ports.get(name) ?? 0;
    const command = [process.execPath, `out/${name}.js`] as const;
    await withServer(
      { cwd: home, command, port, env: { MPLUS_SECRET: secret } },
      async ({ child, ended }) => {
        const client = createWireClient(port);
        expect(await client.send(event)).toEqual(want);
        child.kill("SIGTERM");
        const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
        expect(code ?? signal).toBe(name === "nest" ? "SIGTERM" : 0);
        client.close();
        expect((await ended).stderr).not.toMatch(/error/i);
      },
    );
  });

  if (!isModule) return;
  it.each(Object.entries(called))("run the example of %s", async (_name, script) => {
    const [status, body, headers] = (await callExample(home, script)) as [number, string, [string, string][]];
    expect(readAnswer(status, headers, Buffer.from(body))).toEqual(want);
  });

  it("run the program of zod, which answers", async () => {
    const [answer, isRefused] = await callExample(home, zodProgram);
    expect([JSON.parse(String(answer)), isRefused]).toEqual([{ scanCode: { recognized: true } }, true]);
  });

  it("run the test of fixtures, which passes", async () => {
    const { stdout } = await runProgram(home, [process.execPath, "--test", "out/fixtures.js"]);
    expect(stdout).toMatch(/pass 3\n/);
    expect(stdout).toMatch(/fail 0\n/);
  });
});

async function callExample(home: string, script: string): Promise<unknown[]> {
  const given = `const body = ${JSON.stringify(Buffer.from(event.body).toString())};
    const headers = ${JSON.stringify(Object.fromEntries(event.headers))};
    const print = (...answer) => console.log(JSON.stringify(answer));`;
  writeFiles(home, [["call.mjs", `${given}\n${script}`]]);
  const { stdout } = await runProgram(home, [process.execPath, "call.mjs"], { MPLUS_SECRET: secret });
  return JSON.parse(stdout) as unknown[];
}
