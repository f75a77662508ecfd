import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";

const folder = mkdtempSync(join(tmpdir(), "mplus-poison-"));
afterAll(() => removeFolder(folder));

const places = [
  { where: "in a folder", workers: 1, make: () => Promise.resolve(folder), reason: undefined },
  { where: "in PostgreSQL, with one worker", workers: 1, make: createDatabase, reason: noPostgres },
  { where: "in PostgreSQL, with two workers", workers: 2, make: createDatabase, reason: noPostgres },
];

describe.concurrent("an event that kills each process that handles it", () => {
  for (const { where, workers, make, reason } of places)
    it.skipIf(reason)(
      withReason(`dies, and none of those that ran beside it: ${where}`, reason),
      async () => {
        const args = [await make(), String(workers)];
        const printed = await runOnNewNode(join(import.meta.dirname, "poison.ts"), args);
        expect(JSON.parse(printed)).toEqual({ dead: ["shop-2.culprit"], unhandled: [], doubled: 0 });
      },
    );
});
