import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFuzzing } from "../../fuzz/amount.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { withReason } from "../../workbench/tools.js";
import { listCases } from "./cases.js";

const folder = mkdtempSync(join(tmpdir(), "mplus-inbox-"));
afterAll(() => removeFolder(folder));

const run = async (program: string, ...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> =>
  JSON.parse(await runOnNewNode(join(import.meta.dirname, program), args)) as Readonly<
    Record<string, unknown>
  >;

const databases = [
  { title: "an inbox in a folder", reason: undefined, make: () => Promise.resolve(folder), isServer: false },
  { title: "an inbox in PostgreSQL", reason: noPostgres, make: createDatabase, isServer: true },
];

for (const { title, reason, make, isServer } of databases)
  describe.skipIf(reason)(withReason(title, reason), () => {
    let results: Readonly<Record<string, unknown>>;
    beforeAll(async () => (results = await run("run-cases.ts", await make())));
    it.each(listCases(isServer))("$name", ({ name, want }) => expect(results[name]).toEqual(want));
  });

describe.skipIf(noPostgres).each(["database", ...(isFuzzing ? ["silent"] : [])])(
  withReason("an inbox whose %s is away", noPostgres),
  (what) =>
    it("rejects events, loses none that it has, and continues when it is back", async () => {
      const { ofWorker, ...outcome } = await run("outage.ts", what);
      expect(outcome).toEqual({
        before: "kept",
        during: "rejected",
        health: "down",
        after: "kept",
        handled: ["after", "before", ...(what === "silent" ? [] : ["begins", "under way"])],
        isHushed: true,
      });
      // No line for each attempt. Connections from before the outage may fail once more when they are used again.
      const lines = ofWorker as readonly string[];
      const [away, back] = ["the worker cannot reach its database", "the worker reached its database again"];
      expect(lines).toEqual(lines.map((_line, index) => (index % 2 === 0 ? away : back)));
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(lines.length).toBeLessThan(8);
    }),
);

it.skipIf(noPostgres)(
  withReason("fails no event that its database has no connection for", noPostgres),
  async () => {
    const { during, ...outcome } = await run("shortage.ts");
    expect(outcome).toEqual({ handled: 16, left: [] });
    expect(during).toContain("a handler lost its database connection; the event will be retried");
    // Each of these would count as the death of a worker.
    expect(during).not.toContain("could not store the result of an event");
  },
);
