import { describe, expect, it } from "vitest";
import { fromSeed } from "../../workbench/draw.js";
import { createTally, scaleAmount, report } from "../amount.js";
import { seed } from "../../workbench/seed.js";
import { findSecret } from "../find-secret.js";
import { drawMalformed } from "../requests/malformed.js";
import { longLived, runConcurrently, startServer } from "./servers.js";
import { exchange } from "./sockets.js";

const amount = scaleAmount({ suite: 1000, full: 3000 });

/** By then, all code is compiled and all caches are full. */
const settled = amount / 5;

/**
 * In bytes. After a short flood, the process has not settled, partly because it still compiles code. A process
 * that kept bodies or sockets would far exceed either limit.
 */
const maxGrowth = (amount < 3000 ? 8 : 2) * 1024 * 1024;

const refused = [
  ...["UNKNOWN_EVENT", "METHOD_NOT_ALLOWED", "INVALID_CONTENT_ENCODING"],
  ...["INVALID_SIGNATURE", "INVALID_CONTENT_TYPE"],
];

describe("a flood of malformed requests", () => {
  it.each(longLived)(
    "%s answers without a fault, says nothing secret, and keeps none of it",
    async (name, file) => {
      const draw = fromSeed(seed);
      const server = await startServer(name, file);
      const tally = createTally();
      const flood = (times: number) =>
        runConcurrently(times, 16, async () => {
          const bytes = drawMalformed(draw);
          const { text: answer } = await exchange(server.port, bytes);
          for (const [, status = ""] of answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)) {
            tally.count(status);
            if (status.startsWith("5")) tally.faults.push({ sent: bytes.toString("latin1"), answer });
          }
          const bodies = answer.split(/^(?:HTTP\/1\.1|[A-Za-z-]+:) .*\r\n/m);
          if (bodies.some((body) => findSecret(body) !== undefined)) tally.faults.push({ answer });
        });
      await flood(settled);
      const { heap } = await server.ask();
      await flood(amount - settled);
      const after = await server.ask();
      server.stop();
      const grown = after.heap - heap;
      report(`flood of ${name}`, {
        sent: amount,
        statuses: tally,
        heap: `${toMegabytes(heap)} MB and then ${toMegabytes(after.heap)} MB`,
      });
      expect([...tally.faults, ...after.faults]).toEqual([]);
      expect(grown).toBeLessThan(maxGrowth);
      expect(Object.keys(tally.kinds)).toEqual(expect.arrayContaining(["200", "400"]));
      // The client may miss the answer when the connection closes, so ask the server what it rejected.
      expect(refused.filter((code) => !(code in after.refused))).toEqual([]);
    },
  );
});

const toMegabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
