import { join } from "node:path";
import { expect, it } from "vitest";
import { runOnNewNode } from "../../workbench/new-node.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";

it.skipIf(noPostgres)(
  withReason("takes events from a worker that stands still, which then writes nothing of them", noPostgres),
  async () => {
    const printed = await runOnNewNode(join(import.meta.dirname, "stopped.ts"));
    expect(JSON.parse(printed)).toEqual({
      first: "stops",
      attempts: [1, 1],
      // `ends` finishes at once, so its claim is rejected when it settles. `waits` is still running and is
      // aborted.
      isAborted: { ends: false, waits: true },
      code: 0,
      effects: ["ends", "waits"].map((about) => ({ about, who: "the other" })),
      left: [],
    });
  },
);
