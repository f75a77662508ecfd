import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { secret } from "../../conformance/signature.js";
import { post } from "../../output/frameworks/post.js";
import { startScripts } from "./start-scripts.js";

/** A process that ends as soon as its receiver says that it is closed: nobody may be left without an answer. */
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

const event = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 7, eventTimestamp: "2026-11-20T10:15:00.000+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  scanCode: { scannedCode: "LOYAL-0042", codeType: "barcode" },
});

describe("a process that ends when its receiver is closed", () => {
  it.each(Object.keys(startScripts))("has given its last answer: %s", async (target) => {
    const code = script(target, startScripts[target] ?? "");
    const args = ["--import", "tsx", "--input-type=module", "-e", code];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const exited = once(child, "exit");
    const [port] = (await once(child, "message")) as [number];
    const answering = post(`http://localhost:${port}/mplus/scanCode`, event);
    await once(child, "message");
    child.send("go on");
    expect(await answering).toEqual({
      status: 200,
      body: { scanCode: { recognized: true } },
      isSigned: true,
    });
    await exited;
  });
});
