import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { report, scaleAmount } from "../../fuzz/amount.js";
import { fromSeed } from "../../workbench/draw.js";
import { removeFolder } from "../../workbench/folders.js";
import { seed } from "../../workbench/seed.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { createPostgres, noPostgres, type PostgresServer } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { judge, noFaults } from "./judge.js";
import { killAtRandom, untilHandled } from "./killing.js";
import { newResult, sendLoad } from "./load.js";
import { supervise, type Setup } from "./processes.js";
import { countRuns, createEffects, emitInbox, node, readContents } from "./scene.js";

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

/** What a case of chaos is made of. */
interface Chaos {
  readonly what: string;
  readonly database: () => string;
  /** What runs: whether it receives, and whether it works. */
  readonly processes: Readonly<Record<string, { readonly receives: boolean; readonly works: boolean }>>;
  readonly sessions: number;
  readonly each: number;
  /** How many events are answered from one kill of a process to the next; they go on until all are. */
  readonly answers: { readonly least: number; readonly most: number };
  /** Done once, when half of the events are answered. */
  readonly inTheMiddle?: () => void;
  readonly skipped?: string | undefined;
}

const chaos: readonly Chaos[] = [
  {
    what: "two receivers and two workers on PostgreSQL",
    database: () => postgres?.url ?? "",
    processes: {
      "receiver-1": { receives: true, works: false },
      "receiver-2": { receives: true, works: false },
      "worker-1": { receives: false, works: true },
      "worker-2": { receives: false, works: true },
    },
    sessions: 200,
    each: scaleAmount({ suite: 100, full: 500 }),
    answers: { least: 1000, most: 4000 },
    inTheMiddle() {
      postgres?.crash();
      postgres?.start();
    },
    skipped: noPostgres,
  },
  {
    what: "one process with a folder",
    database: () => join(folder, "inbox"),
    processes: { both: { receives: true, works: true } },
    sessions: 60,
    each: scaleAmount({ suite: 50, full: 200 }),
    answers: { least: 20, most: 100 },
  },
];

describe("an inbox whose processes are killed again and again", () => {
  for (const each of chaos) {
    it.skipIf(each.skipped !== undefined)(
      withReason(
        `${each.what} lose nothing, do nothing twice, and keep the order of each session`,
        each.skipped,
      ),
      () => cause(each),
    );
  }
});

async function cause({ what, sessions, each, inTheMiddle, ...rest }: Chaos): Promise<void> {
  const began = performance.now();
  const database = rest.database();
  createEffects(database);
  const setups = await listSetups(rest.processes, database);
  const processes = await Promise.all(setups.map((setup) => supervise(node, setup)));
  const result = newResult();
  const total = sessions * each;
  let isAnswered = false;
  const killing = killAtRandom({
    processes,
    draw: fromSeed(seed),
    ...rest.answers,
    countAnswers: () => result.answered.length,
    isEnough: () => isAnswered,
  });
  const middle = untilHalf(() => result.answered.length >= total / 2, inTheMiddle);
  const ports = setups.flatMap(({ port }) => port ?? []);
  await sendLoad({ sessions, goesOn: (counter) => counter <= each, ports, result });
  const answeredAfter = performance.now() - began;
  isAnswered = true;
  await middle;
  const kills = await killing;
  const last = processes.at(-1);
  const health = last && (await untilHandled(last));
  for (const one of processes) await one.end();
  const contents = readContents(database);
  const workers = setups.filter(({ works }) => works).map(({ name }) => name);
  report(`chaos, ${what}`, {
    events: total,
    "answered after (s)": (answeredAfter / 1000).toFixed(0),
    "handled after (s)": ((performance.now() - began) / 1000).toFixed(0),
    kills,
    "refused with 503": result.refused,
    "broken off": result.broken,
    "runs more than effects": countRuns(folder, workers) - contents.effects.length,
  });
  expect(result.odd).toEqual([]);
  expect(health).toMatchObject({ waiting: 0, dead: 0 });
  expect(judge(result.answered, contents)).toEqual(noFaults);
  expect(contents.jobs).toEqual({ completed: total });
  expect(processes.flatMap(({ ownEnds }) => ownEnds)).toEqual([]);
}

const listSetups = (processes: Chaos["processes"], database: string): Promise<Setup[]> =>
  Promise.all(
    Object.entries(processes).map(async ([name, { receives, works }]) => ({
      folder,
      name,
      database,
      works,
      ...(receives && { port: await findFreePort() }),
      inboxOptions: { attempts: 20, retryDelay: 100 },
      seed,
      failing: 0.02,
      slowest: 2,
    })),
  );

async function untilHalf(isHalf: () => boolean, act: (() => void) | undefined): Promise<void> {
  if (act === undefined) return;
  while (!isHalf()) await new Promise((resolve) => setTimeout(resolve, 100));
  act();
}
