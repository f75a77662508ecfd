import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram, withServer } from "../../cli/running.js";
import { answered } from "../../conformance/answers.js";
import { post, scan } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { createWireClient, readAnswer } from "../../conformance/wire.js";
import { adapters } from "../../workbench/adapters.js";
import { isFuzzing } from "../../workbench/amount.js";
import { compileIn, type Complaints } from "../../workbench/compile.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { madeFiles } from "../../workbench/made-output.js";
import { faultyLibraries, frameworkProjects, type FrameworkProject } from "./frameworks.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";

/** The READMEs' examples, unchanged: they compile as in a user's project, run, and answer an event. */
const folder = makeProjectFolder();
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  files = await madeFiles("48..");
});
afterAll(() => removeFolder(folder));

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

const checked = adapters.filter((name) => !faultyLibraries.includes(name));

describe.each(frameworkProjects.map((project) => [project.name, project] as const))("%s", (_, project) => {
  const home = join(folder, project.name.replaceAll(/\W+/g, "-"));
  const ports = new Map<string, number>();

  beforeAll(async () => {
    for (const name of adapters) ports.set(name, await findFreePort());
    writeFiles(home, [
      ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
      ...adapters.map((name) => [`src/${name}.ts`, exampleOf(name, ports.get(name))] as const),
    ]);
  });

  it(`compiles the examples of ${checked.join(", ")} and all of the output`, async () => {
    expect(await compile(home, project, checked, false)).toEqual(new Map());
  });

  it(`compiles those of ${faultyLibraries.join(", ")}, libraries unchecked: they have errors of their own`, async () => {
    expect(await compile(home, project, faultyLibraries, true)).toEqual(new Map());
  });

  if (project.compiler !== "typescript-7") return;

  const listening = adapters
    .filter((name) => !(name in called))
    // The other module format changes how a framework is imported: one case for each way.
    .filter((name) => isFuzzing || project.type === "module" || name === "express" || name === "nest");
  it.each(listening)("runs the example of %s: it answers an event, and stops when told to", async (name) => {
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

  if (project.type !== "module") return;
  it.each(Object.entries(called))("runs the example of %s", async (_name, script) => {
    expect(await callExample(home, script)).toEqual(want);
  });
});

function exampleOf(name: string, port = 0): string {
  const example = /^```ts\n(.*?)^```$/ms.exec(files.get(`${name}/README.md`) ?? "")?.[1];
  if (example === undefined) throw new Error(`the README of ${name} has no example`);
  return example.replaceAll("3000", String(port));
}

const compile = (
  home: string,
  { compiler, type, options }: FrameworkProject,
  names: readonly string[],
  skipLibCheck: boolean,
): Promise<Complaints> =>
  compileIn(home, {
    compiler,
    type,
    options: { ...options, skipLibCheck, outDir: "out" },
    roots: names.map((name) => `src/${name}.ts`),
  });

async function callExample(home: string, script: string): Promise<object> {
  const given = `const body = ${JSON.stringify(Buffer.from(event.body).toString())};
    const headers = ${JSON.stringify(Object.fromEntries(event.headers))};
    const print = (...answer) => console.log(JSON.stringify(answer));`;
  writeFiles(home, [["call.mjs", `${given}\n${script}`]]);
  const { stdout } = await runProgram(home, [process.execPath, "call.mjs"], { MPLUS_SECRET: secret });
  const [status, body, headers] = JSON.parse(stdout) as [number, string, [string, string][]];
  return readAnswer(status, headers, Buffer.from(body));
}
