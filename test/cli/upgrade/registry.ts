import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";

/** A registry on this machine that has one version of one package. */
export interface Registry extends AsyncDisposable {
  readonly url: string;
  /** What it was asked for. */
  readonly asked: readonly string[];
}

/** Starts one. Without a tarball it takes every request and never answers. */
export async function startRegistry(tarball: string | undefined, version: string): Promise<Registry> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    if (tarball === undefined) return;
    if (path === `/${basename(tarball)}`) {
      response.end(readFileSync(tarball));
      return;
    }
    if (path !== "/mplus-codegen") {
      response.writeHead(404).end("{}");
      return;
    }
    const dist = { tarball: `${url()}/${basename(tarball)}` };
    const versions = { [version]: { name: "mplus-codegen", version, dist } };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name: "mplus-codegen", "dist-tags": { latest: version }, versions }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url(),
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
