import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-files.js";
import { listen } from "../../../generator/till/engine/listen.js";
import { findNewNode } from "../../workbench/new-node.js";

it("listen forwards through the proxy that NODE_USE_ENV_PROXY=1 has Node read", async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on("connect", ({ url }, socket) => {
    asked.push(url);
    socket.end("HTTP/1.1 503 Later\r\n\r\n");
  });
  const { port } = await listen(proxy, 0);
  onTestFinished(() => void proxy.close());
  const env = {
    ...process.env,
    NODE_USE_ENV_PROXY: "1",
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
    NO_PROXY: "127.0.0.1",
  };
  const program = join(import.meta.dirname, "forward-one.ts");
  const command = ["--import", "tsx", program, "https://shop.invalid/mplus"];
  const { stdout } = await promisify(execFile)(findNewNode(), command, { cwd: packageRoot, env });
  expect([stdout, asked]).toEqual(["502\n", ["shop.invalid:443"]]);
});
