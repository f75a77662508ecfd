import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { fencedBlocks, withServer } from "../../cli/running.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { linkPackages } from "../../package/link-packages.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";

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

export interface Came {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
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

export async function withReplies(
  reply: (came: Came) => Reply,
  use: (baseUrl: string, came: readonly Came[]) => Promise<void>,
): Promise<void> {
  const came: Came[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request
      .on("data", (piece: Buffer) => pieces.push(piece))
      .on("end", () => {
        const one = { path: request.url, headers: request.headers, body: Buffer.concat(pieces).toString() };
        came.push(one);
        const { status = 200, headers, body } = reply(one);
        response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body);
      });
  });
  server.keepAliveTimeout = 0;
  server.listen(0);
  await once(server, "listening");
  try {
    await use(`http://localhost:${(server.address() as AddressInfo).port}`, came);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
