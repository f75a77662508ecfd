import { join } from "node:path";
import { expect, it } from "vitest";
import { runOnNewNode } from "../../workbench/new-node.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";

it.skipIf(noPostgres)(
  withReason("refuses events while its database is away, or waits, and goes on when it is back", noPostgres),
  async () => {
    const printed = await runOnNewNode(join(import.meta.dirname, "outage.ts"));
    expect(JSON.parse(printed)).toEqual({
      ...{ before: "kept", during: "rejected", health: "down", after: "kept" },
      ...{ late: "rejected", kept: "kept", hasWaited: true },
      ...{ handled: ["before", "waiting", "after"], isHushed: true },
    });
  },
);
