import { PassThrough } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { createRequest, createTestReceiver } from "../fixture.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

it("a body takes no more memory in pieces of one byte", async () => {
  const { receiver } = createTestReceiver({ bodyTimeout: 600_000 });
  const bodies = Array.from({ length: 4 }, () => new PassThrough());
  const answers = bodies.map((body) => receiver.receive(createRequest({ body })));
  const measure = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = measure();
  for (let count = 0; count < 100_000; count += 1) {
    for (const body of bodies) body.write("{");
    if (count % 100 === 0) await new Promise(setImmediate);
  }
  // 400,000 bytes arrived. As separate chunks, they would take about a hundred times as much memory.
  expect(measure() - before).toBeLessThan(10e6);
  for (const body of bodies) body.end();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 400, 400, 400]);
});
