import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { fencedBlocks, runProgram, withServer, type Command } from "../../workbench/run.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { answered, refusal, withoutBody } from "../../conformance/answers.js";
import { post, scan, signedWith } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import type { WireAnswer, WireRequest } from "../../conformance/wire-message.js";
import { createWireClient } from "../../conformance/wire.js";
import { collectFiles, emit, realSpec, type EmitOptions } from "../../workbench/emit.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { findNewNode } from "../../workbench/new-node.js";
import { noTools, toolPath, withReason } from "../../workbench/tools.js";

const readme = readFileSync(join(packageRoot, "templates/copied/fetch/README.md"), "utf8");
const [server = ""] = fencedBlocks(readme, "ts");

interface Way {
  readonly name: string;
  readonly options: EmitOptions;
  readonly edit?: (server: string) => string;
  readonly check?: Command;
  readonly start: (folder: string, port: number) => Command;
}

const platform = `${process.platform}-${process.arch}`;
const deno = (...args: string[]): Command => [toolPath(`@deno/${platform}-glibc/deno`), ...args];
const bun: Command = [toolPath(`@oven/bun-${platform}/bin/bun`), "server.ts"];

const withEndings = (text: string) => text.replaceAll("/index.js", "/index.ts");
const serveByDeno = (_folder: string, port: number) =>
  deno("serve", "--quiet", "--host", "127.0.0.1", "--port", `${port}`, "--allow-env", "server.ts");
const host = join(import.meta.dirname, "worker-host.mjs");
const miniflare = toolPath("miniflare/dist/src/index.js");
/** Miniflare needs Node 22. */
const serveByWorkers =
  (...flags: string[]) =>
  (folder: string): Command => [findNewNode(), host, miniflare, join(folder, "worker.js"), ...flags];

const ways: readonly Way[] = [
  ...(["node", "web"] as const).map((crypto): Way => ({
    name: `Deno, which checks it first, --crypto ${crypto}`,
    options: { crypto, importExtension: "ts" },
    edit: withEndings,
    check: deno("check", "--quiet", "server.ts"),
    start: serveByDeno,
  })),
  ...(["node", "web"] as const).map((crypto): Way => ({
    name: `Bun, --crypto ${crypto}`,
    options: { crypto },
    start: () => bun,
  })),
  { name: "Workers with nodejs_compat", options: {}, start: serveByWorkers("nodejs_compat") },
  {
    name: "Workers without anything of Node's",
    options: { crypto: "web" },
    edit: (text) => `${bindings}\n${text.replace('process.env["MPLUS_SECRET"]', "env.MPLUS_SECRET")}`,
    start: serveByWorkers(),
  },
];
const [, bindings = ""] = fencedBlocks(readme, "ts");

const good = post({ body: scan({ scanCode: { scannedCode: "LOYAL-0042", codeType: "barcode" } }) });
const recognized = answered({ scanCode: { recognized: true, relationNumber: 12 } });
const exchanges: readonly (readonly [WireRequest, WireAnswer])[] = [
  [good, recognized],
  [{ ...good, framing: "chunked" }, recognized],
  [post(signedWith("EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=")), refusal.wrongSignature],
  [post({ body: Buffer.from('{"event":"é"}', "latin1") }), refusal.notJson],
  [post({ body: "x".repeat(1024 * 1024 + 1) }), refusal.tooLarge],
  [post({ method: "GET", body: "" }), refusal.method],
  [post({ method: "HEAD", body: "" }), withoutBody(refusal.method)],
  [post({ event: "nothing" }), refusal.unknownEvent],
];

/** Some runtimes repeat or omit the header that ends a connection. */
const comparable = ({ headers, ...answer }: WireAnswer) => ({
  ...answer,
  headers: { ...headers, connection: undefined },
});

describe.skipIf(noTools !== undefined)(withReason("the README's server of web requests"), () => {
  it.each(ways)("runs on $name", async ({ options, edit = String, check, start }) => {
    // Not below node_modules, where Deno does not read TypeScript.
    const folder = mkdtempSync(join(tmpdir(), "mplus-web-"));
    try {
      const output = await emit(realSpec(), "48..", { targets: ["fetch"], ...options });
      writeFiles(folder, [
        ...[...collectFiles(output)].map(([path, text]) => [`generated/${path}`, text] as const),
        ["server.ts", edit(server)],
      ]);
      await bundleWorker(folder);
      if (check) expect(await runProgram(folder, check)).toMatchObject({ code: 0, stdout: "", stderr: "" });
      const port = await findFreePort();
      const secrets = { MPLUS_SECRET: secret };
      const env = { ...secrets, BINDINGS: JSON.stringify(secrets) };
      await withServer({ cwd: folder, command: start(folder, port), port, env }, async () => {
        const client = createWireClient(port, 1, false);
        for (const [request, answer] of exchanges)
          expect(comparable(await client.send(request))).toEqual(comparable(answer));
      });
    } finally {
      removeFolder(folder);
    }
  });
});

async function bundleWorker(folder: string): Promise<void> {
  await build({
    entryPoints: [join(folder, "server.ts")],
    outfile: join(folder, "worker.js"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    logLevel: "error",
    external: ["node:*", "cloudflare:*"],
  });
}
