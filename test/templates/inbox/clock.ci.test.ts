import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { noFaketime } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";

const parent = mkdtempSync(join(tmpdir(), "mplus-clock-"));
afterAll(() => removeFolder(parent));

const clocks = [
  { where: "of a server", reason: noFaketime, args: [] },
  { where: "of a folder", reason: undefined, args: [parent] },
].flatMap((clock) => ["1970", "2037"].map((year) => ({ ...clock, year })));

describe.concurrent("events that were stored while the clock was in another year", () => {
  for (const { year, where, reason, args } of clocks)
    it.skipIf(reason)(
      withReason(`wait and are handled in their order: ${year}, ${where}`, reason),
      async () => {
        const folder = args.map((path) => join(path, year));
        const printed = await runOnNewNode(join(import.meta.dirname, "clock.ts"), [year, ...folder]);
        const left = ["a1 is dead", "a2 is blocked"];
        expect(JSON.parse(printed)).toEqual({ a: "a0", b: "b0 b1 b2", left });
      },
    );
});
