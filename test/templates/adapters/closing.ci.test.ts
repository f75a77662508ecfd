import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { secret } from "../../conformance/signature.js";
import { scan } from "../../conformance/requests.js";
import { post } from "./client.js";
import { startScripts } from "./start-scripts.js";

/** Ends on SIGTERM as in the READMEs: only its server keeps the process alive. */
const script = (target: string, start: string) => `
  import { createServer } from "node:http";
  import * as mplus from ${JSON.stringify(new URL(`../../../generated/${target}/index.ts`, import.meta.url).href)};
  const closing = new Promise((resolve) => process.once("SIGTERM", resolve));
  const options = {
    subscriptions: { "shop-12": { secret: ${JSON.stringify(secret)} } },
    handlers: {
      scanCode: async ({ request }) => {
        process.send("handling");
        await closing;
        // One handler finishes at once, and the other one later.
        await new Promise((resolve) => setTimeout(resolve, request.event.eventCounter * 100));
        return { scanCode: { recognized: true } };
      },
    },
  };
  void closing.then(() => {
    process.disconnect();
    void close().then(end);
  });
  ${start}
`;

describe("a process that ends on SIGTERM", () => {
  it.each(Object.entries(startScripts))("answers all its requests first: %s", async (target, start) => {
    const args = ["--import", "tsx", "--input-type=module", "-e", script(target, start)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const exited = once(child, "exit");
    const [port] = (await once(child, "message")) as [number];
    // A POS keeps an idle connection open.
    await (await fetch(`http://127.0.0.1:${port}/mplus/nothing`)).text();
    const answers = [0, 1].map((eventCounter) =>
      post(port, "/mplus/scanCode", { body: JSON.stringify(scan({}, { eventCounter })) }),
    );
    for (const _ of answers) await once(child, "message");
    child.kill("SIGTERM");
    const text = '{"scanCode":{"recognized":true}}';
    for (const answer of await Promise.all(answers))
      expect(answer).toMatchObject({ status: 200, text, isSigned: true });
    expect(await exited).toEqual([0, null]);
  });
});
