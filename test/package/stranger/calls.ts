import { readFileSync, readdirSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as nodeTarget from "../../../generated/node/index.js";
import { groupBy } from "../../../generator/contract/read/values.js";
import { withServer, type Command } from "../../workbench/run.js";
import { newestRelease } from "../../till/desk.js";
import { loadExample } from "../../till/proof/example-folder.js";
import { importFrom, makeRunFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { listFiles, readBlocks } from "../guide.js";
import { copyPrepared, isSkipped, reason, removeCopy } from "./installed.js";
import { listCalls, listPrintedCalls, type PrintedCall } from "./printed-calls.js";
import { readCommands } from "./project.js";
import { runCall, type Desk } from "./run-call.js";

const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/**
 * Runs every call of these pages, or of all, in a project with the package installed. The folder has the package
 * manager's name.
 */
export function testCalls(name: string, execute: string, pages?: readonly string[]): void {
  const tried = listPrintedCalls().filter(({ page }) => pages?.includes(page) ?? true);
  describe.skipIf(isSkipped)(
    `where ${name} installed the package${reason}, each call works that is printed in`,
    () => {
      let desk: Desk;
      let folder: string;
      let openShop: OpenShop;
      beforeAll(async () => {
        const project = copyPrepared(name);
        desk = { ...project, execute, shop: await findFreePort(), port: await findFreePort() };
        folder = makeRunFolder();
        openShop = await loadShop(folder);
      });
      afterAll(() => {
        removeCopy(desk);
        removeFolder(folder);
      });

      const callAll = async (at: Desk, calls: readonly PrintedCall[]): Promise<void> => {
        const wrong: string[] = [];
        for (const each of calls) {
          const result = await runCall(at, each);
          if (!/^(?:ok$|not run: )/.test(result)) wrong.push(`${each.call}\n${result}`);
        }
        expect(wrong).toEqual([]);
      };

      it("the README of the project that init made of it", async () => {
        const read = (path: string): string => readFileSync(join(desk.cwd, path), "utf8");
        const [, own] = /^MPLUS_SECRET=(.*)$/m.exec(read(".env")) ?? [];
        const at = { ...desk, env: { ...desk.env, MPLUS_SECRET: own } };
        const command = readCommands(desk).dev.split(" ") as unknown as Command;
        const calls = listCalls(`README of ${name}'s project`, read("README.md"));
        await withServer({ ...desk, command, port: desk.shop }, () => callAll(at, calls));
      });

      it.each([...groupBy(tried, ({ page }) => page)])("%s", async (page, calls) => {
        emptyProject(desk, page);
        const at = {
          ...desk,
          // The package manager adds half a second to each call, so only the README's calls use it.
          execute: page === "README.md" ? execute : "",
          env: { ...desk.env, MPLUS_SECRET: secret },
        };
        await withShop(desk.shop, openShop(), () => callAll(at, calls));
      });
    },
  );
}

/** Empties a project except for package manager files and the page's own files. */
function emptyProject({ cwd, port }: Desk, page: string): void {
  const kept = ["node_modules", "package-lock.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  const manifest = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as object;
  for (const name of readdirSync(cwd).filter((each) => !kept.includes(each))) removeFolder(join(cwd, name));
  const files = listFiles(readBlocks(page)).map(
    ([path, text]) => [path, text.replaceAll("3000", `${port}`)] as const,
  );
  // The documented programs are ES modules.
  writeFiles(cwd, [["package.json", JSON.stringify({ ...manifest, type: "module" })], ...files]);
}

type OpenShop = () => RequestListener;

/**
 * Loads a shop that answers every scenario and stores nothing. It runs the newest release, as the till does by
 * default. Its modules are in a `makeRunFolder` folder.
 */
async function loadShop(folder: string): Promise<OpenShop> {
  const { createShop } = await loadExample(folder);
  const { createMplusListener } = await importFrom<typeof nodeTarget>(folder, "generated/node/index.js");
  const subscriptions = { "shop-12": { secret, version: newestRelease } };
  // The doctor sends requests that are rejected.
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  return () => createMplusListener({ ...createShop(), subscriptions, log });
}

/** Runs a callback while the shop listens. Some pages mount the endpoint at the root. */
async function withShop(port: number, listener: RequestListener, use: () => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    request.url = request.url?.replace(/^\/mplus(?=\/)/, "") ?? "";
    listener(request, response);
  });
  await new Promise<void>((ready) => server.listen(port, ready));
  try {
    await use();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
