import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { scaleAmount } from "../../fuzz/amount.js";
import { fromSeed } from "../../workbench/draw.js";
import { removeFolder } from "../../workbench/folders.js";
import { seed } from "../../workbench/seed.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { createPostgres, noPostgres, type PostgresServer } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { judge, noFaults } from "./judge.js";
import { newResult, sendLoad } from "./load.js";
import { supervise, untilHandled } from "./processes.js";
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

const chaos = [
  {
    what: "two receivers and two workers on PostgreSQL",
    database: () => postgres?.url ?? "",
    processes: { "receiver-1": receives, "receiver-2": receives, "worker-1": works, "worker-2": works },
    sessions: 200,
    each: scaleAmount({ suite: 100, full: 500 }),
    /** How many events are answered from one kill of a process to the next; they go on until all are. */
    answers: { least: 1000, most: 4000 },
    /** Done once, when half of the events are answered. */
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
    inTheMiddle: () => undefined,
    skipped: undefined,
  },
];

describe("an inbox whose processes are killed again and again", () => {
  for (const { what, skipped, ...scene } of chaos)
    it.skipIf(skipped)(
      withReason(`${what} lose nothing, do nothing twice, and keep the order of each session`, skipped),
      () => cause(scene),
    );
});

type Chaos = Omit<(typeof chaos)[number], "what" | "skipped">;

async function cause({ database, processes, sessions, each, answers, inTheMiddle }: Chaos): Promise<void> {
  createEffects(database());
  const common = { folder, database: database(), seed, failing: 0.02, slowest: 2 };
  const ports: number[] = [];
  const fleet = Object.entries(processes).map(async ([name, { receives, works }]) => {
    const port = receives ? await findFreePort() : undefined;
    if (port !== undefined) ports.push(port);
    const inboxOptions = { attempts: 20, retryDelay: 100 };
    return supervise(node, { ...common, name, works, inboxOptions, ...(port !== undefined && { port }) });
  });
  const all = await Promise.all(fleet);
  const result = newResult();
  const total = sessions * each;
  const draw = fromSeed(seed);
  let isAnswered = false;
  const killing = all.map(async (one) => {
    for (;;) {
      const next = result.answered.length + answers.least + draw.below(answers.most - answers.least);
      while (result.answered.length < next && !isAnswered) await sleep(5);
      if (isAnswered) return;
      await one.kill();
    }
  });
  const middle = async (): Promise<void> => {
    while (result.answered.length < total / 2) await sleep(100);
    inTheMiddle();
  };
  await Promise.all([
    middle(),
    sendLoad({ sessions, goesOn: (counter) => counter <= each, ports, result }).finally(
      () => (isAnswered = true),
    ),
  ]);
  await Promise.all(killing);
  const last = all.at(-1);
  const health = last && (await untilHandled(last));
  for (const one of all) await one.end();
  const contents = readContents(database());
  expect(result.odd).toEqual([]);
  expect(health).toMatchObject({ waiting: 0, dead: 0 });
  expect(judge(result.answered, contents)).toEqual(noFaults);
  expect(contents.jobs).toEqual({ completed: total });
  expect(all.flatMap(({ ownEnds }) => ownEnds)).toEqual([]);
}
