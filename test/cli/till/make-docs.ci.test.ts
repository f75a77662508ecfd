import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDocsMaker } from "../../../generator/cli/commands/till/make-docs.js";
import { openPage } from "../../../generator/till/page/page-server.js";
import { readTillPage } from "../../../generator/contract/package/package-files.js";
import { ownContract } from "../../till/own-spec.js";
import { reader } from "../../till/scenario/reader.js";
import { secret } from "../../till/scenario/shop.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";

async function withPage(use: (url: string) => Promise<void>): Promise<void> {
  const page = await openPage({
    contract: ownContract(),
    reader: reader(),
    till: { url: "http://127.0.0.1:9/mplus", subscription: "shop-12", secret },
    secretEnv: "MPLUS_SECRET",
    resend: () => Promise.reject(new Error("Nothing is sent again here.")),
    port: 0,
    files: readTillPage(),
    makeDocs: createDocsMaker(new AbortController().signal),
  });
  await use(page.url).finally(page.close);
}

const getText = async (url: string) => {
  const reply = await fetch(url);
  return { status: reply.status, text: await reply.text() };
};

const folder = makeRunFolder();
const listLeft = () => readdirSync(folder).filter((name) => name.startsWith("mplus-docs-"));
const node = process.execPath;
beforeEach(() => void vi.stubEnv("TMPDIR", folder));
afterEach(() => {
  process.execPath = node;
  vi.unstubAllEnvs();
  expect(listLeft()).toEqual([]);
});
afterAll(() => removeFolder(folder));

describe("the docs of the till's page", () => {
  it("are tried again after a failure, which is a sentence", async () => {
    await withPage(async (url) => {
      process.execPath = "/nowhere/node";
      const text = "Cannot generate the docs: it does not exist";
      expect(await getText(`${url}/docs/index.html`)).toEqual({ status: 500, text });
      process.execPath = node;
      expect((await getText(`${url}/docs/index.html`)).status).toBe(200);
    });
  });

  it("are made by a process that does not have the secret", async () => {
    vi.stubEnv("MPLUS_SECRET", secret);
    process.execPath = join(folder, "print-environment");
    writeFileSync(process.execPath, "#!/bin/sh\n/usr/bin/env >&2\nexit 1\n", { mode: 0o755 });
    await withPage(async (url) => {
      const { status, text } = await getText(`${url}/docs/index.html`);
      expect([status, text]).toEqual([500, expect.stringContaining(`PWD=${folder}`)]);
      expect(text).not.toContain(secret);
    });
  });

  it("are given up when the till ends", async () => {
    const ending = new AbortController();
    const docs = createDocsMaker(ending.signal)();
    await vi.waitFor(() => expect(listLeft()).toHaveLength(1));
    ending.abort();
    await expect(docs).rejects.toThrow("Cannot generate the docs: ");
  });

  it("are made while the page is answered, and by one process for all who ask", async () => {
    await withPage(async (url) => {
      const answered: string[] = [];
      const ask = async (path: string) => {
        const reply = await getText(`${url}${path}`);
        answered.push(path);
        return reply;
      };
      const docs = [ask("/docs/"), ask("/docs/events/scanCode.html")];
      await vi.waitFor(() => expect(listLeft()).toHaveLength(1));
      expect([(await ask("/")).status, (await ask("/areas.js")).status]).toEqual([200, 200]);
      expect(listLeft()).toHaveLength(1);
      const [index, event] = await Promise.all(docs);
      expect(answered.slice(0, 2)).toEqual(["/", "/areas.js"]);
      expect([index?.status, event?.status]).toEqual([200, 200]);
      expect(event?.text).toContain("scanCode");
      expect((await ask("/docs/nothing.html")).status).toBe(404);
    });
  });
});
