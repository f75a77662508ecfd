import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { post } from "../../conformance/requests.js";
import { createOptions } from "../../conformance/setups.js";
import { createStage } from "../../conformance/stage.js";
import { targets } from "../../conformance/targets/all.js";
import { createTally, report, scaleAmount } from "../../workbench/amount.js";
import { fromSeed } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { findSecret, watchLog } from "../find-secret.js";
import { drawMalformed } from "./malformed.js";

const amount = scaleAmount({ suite: 200, full: 3000 });
const servers = targets.filter(({ name }) => !/receiver|fetch|lambda/.test(name));

describe("a flood of malformed requests", () => {
  it.each(servers)("gets no fault and no secret from $name, which still answers others", async (target) => {
    const draw = fromSeed(seed);
    const { log, faults } = watchLog();
    const { port = 0, send, end } = await target.open(createOptions(createStage(), { log }));
    const tally = createTally();
    for (let left = amount; left > 0; left--) {
      const bytes = drawMalformed(draw);
      const text = await exchange(port, bytes);
      for (const [, status = ""] of text.matchAll(/^HTTP\/1\.1 (\d+)/gm)) {
        tally.count(status);
        if (status.startsWith("5")) tally.faults.push({ sent: bytes.toString("latin1"), text });
      }
      const bodies = text.split(/^(?:HTTP\/1\.1|[A-Za-z-]+:) .*\r\n/m);
      if (bodies.some((body) => findSecret(body) !== undefined)) tally.faults.push({ text });
    }
    expect((await send(post())).status).toBe(200);
    await end();
    report(`malformed requests at ${target.name}`, { sent: amount, statuses: tally });
    expect([...tally.faults, ...faults]).toEqual([]);
    expect(Object.keys(tally.kinds)).toEqual(expect.arrayContaining(["200", "400", "404", "405"]));
  });
});

/** Writes to a new socket, closes its half, and reads until the server closes it. */
const exchange = (port: number, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    const socket = connect({ port, host: "127.0.0.1" });
    socket.setEncoding("latin1").on("data", (part: string) => (text += part));
    // A server may cut off a client that keeps writing.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
    socket.end(bytes);
  });
