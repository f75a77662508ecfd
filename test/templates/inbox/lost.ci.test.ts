import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";

const folder = mkdtempSync(join(tmpdir(), "mplus-lost-"));
afterAll(() => removeFolder(folder));

const places = [
  { where: "in a folder", workers: 1, make: () => Promise.resolve(folder), reason: undefined },
  { where: "in PostgreSQL, with two workers", workers: 2, make: createDatabase, reason: noPostgres },
];

describe.concurrent("an event that kills each process that handles it", () => {
  for (const { where, workers, make, reason } of places)
    it.skipIf(reason)(
      withReason(`dies after its attempts and one more, and those beside it are handled: ${where}`, reason),
      async () => {
        const args = [await make(), String(workers)];
        const printed = await runOnNewNode(join(import.meta.dirname, "lost.ts"), args);
        const left = ["culprit is dead"];
        expect(JSON.parse(printed)).toEqual({ deaths: 3, left, unhandled: [], doubled: 0 });
      },
    );
});
