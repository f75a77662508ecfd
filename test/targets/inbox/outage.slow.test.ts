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

it.skipIf(noPostgres)(
  withReason("goes on after a network that dropped everything, and told nobody", noPostgres),
  async () => {
    expect(JSON.parse(await runProgram("silence.ts", []))).toEqual({
      ...{ during: "rejected", isSoon: true, database: "down" },
      effects: [{ what: "after" }, { what: "written" }],
      ofWorker: ["the worker cannot reach its database", "the worker reaches its database again"],
    });
  },
);
