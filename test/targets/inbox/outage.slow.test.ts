import { expect, it } from "vitest";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { runProgram } from "./new-node.js";

it.skipIf(noPostgres)(
  withReason("refuses events while its database is away, and goes on when it is back", noPostgres),
  async () => {
    expect(JSON.parse(await runProgram("outage.ts", []))).toEqual({
      ...{ before: "kept", during: "rejected", database: "down", after: "kept" },
      ...{ handled: ["before", "after"], isHushed: true },
    });
  },
);
