import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isNothingSkipped } from "../tools.js";
import { findFreePort } from "./free-port.js";
import { removeFolder } from "../folders.js";

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  remove(): Promise<void>;
}

export const noRedis =
  hasProgram() || isNothingSkipped ? undefined : "skipped: it needs Redis (apt-get install redis-server)";

/** Resolves when Redis answers. */
export async function createRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-redis-"));
  const port = await findFreePort();
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", options, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.includes("Ready to accept")) resolve();
    });
    server.once("error", reject).once("exit", () => reject(new Error(printed)));
  });
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async remove() {
      server.kill("SIGKILL");
      await ended;
      removeFolder(folder);
    },
  };
}

function hasProgram(): boolean {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
