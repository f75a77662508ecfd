import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFuzzing } from "../../workbench/amount.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noFaketime, noPostgres } from "../../workbench/servers/postgres.js";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { withReason } from "../../workbench/tools.js";
import { listCases } from "./cases.js";

const parent = mkdtempSync(join(tmpdir(), "mplus-inbox-"));
afterAll(() => removeFolder(parent));

const run = async (program: string, ...args: readonly string[]) =>
  JSON.parse(await runOnNewNode(join(import.meta.dirname, program), args)) as Readonly<
    Record<string, unknown>
  >;
const inFolder = (name: string) => () => Promise.resolve(join(parent, name));

const databases = [
  { where: "in a folder", reason: undefined, make: inFolder("cases"), isServer: false },
  { where: "in PostgreSQL", reason: noPostgres, make: createDatabase, isServer: true },
];

const places = [
  { where: "in a folder", workers: "1", make: inFolder("lost"), reason: undefined },
  { where: "in PostgreSQL, with two workers", workers: "2", make: createDatabase, reason: noPostgres },
];
const clocks = ["1970", "2037"].flatMap((year) => [
  { year, where: "of a server", folder: [], reason: noFaketime },
  { year, where: "of a folder", folder: [join(parent, year)], reason: undefined },
]);

// At once, because most of them wait.
describe.concurrent("an inbox", () => {
  for (const { where, reason, make, isServer } of databases)
    describe.skipIf(reason)(withReason(where, reason), () => {
      let results: Readonly<Record<string, unknown>>;
      beforeAll(async () => (results = await run("run-cases.ts", await make())));
      it.each(listCases(isServer))("$name", ({ name, want }) => expect(results[name]).toEqual(want));
    });

  it.skipIf(noPostgres).each(["database", ...(isFuzzing ? ["silent"] : [])])(
    withReason(
      "rejects events while its %s is away, keeps those it has, and continues afterwards",
      noPostgres,
    ),
    async (what) => {
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
    },
  );

  it.skipIf(noPostgres)(
    withReason("waits for a connection that it has, and counts no attempt for which it has none", noPostgres),
    async () => {
      const { some, none } = await run("shortage.ts");
      const fewer = "the database grants fewer connections than the option connections allows";
      expect(some).toEqual({ logged: [fewer], runs: 6, handled: 6 });
      expect(none).toEqual({
        // An event whose result could not be stored would count as the death of a worker.
        logged: [
          "the inbox's queue reported a problem",
          "the worker cannot reach its database",
          "the worker reached its database again",
          "there was no database connection for an event; it will be retried",
        ],
        left: [],
      });
    },
  );

  it.skipIf(noPostgres)(
    withReason("survives connections that break while they begin, or as PgBouncer breaks them", noPostgres),
    async () => {
      expect(await run("broken.ts", await createDatabase())).toEqual({ isTried: true, left: [] });
    },
  );

  it.skipIf(noPostgres).each([2, 5, 20])(
    withReason("stores and handles each event once as a role with %i connections", noPostgres),
    async (limit) => {
      const want = { sent: 200, refused: [], calls: 200 };
      expect(await run("connections.ts", await createDatabase(), `${limit}`)).toEqual(want);
    },
  );

  it.skipIf(noPostgres)(
    withReason(
      "lets an event die that always fails as an outage of the database does, and handles all others",
      noPostgres,
    ),
    async () => {
      const dead = (ran: number, attempts: number, shortages: number, lastError: string) => ({
        ...{ ran, attempts, shortages, lastError },
      });
      const left = { database: "up", waiting: 0, running: 0, dead: 0 };
      expect(await run("poison.ts")).toEqual({
        "ends its connection 0": dead(4, 0, 4, "terminating connection due to administrator command"),
        "runs out of memory 0": dead(4, 0, 4, "raised 53200"),
        "conflicts with others 0": dead(4, 0, 4, "raised 40001"),
        "takes too long 0": dead(3, 3, 0, "canceling statement due to statement timeout"),
        "recovers from a deadlock 0": dead(3, 3, 0, "my own error"),
        left,
      });
      // While the server recovers, it may also lack a connection, which does not count.
      const crashed = { attempts: 0, shortages: 4, lastError: "Connection terminated unexpectedly" };
      expect(await run("poison.ts", "crash")).toMatchObject({ "crashes the server 0": crashed, left });
    },
  );

  for (const { where, workers, make, reason } of places)
    it.skipIf(reason)(
      withReason(`lets an event that kills its workers die, and handles all others: ${where}`, reason),
      async () => {
        // All its attempts and one more, and then one retry.
        const deaths = [3, 1];
        const want = { deaths, left: ["culprit is dead"], unhandled: [], doubled: 0 };
        expect(await run("lost.ts", await make(), workers)).toEqual(want);
      },
    );

  for (const { year, where, folder, reason } of clocks)
    it.skipIf(reason)(
      withReason(`handles events in order that were stored while the clock ${where} was in ${year}`, reason),
      async () => {
        const left = ["a1 is dead", "a2 is blocked"];
        const handled = { a: "a0", b: "b0 b1 b2", c: "c0", d: "d0" };
        expect(await run("clock.ts", year, ...folder)).toEqual({ waiting: 8, ...handled, left });
      },
    );
});
