import { join } from "node:path";
import { expect, it } from "vitest";
import { runOnNewNode } from "../../workbench/new-node.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";

it.skipIf(noPostgres)(
  withReason("goes on after a network that dropped everything, and told nobody", noPostgres),
  async () => {
    const { ofWorker, ...outcome } = JSON.parse(
      await runOnNewNode(join(import.meta.dirname, "silence.ts")),
    ) as { readonly ofWorker: readonly string[] };
    expect(outcome).toEqual({
      ...{ during: "rejected", database: "down" },
      effects: [{ what: "after" }, { what: "written" }],
    });
    // Not a line for each try. Connections of before that were idle until now may fail once more afterwards.
    const [away, back] = ["the worker cannot reach its database", "the worker reaches its database again"];
    expect(ofWorker).toEqual(ofWorker.map((_line, index) => (index % 2 === 0 ? away : back)));
    expect(ofWorker.length).toBeGreaterThanOrEqual(2);
    expect(ofWorker.length).toBeLessThan(8);
  },
);
