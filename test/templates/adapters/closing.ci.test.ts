import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { secret } from "../../conformance/signature.js";
import { scan } from "../../conformance/requests.js";
import { post } from "./client.js";
import { startScripts } from "./start-scripts.js";

/** The process ends as soon as its receiver has closed. Every request must still be answered. */
const script = (target: string, start: string) => `
  import { createServer } from "node:http";
  import * as mplus from ${JSON.stringify(new URL(`../../../generated/${target}/index.ts`, import.meta.url).href)};
  const options = {
    subscriptions: { "shop-12": { secret: ${JSON.stringify(secret)} } },
    handlers: {
      scanCode: async () => {
        process.send("handling");
        await new Promise((resolve) => process.once("message", resolve));
        ending = close().then(() => process.exit(0));
        return { scanCode: { recognized: true } };
      },
    },
  };
  let ending;
  ${start}
`;

describe("a process that ends when its receiver is closed", () => {
  it.each(Object.keys(startScripts))("has given its last answer: %s", async (target) => {
    const code = script(target, startScripts[target] ?? "");
    const args = ["--import", "tsx", "--input-type=module", "-e", code];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const exited = once(child, "exit");
    const [port] = (await once(child, "message")) as [number];
    const answering = post(port, "/mplus/scanCode", { body: JSON.stringify(scan()) });
    await once(child, "message");
    child.send("go on");
    const text = '{"scanCode":{"recognized":true}}';
    expect(await answering).toMatchObject({ status: 200, text, isSigned: true });
    await exited;
  });
});
