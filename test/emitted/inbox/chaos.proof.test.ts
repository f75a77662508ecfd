import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { report, scaleAmount } from "../../fuzz/amount.js";
import { fromSeed } from "../../workbench/draw.js";
import { removeFolder } from "../../workbench/folders.js";
import { seed } from "../../workbench/seed.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { noPgBouncer, startPgBouncer } from "../../workbench/servers/pgbouncer.js";
import { createPostgres, noPostgres, query, type PostgresServer } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { judge, noFaults } from "./judge.js";
import { newResult, sendLoad, sendPoison, sessionId } from "./load.js";
import { supervise, untilHandled, type Supervised } from "./processes.js";
import { createEffects, emitInbox, node, readContents } from "./scene.js";

let folder = "";
let postgres: PostgresServer | undefined;

beforeAll(async () => {
  folder = await emitInbox();
  if (noPostgres === undefined) postgres = await createPostgres();
});
afterAll(() => {
  postgres?.remove();
  removeFolder(folder);
});

const [receives, works] = [
  { receives: true, works: false },
  { receives: false, works: true },
];

interface Chaos {
  readonly what: string;
  readonly database: () => string | Promise<string>;
  readonly processes: Readonly<Record<string, typeof receives>>;
  readonly sessions: number;
  readonly each: number;
  /** Over all processes. */
  readonly kills: number;
  readonly poisons: number;
  /** Each is followed by a restart. */
  readonly restarts: number;
  readonly skipped: string | undefined;
}

const chaos: readonly Chaos[] = [
  {
    what: "two receivers and two workers on PostgreSQL",
    database: () => postgres?.url ?? "",
    processes: { "receiver-1": receives, "receiver-2": receives, "worker-1": works, "worker-2": works },
    sessions: 200,
    each: scaleAmount({ suite: 20, full: 100 }),
    kills: scaleAmount({ suite: 12, full: 60 }),
    poisons: scaleAmount({ suite: 1, full: 3 }),
    restarts: 4,
    skipped: noPostgres,
  },
  {
    what: "the same through PgBouncer",
    database: startPooled,
    processes: { "receiver-1": receives, "receiver-2": receives, "worker-1": works, "worker-2": works },
    sessions: 200,
    each: scaleAmount({ suite: 5, full: 100 }),
    kills: scaleAmount({ suite: 4, full: 60 }),
    poisons: scaleAmount({ suite: 1, full: 3 }),
    restarts: scaleAmount({ suite: 1, full: 4 }),
    skipped: noPgBouncer,
  },
  {
    what: "one process with a folder",
    database: () => join(folder, "inbox"),
    processes: { both: { receives: true, works: true } },
    sessions: 60,
    each: scaleAmount({ suite: 20, full: 100 }),
    kills: scaleAmount({ suite: 6, full: 30 }),
    poisons: 1,
    restarts: 0,
    skipped: undefined,
  },
];

describe("an inbox whose processes are killed again and again", () => {
  for (const scene of chaos)
    it.skipIf(scene.skipped)(
      withReason(
        `${scene.what} lose nothing, do nothing twice, keep the order of each session, and give up what kills them alone`,
        scene.skipped,
      ),
      async () => {
        const began = performance.now();
        const { answered, refused, contents, dead, ...left } = await cause(scene);
        const { what, kills, poisons, restarts } = scene;
        const faults = judge(answered, contents);
        const poisonous = Array.from({ length: poisons }, (_, index) => `session ${poisonId(index)}`);
        report(what, {
          events: answered.length,
          kills,
          restarts,
          poisons,
          refused,
          seconds: Math.round((performance.now() - began) / 1000),
          ...Object.fromEntries(Object.entries(faults).map(([name, { length }]) => [name, length])),
          "healthy dead": dead.filter((about) => !poisonous.includes(about)).length,
        });
        expect(left).toEqual({ odd: [], otherEnds: [], waiting: 0 });
        expect(faults).toEqual(noFaults);
        expect([...dead].sort()).toEqual(poisonous);
      },
    );
});

/** Poison events have their own sessions, because events behind a poison event never finish. */
const firstPoison = 1000;
const poisonId = (index: number): string => sessionId(firstPoison + index);

/** Behind PgBouncer. */
async function startPooled(): Promise<string> {
  const url = postgres?.url ?? "";
  await query(url, "CREATE DATABASE pooled");
  return startPgBouncer(url.replace(/\/postgres$/, "/pooled"), "transaction");
}

async function cause({ database: makeDatabase, processes, sessions, each, kills, poisons, restarts }: Chaos) {
  const database = await makeDatabase();
  createEffects(database);
  const inboxOptions = { attempts: 4, retryDelay: 100 };
  const common = { folder, database, seed, failing: 0.02, slowest: 200, inboxOptions };
  const ports: number[] = [];
  const fleet = Object.entries(processes).map(async ([name, { receives, works }]) => {
    const port = receives ? await findFreePort() : undefined;
    if (port !== undefined) ports.push(port);
    return supervise(node, { ...common, name, works, ...(port !== undefined && { port }) });
  });
  const all = await Promise.all(fleet);
  const result = newResult();
  const total = sessions * each;
  const draw = fromSeed(seed);
  /** Each action waits for this many answered events. */
  const follow = async (counts: readonly number[], act: (index: number) => Promise<void>): Promise<void> => {
    for (const [index, count] of [...counts].sort((a, b) => a - b).entries()) {
      while (result.answered.length < count) await sleep(5);
      await act(index);
    }
  };
  const spread = (count: number): number[] =>
    Array.from({ length: count }, (_, index) => ((index + 1) / (count + 1)) * total);
  const drawn = (count: number): number[] => Array.from({ length: count }, () => draw.below(total));
  await Promise.all([
    sendLoad({ sessions, goesOn: (counter) => counter <= each, ports, result }),
    ...all.map((one) => follow(drawn(kills / all.length), () => one.kill())),
    follow(spread(poisons), (index) => sendPoison(firstPoison + index, { ports, result })),
    follow(spread(restarts), () => {
      postgres?.crash();
      postgres?.start();
      return Promise.resolve();
    }),
  ]);
  const [last] = all.slice(-1) as [Supervised];
  const { waiting } = await untilHandled(last);
  const dead = await last.listDead();
  for (const one of all) await one.end();
  const { answered, odd, refused } = result;
  const otherEnds = all.flatMap(({ ownEnds }) => ownEnds).filter((end) => !end.endsWith(": SIGKILL"));
  return { answered, odd, refused, waiting, dead, otherEnds, contents: readContents(database) };
}
