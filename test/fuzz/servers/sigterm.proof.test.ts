import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { post, scan } from "../../conformance/requests.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { createWireClient } from "../../conformance/wire.js";
import { startScripts } from "../../templates/adapters/start-scripts.js";
import { scaleAmount, report } from "../amount.js";

const rounds = scaleAmount({ suite: 1, full: 5 });

const underWay = 20;

/** A process that ends as in the READMEs: only its server keeps it alive. */
const script = (target: string, start: string) => `
  import { createServer } from "node:http";
  import * as mplus from ${JSON.stringify(new URL(`../../../generated/${target}/index.ts`, import.meta.url).href)};
  let handling = 0;
  let goOn;
  const signalled = new Promise((resolve) => (goOn = resolve));
  const options = {
    subscriptions: { "shop-12": { secret: ${JSON.stringify(secret)} } },
    log: Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, () => undefined])),
    handlers: {
      scanCode: async ({ request }) => {
        handling += 1;
        if (handling === ${underWay}) process.send("all are here");
        await signalled;
        // Some handlers finish at once, others later.
        await new Promise((resolve) => setTimeout(resolve, request.event.eventCounter * 10));
        return { scanCode: { recognized: true, relationNumber: request.event.eventCounter } };
      },
    },
  };
  process.once("SIGTERM", () => {
    process.disconnect();
    goOn();
    void close().then(end);
  });
  ${start}
`;

describe("SIGTERM with requests under way", () => {
  it.each(Object.entries(startScripts))("%s answers them all, and ends", async (target, start) => {
    const after: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const args = ["--import", "tsx", "--input-type=module", "-e", script(target, start)];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
      const [port] = (await once(child, "message")) as [number];
      const client = createWireClient(port, underWay);
      // A POS keeps an idle connection open.
      const idle = createWireClient(port);
      expect(await idle.send(post({ event: "nothing" }))).toMatchObject({ status: 404 });
      const answering = Array.from({ length: underWay }, (_, index) =>
        client.send(post({ body: scan({}, { eventCounter: index }) })),
      );
      await once(child, "message");
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      const answers = await Promise.all(answering);
      const answered = performance.now();
      const [code] = (await exited) as [number | null];
      after.push(performance.now() - answered);
      client.close();
      idle.close();
      expect(answers).toMatchObject(answers.map((_, index) => want(index)));
      expect(code).toBe(0);
    }
    report(`SIGTERM to ${target}`, {
      times: rounds,
      answered: rounds * underWay,
      "gone at most": `${Math.max(...after).toFixed(0)} ms after the last answer`,
    });
  });
});

const want = (index: number): object => {
  const body = `{"scanCode":{"recognized":true,"relationNumber":${index}}}`;
  return { status: 200, headers: { "x-mplus-signature": signatureOf(body) }, body };
};
