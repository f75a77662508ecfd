import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWireClient } from "../../conformance/wire.js";
import { startProxy } from "../../templates/stores/proxy.js";
import { removeFolder } from "../../workbench/folders.js";
import { seed } from "../../workbench/seed.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { createPostgres, noPostgres, type PostgresServer } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { judge, noFaults } from "./judge.js";
import { answeredEvent, newResult, sendLoad } from "./load.js";
import { supervise, untilHandled } from "./processes.js";
import { createEffects, emitInbox, node, readContents } from "./scene.js";

let folder = "";

beforeAll(async () => {
  if (noPostgres === undefined) folder = await emitInbox();
});
afterAll(() => removeFolder(folder));

/** The database is unavailable until this many events were rejected. */
const many = 20;

/** Outages with first answers in the database or in memory, of the database or of the network. */
const outages: readonly {
  readonly what: string;
  readonly usesStore: boolean;
  readonly isSilent?: boolean;
}[] = [
  { what: "first answers are in memory", usesStore: false },
  { what: "first answers are in the database", usesStore: true },
  { what: "nothing says that the network is gone", usesStore: false, isSilent: true },
];

describe.skipIf(noPostgres)(withReason("a database that is gone for a while", noPostgres), () => {
  it.each(outages)(
    "stops no event that the POS waits for, and loses none of the others: $what",
    async (outage) => {
      const postgres = await createPostgres();
      await takeAway(outage, postgres).finally(() => postgres.remove());
    },
  );
});

async function takeAway(
  { usesStore, isSilent = false }: (typeof outages)[number],
  server: PostgresServer,
): Promise<void> {
  const url = new URL(server.url);
  const proxy = await startProxy(Number(url.port));
  url.port = String(proxy.port);
  const database = url.href;
  createEffects(server.url);
  const port = await findFreePort();
  const common = { folder, database, seed, failing: 0, slowest: 2, usesStore };
  const receiver = await supervise(node, { ...common, name: "receiver", port, works: false });
  const worker = await supervise(node, { ...common, name: "worker", works: true });
  expect([...receiver.ownEnds, ...worker.ownEnds]).toEqual([]);
  let isOver = false;
  const result = newResult();
  const sending = sendLoad({ sessions: 20, goesOn: () => !isOver, ports: [port], result });
  const asking = askAllTheTime(port, () => isOver);
  // The first event opens the database, which may take time.
  for (const one of [receiver, worker]) while ((await one.ask()).database === "down") await sleep(100);
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await sleep(50);
  };
  await until(() => result.answered.length >= many);
  if (isSilent) proxy.hang();
  else server.crash();
  await until(() => result.refused >= many);
  expect((await worker.ask()).database).toBe("down");
  const during = result.answered.length;
  if (isSilent) proxy.resume();
  else server.start();
  await until(() => result.answered.length >= during + many);
  isOver = true;
  await sending;
  const odd = await asking;
  const health = await untilHandled(worker);
  await receiver.end();
  await worker.end();
  expect(odd).toEqual([]);
  expect(result.odd).toEqual([]);
  expect(result.broken).toBe(0);
  expect(health).toMatchObject({ database: "up", waiting: 0, dead: 0 });
  expect(judge(result.answered, readContents(server.url))).toEqual(noFaults);
  expect([...receiver.ownEnds, ...worker.ownEnds]).toEqual([]);
  await proxy.close();
}

/** Sends a blocking event every 50 ms, whether or not earlier ones were answered. Returns unexpected answers. */
async function askAllTheTime(port: number, isOver: () => boolean): Promise<string[]> {
  const client = createWireClient(port, 200);
  const odd: string[] = [];
  const ask = async (counter: number): Promise<void> => {
    const answer = await client.send(answeredEvent(counter)).catch(() => undefined);
    if (answer?.status !== 200 || !answer.body.includes("Welcome back"))
      odd.push(answer?.body ?? "broken off");
  };
  const asking: Promise<void>[] = [];
  while (!isOver()) {
    asking.push(ask(asking.length + 1));
    await sleep(50);
  }
  await Promise.all(asking);
  client.close();
  return odd;
}
