import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { generateOptions } from "../generator/cli/options.js";
import { targets } from "../generator/targets/all.js";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The fenced blocks of a language, in order. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, text = ""]) => text);

const missing = ["curl", "openssl", "bash"].filter((tool) => spawnSync("which", [tool]).status !== 0);

describe("the README", () => {
  it.skipIf(missing.length > 0)(
    `has a server and a signed call that work as they stand${missing.length > 0 ? ` (skipped: no ${missing.join(", ")} here)` : ""}`,
    async () => {
      const port = String(await freePort());
      const [server = ""] = blocks("ts");
      const [, start = "", call = ""] = blocks("bash");
      const secret = /MPLUS_SECRET="([^"]+)"/.exec(start)?.[1] ?? "";
      const home = mkdtempSync(join(tmpdir(), "mplus-readme-"));
      cpSync(join(root, "generated"), join(home, "generated"), { recursive: true });
      symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
      writeFileSync(join(home, "package.json"), '{ "type": "module" }');
      writeFileSync(join(home, "server.ts"), server.replaceAll("3000", port));
      const env = { ...process.env, MPLUS_SECRET: secret };
      const child = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
        cwd: home,
        env,
        stdio: "inherit",
      });
      onTestFinished(() => {
        child.kill();
        rmSync(home, { recursive: true });
      });
      await listening(Number(port));
      const { stdout, stderr } = spawnSync("bash", ["-c", call.replace("3000", port)], {
        env,
        encoding: "utf8",
      });
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toEqual(JSON.parse(blocks("json")[0] ?? ""));
    },
  );

  it("shows what really comes out", () => {
    const [, excerpt = ""] = blocks("ts");
    expect(readFileSync(join(root, "generated/types/responses.ts"), "utf8")).toContain(excerpt.trim());
  });

  it("names every option and every target", () => {
    expect(Object.keys(generateOptions).filter((option) => !readme.includes(`\`--${option}\``))).toEqual([]);
    expect(
      targets
        .filter(({ name }) => !new RegExp(`^\\| \`${name}\` +\\|`, "m").test(readme))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Resolves once something listens on a port of this machine. */
async function listening(port: number): Promise<void> {
  const socket = connect({ port, host: "localhost" });
  const open = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  });
  socket.destroy();
  if (open) return;
  await wait(100);
  return listening(port);
}
