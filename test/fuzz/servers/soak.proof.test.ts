import { describe, expect, it } from "vitest";
import { signatureOf } from "../../conformance/signature.js";
import { post, scan } from "../../conformance/requests.js";
import { createWireClient } from "../../conformance/wire.js";
import { fromSeed, happens } from "../../workbench/draw.js";
import { scaleAmount, report } from "../amount.js";
import { seed } from "../../workbench/seed.js";
import { findSecret } from "../find-secret.js";
import { drawRequest } from "../requests/requests.js";
import { runConcurrently, startServer } from "./servers.js";

const amount = scaleAmount({ suite: 20_000, full: 100_000 });

/**
 * True if the store of first answers, which has room for 10,000, is full after a tenth of the events. Memory use is steady only once the store is full.
 */
const isLong = amount >= 200_000;

/** Percentage of valid events. The other requests are of any kind. Every tenth valid event is sent twice. */
const goodOnes = 70;

/** Higher than the numbers of the other requests. */
const firstNumber = 1_000_000;

describe("a long day", () => {
  it("has every good event handled once, each answered with its own answer, in steady memory", async () => {
    const draw = fromSeed(seed);
    const server = await startServer("node", "node", { first: firstNumber, amount });
    const client = createWireClient(server.port);
    const wrong: object[] = [];
    let good = 0;
    const send = async () => {
      if (!happens(draw, goodOnes)) return sendAny();
      const number = firstNumber + good++;
      await sendGood(number);
      if (happens(draw, 10)) await sendGood(number);
    };
    const sendAny = async () => {
      const { status, body } = await client.send(drawRequest(draw));
      if (status >= 500 || findSecret(body) !== undefined) wrong.push({ status, body });
    };
    const sendGood = async (number: number) => {
      const answer = await client.send(post({ body: scan({}, { eventCounter: number }) }));
      const body = `{"scanCode":{"recognized":true,"relationNumber":${number}}}`;
      const isRight = answer.body === body && answer.headers["x-mplus-signature"] === signatureOf(body);
      if (!isRight) wrong.push({ number, answer });
    };
    const heaps: number[] = [];
    for (let tenth = 1; tenth <= 10; tenth++) {
      await runConcurrently(amount / 10, 8, send);
      heaps.push((await server.ask()).heap / 1024 / 1024);
    }
    const { runs, faults } = await server.ask();
    client.close();
    server.stop();
    report("soak", {
      sent: amount,
      good,
      "heap at each tenth, in MB": heaps.map((heap) => heap.toFixed(1)).join(" "),
    });
    expect([...wrong, ...faults]).toEqual([]);
    expect(runs.slice(1)).toEqual([good, 0]);
    const [first = 0] = heaps;
    if (isLong) expect(Math.abs((heaps.at(-1) ?? 0) - first)).toBeLessThan(first / 10);
  });
});
