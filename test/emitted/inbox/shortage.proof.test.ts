import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { report } from "../../fuzz/amount.js";
import { removeFolder } from "../../workbench/folders.js";
import { seed } from "../../workbench/seed.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { createPostgres, noPostgres, query } from "../../workbench/servers/postgres.js";
import { mountSmallDisk, noSmallDisk } from "../../workbench/small-disk.js";
import { withReason } from "../../workbench/tools.js";
import { judge, noFaults } from "./judge.js";
import { newResult, sendLoad, type Load } from "./load.js";
import { longestStandstill, supervise, untilHandled, type Supervised } from "./processes.js";
import { createEffects, emitInbox, node, readContents } from "./scene.js";

let folder = "";

beforeAll(async () => void (folder = await emitInbox()));
afterAll(() => removeFolder(folder));

interface Shortage {
  readonly database: string;
  readonly inspected?: string;
  /** True if nothing can be stored in the end. */
  readonly isTotal?: true;
  take(): Promise<void> | void;
  give(): Promise<void> | void;
  remove(): void;
}

function fillDiskOfFolder(): Shortage {
  const disk = mountSmallDisk(200);
  const database = join(disk.folder, "inbox");
  return {
    database,
    isTotal: true,
    take: () => disk.fill(),
    give: () => disk.free(),
    remove: () => disk.remove(),
  };
}

/** A server exits if it cannot write its log of changes; for other files, it rejects the operation. */
async function fillDiskOfServer(endsIt: boolean): Promise<Shortage> {
  const disk = mountSmallDisk(300);
  const server = await createPostgres([], disk.folder);
  return {
    database: server.url,
    isTotal: true,
    async take() {
      disk.fill();
      const useLog = "SELECT pg_switch_wal(), pg_logical_emit_message(true, '', 'something')";
      while (endsIt && server.isRunning()) await query(server.url, useLog).catch(() => sleep(50));
    },
    give() {
      disk.free();
      if (!server.isRunning()) server.start();
    },
    remove() {
      server.remove();
      disk.remove();
    },
  };
}

/** All processes share the limit; a superuser would have more connections. */
async function limitConnections(): Promise<Shortage> {
  const server = await createPostgres();
  const run = async (...texts: readonly string[]): Promise<void> => {
    await query(server.url, ...texts);
  };
  await run(
    "CREATE ROLE app LOGIN",
    "GRANT CREATE ON DATABASE postgres TO app",
    "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO app",
    "ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO app",
  );
  return {
    database: server.url.replace("postgres@", "app@"),
    inspected: server.url,
    take: () =>
      run(
        "ALTER ROLE app CONNECTION LIMIT 1",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'",
      ),
    give: () => run("ALTER ROLE app CONNECTION LIMIT -1"),
    remove: () => server.remove(),
  };
}

const [both, one] = [["receiver", "worker"], ["both"]];
const shortages = [
  {
    what: "the disk of a folder is full",
    make: fillDiskOfFolder,
    processes: one,
    skipped: noSmallDisk,
  },
  {
    what: "the disk of PostgreSQL is full",
    make: () => fillDiskOfServer(false),
    processes: both,
    skipped: noPostgres ?? noSmallDisk,
  },
  {
    what: "the disk of PostgreSQL is full, and ends it",
    make: () => fillDiskOfServer(true),
    processes: both,
    skipped: noPostgres ?? noSmallDisk,
  },
  {
    what: "PostgreSQL gives one connection",
    make: limitConnections,
    processes: both,
    skipped: noPostgres,
  },
];

describe("an inbox that runs short of something", () => {
  for (const { what, make, processes, skipped } of shortages)
    it.skipIf(skipped)(
      withReason(`keeps or refuses each event, and loses none that it kept: ${what}`, skipped),
      async () => {
        const shortage = await make();
        await runShort(what, shortage, processes).finally(() => shortage.remove());
      },
    );
});

async function runShort(what: string, shortage: Shortage, names: readonly string[]): Promise<void> {
  const { database, inspected = database } = shortage;
  createEffects(inspected);
  const port = await findFreePort();
  const inboxOptions = { attempts: 20, retryDelay: 100 };
  const common = { folder, database, seed, failing: 0, slowest: 2, inboxOptions };
  const start = (name: string): Promise<Supervised> => {
    const receiving = name !== "worker" && { port };
    return supervise(node, { ...common, name, works: name !== "receiver", ...receiving });
  };
  const all = await Promise.all(names.map(start));
  const [last] = all.slice(-1) as [Supervised];
  const result = newResult();
  const handling = sendThrough(shortage, port, result).then(() => untilHandled(last));
  const { waiting, dead } = await handling.finally(() => Promise.all(all.map((each) => each.end())));
  const { answered, odd, broken, refused } = result;
  const faults = judge(answered, readContents(inspected));
  report(what, {
    events: answered.length,
    refused,
    lost: faults.lost.length,
    doubled: faults.doubled.length,
  });
  const ownEnds = all.flatMap((each) => each.ownEnds);
  const left = { odd, broken, waiting, dead, ownEnds };
  expect(left).toEqual({ odd: [], broken: 0, waiting: 0, dead: 0, ownEnds: [] });
  expect(faults).toEqual(noFaults);
}

/** The number of events answered before and after the shortage. During it, as many are rejected, or stored if possible. */
const many = 100;

async function sendThrough(shortage: Shortage, port: number, result: Load["result"]): Promise<void> {
  const giving = new AbortController();
  let isOver = false;
  const load = { sessions: 20, goesOn: () => !isOver, ports: [port], result, givenUp: giving.signal };
  const sending = sendLoad(load);
  sending.catch(() => undefined);
  const until = async (phase: string, isSo: () => boolean): Promise<void> => {
    const began = performance.now();
    while (!isSo() && !giving.signal.aborted) {
      if (performance.now() - began > longestStandstill)
        giving.abort(new Error(`${phase}, ${result.answered.length} answered, ${result.refused} refused`));
      await sleep(50);
    }
  };
  const { answered } = result;
  await until("it did not begin", () => answered.length >= many);
  const ended = (): number => result.refused + (shortage.isTotal ? 0 : answered.length);
  const before = ended();
  await shortage.take();
  await until("it stood still while it was short", () => ended() >= before + many);
  await shortage.give();
  const after = answered.length + many;
  await until("it did not go on when it had enough", () => answered.length >= after);
  isOver = true;
  await sending;
}
