import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { fencedBlocks, withServer } from "../../cli/running.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { linkPackages } from "../../package/link-packages.js";
import { http, type Incoming } from "../../till/doctor/servers/serve.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { runNewman, type Asked, type Run } from "./newman.js";

export async function withReadmeServer(use: (baseUrl: string) => Promise<void>): Promise<void> {
  const [text = ""] = fencedBlocks(readFileSync(join(packageRoot, "README.md"), "utf8"), "ts");
  const port = await findFreePort();
  const home = mkdtempSync(join(tmpdir(), "mplus-collections-"));
  try {
    linkPackages(home);
    const output = collectFiles(await emit(realSpec(), "48..", { targets: ["express"] }));
    writeFiles(join(home, "generated"), output);
    writeFileSync(join(home, "package.json"), '{ "type": "module" }');
    writeFileSync(join(home, "server.ts"), text.replaceAll("3000", `${port}`));
    const command = [process.execPath, "node_modules/tsx/dist/cli.mjs", "server.ts"] as const;
    await withServer({ cwd: home, command, port, env: { MPLUS_SECRET: secret } }, () =>
      use(`http://localhost:${port}/mplus`),
    );
  } finally {
    removeFolder(home);
  }
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Signs a text. Default: the body. */
export const signed = (body: string | Buffer, text = body.toString()): Reply => ({
  headers: { "X-Mplus-Signature": signatureOf(text) },
  body,
});

/** Runs the collection in a folder at a server of its own, and lists what came there. */
export async function runAt(
  home: string,
  reply: (came: Incoming) => Reply,
  folder?: Asked["folder"],
): Promise<Run & { readonly came: readonly Incoming[] }> {
  const came: Incoming[] = [];
  const server = await http((incoming) => {
    came.push(incoming);
    const { status = 200, headers, body } = reply(incoming);
    return { status, headers: { "Content-Type": "application/json", ...headers }, body };
  })();
  try {
    return { came, ...(await runNewman({ home, folder, values: { baseUrl: `http://${server.host}` } })) };
  } finally {
    await server.close();
  }
}
