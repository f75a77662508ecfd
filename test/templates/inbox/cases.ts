import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { dropEvents, retryEvents, type Operated } from "../../../generator/cli/inputs/stored-events.js";
import type { DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { queue, type StoredJob } from "../../../templates/copied/inbox/jobs.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import type { HandleStored, StoredRun } from "../../../templates/copied/receiver/base/options.js";
import { takeSample } from "../../workbench/amount.js";
import { type Case, countOpen, drain, list, makeEvent, nameEvent, open, until } from "./case.js";

const reasons: string[] = [];

async function addAll(inbox: DurableInbox, keys: readonly string[], ...numbers: readonly number[]) {
  for (const n of numbers) for (const key of keys) await inbox.add(makeEvent(key, n));
}

const listStates = async (inbox: DurableInbox): Promise<readonly string[]> =>
  (await list(inbox)).map(({ about, state }) => `${about} ${state}`);

const listDead = async (inbox: DurableInbox): Promise<readonly string[]> =>
  (await list(inbox)).filter(({ state }) => state === "dead").map(({ id }) => id);

const toOutcomes = (operated: readonly Operated[]) => operated.map(({ outcome }) => outcome);

const refuse: HandleStored = () => Promise.reject(new Error("no \u0000"));

const noteIn =
  (seen: string[]): HandleStored =>
  (stored) =>
    Promise.resolve(void seen.push(nameEvent(stored)));

/** A table that handlers write to. */
async function createEffects(inbox: DurableInbox) {
  const { query } = await inbox.connect();
  const effects = `${inbox.settings.schema}.effects`;
  await query(`CREATE TABLE ${effects} (what text, number serial)`);
  return {
    write: ({ transaction }: StoredRun, what: string) =>
      transaction.query(`INSERT INTO ${effects} (what) SELECT $1 FROM pg_sleep(0.05)`, [what]),
    read: async () => {
      const { rows } = await query<{ readonly what: string }>(`SELECT what FROM ${effects} ORDER BY number`);
      return rows.map(({ what }) => what);
    },
  };
}

const cases: readonly Case[] = [
  {
    name: "fails rows that somebody else wrote into its table, and handles the events after them",
    options: { attempts: 1 },
    run: async (inbox) => {
      const { query } = await inbox.connect();
      const odd = [null, "null", "7", "[]", '{"event":7,"failures":"x"}', '{"failures":1e9}'];
      for (const [index, data] of odd.entries())
        await query(
          `INSERT INTO ${inbox.settings.schema}.job (name, policy, singleton_key, data, retry_limit)
            VALUES ($1, 'key_strict_fifo', $2, $3::jsonb, 0)`,
          [queue, `odd${index}`, data],
        );
      await addAll(inbox, ["well"], 1);
      const seen: string[] = [];
      await drain(inbox, async (stored, run) => {
        if (stored.seal === "") throw new Error("no seal");
        await noteIn(seen)(stored, run);
      });
      return { seen, dead: (await listDead(inbox)).length };
    },
    want: { seen: ["well1"], dead: 6 },
  },
  {
    name: "retries an event at once if an operator asks for it",
    options: { retryDelay: 3_600_000, longestDelay: 3_600_000 },
    run: async (inbox) => {
      const event = makeEvent("mended", 1);
      await inbox.add(event);
      const attempts: number[] = [];
      const worker = runWorker(inbox, async (stored, run) => {
        attempts.push(run.attempt);
        if (run.attempt === 0) await refuse(stored, run);
      });
      await until(async () => (await list(inbox)).some(({ state }) => state === "retrying"));
      const outcomes = toOutcomes(await retryEvents(await open(inbox), [event.id]));
      await until(async () => (await countOpen(inbox)) === 0);
      await worker.close();
      return { attempts, outcomes };
    },
    want: { attempts: [0, 1], outcomes: ["done"] },
  },
  {
    name: "handles the events of a session in their order, and sessions side by side",
    run: async (inbox) => {
      // All arrive at once.
      await Promise.all([0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => addAll(inbox, ["a", "b"], n)));
      const [begun, seen]: [string[], string[]] = [[], []];
      await drain(inbox, async (stored, run) => {
        begun.push(nameEvent(stored));
        // The first event of a session ends when the first event of the other session has begun.
        const isFirst = nameEvent(stored).endsWith("0");
        await until(() => !isFirst || ["a0", "b0"].every((name) => begun.includes(name)));
        await noteIn(seen)(stored, run);
      });
      return ["a", "b"].map((key) => seen.filter((name) => name.startsWith(key)).join(" "));
    },
    want: ["a0 a1 a2 a3 a4 a5 a6 a7 a8", "b0 b1 b2 b3 b4 b5 b6 b7 b8"],
  },
  {
    name: "retries an event until it is dead, which blocks its session until the event is dropped",
    run: async (inbox) => {
      await addAll(inbox, ["a", "b"], 0, 1, 2);
      const seen: string[] = [];
      const handle: HandleStored = async (stored, run) => {
        seen.push(`${nameEvent(stored)}:${run.attempt}`);
        if (nameEvent(stored) === "a1") await refuse(stored, run);
      };
      await drain(inbox, handle, { blocked: 1 });
      const states = await listStates(inbox);
      const dead = await listDead(inbox);
      // Two more attempts, before the events behind it.
      for (const _ of [1, 2]) {
        await retryEvents(await open(inbox), dead);
        await drain(inbox, handle, { blocked: 1 });
      }
      const outcomes = toOutcomes(await dropEvents(await open(inbox), dead));
      await drain(inbox, handle);
      return { seen: seen.sort(), states, outcomes, left: await listStates(inbox) };
    },
    want: {
      seen: ["a0:0", "a1:0", "a1:1", "a1:2", "a1:3", "a1:4", "a2:0", "b0:0", "b1:0", "b2:0"],
      states: ["session a dead", "session a blocked"],
      outcomes: ["done"],
      left: [],
    },
  },
  {
    name: "keeps a handler's writes once, and only if it and all of its queries succeed, awaited or not",
    options: { log: { ...silentLog, error: ({ err }) => void reasons.push((err as Error).message) } },
    run: async (inbox) => {
      const { write, read } = await createEffects(inbox);
      await addAll(inbox, ["throws", "ignores", "forgets"], 0);
      await drain(inbox, async (stored, run) => {
        const what = `${nameEvent(stored)}:${run.attempt}`;
        await write(run, what);
        if (run.attempt > 0) return;
        if (stored.key === "throws") throw new Error("not yet");
        if (stored.key === "forgets") return void run.transaction.query("SELECT 1/0");
        await run.transaction.query("SELECT 1/0").catch(() => undefined);
        await write(run, what).catch(() => undefined);
      });
      return { kept: (await read()).sort(), reasons: reasons.sort() };
    },
    want: {
      kept: ["forgets0:1", "ignores0:1", "throws0:1"],
      reasons: ["division by zero", "division by zero", "not yet"],
    },
  },
  {
    name: "aborts a handler after its deadline, and counts that as a failed attempt",
    options: { deadline: 10_000 },
    run: async (inbox) => {
      await addAll(inbox, ["a"], 0);
      const seen: string[] = [];
      await drain(inbox, async (_stored, { attempt, signal, transaction }) => {
        if (attempt === 0) await once(signal, "abort");
        seen.push(`${attempt} ${signal.aborted}`);
        await transaction.query("SELECT 1").catch(() => seen.push("refused"));
      });
      await until(() => seen.length >= 3);
      return seen.sort();
    },
    want: ["0 true", "1 false", "refused"],
  },
  {
    name: "counts each error of a query, and tells those of the database from those of the statement",
    options: { attempts: 2 },
    run: async (inbox) => {
      const codes = ["08006", "40001", "53300", "57P01", "08P01", "22012", "53400"];
      await addAll(inbox, codes, 0);
      const tried = new Set<string>();
      const seen: string[] = [];
      await drain(inbox, async (stored, { attempt, transaction }) => {
        const { key, failures, shortages } = stored as StoredJob;
        if (tried.has(key)) return void seen.push(`${key} ${attempt} = ${failures} + ${shortages}`);
        tried.add(key);
        await transaction.query(`DO $$ BEGIN RAISE USING ERRCODE = '${key}'; END $$`);
      });
      return seen.sort();
    },
    want: [
      ...["08006 1 = 0 + 1", "08P01 1 = 1 + 0", "22012 1 = 1 + 0", "40001 1 = 0 + 1"],
      ...["53300 1 = 0 + 1", "53400 1 = 1 + 0", "57P01 1 = 0 + 1"],
    ],
  },
  {
    name: "runs all queries of a handler in order, even if the handler does not wait for them",
    run: async (inbox) => {
      const { write, read } = await createEffects(inbox);
      await addAll(inbox, ["a"], 0);
      await drain(inbox, async (_stored, run) => {
        await Promise.all(["a", "b", "c"].map((what) => write(run, what)));
        for (const what of ["d", "e"]) void write(run, what);
      });
      return (await read()).join("");
    },
    want: "abcde",
  },
  {
    name: "lets running handlers end before a worker closes, and leaves the other events",
    run: async (inbox) => {
      await addAll(inbox, ["a"], 0, 1);
      const seen: string[] = [];
      let isClosing = false;
      const worker = runWorker(inbox, async (stored) => {
        seen.push(`began ${nameEvent(stored)}`);
        await until(() => isClosing);
        seen.push(`ended ${nameEvent(stored)}`);
      });
      await until(() => seen.length === 1);
      const closing = worker.close();
      isClosing = true;
      await closing;
      return { seen, left: await listStates(inbox) };
    },
    want: { seen: ["began a0", "ended a0"], left: ["session a waiting"] },
  },
  {
    name: "leaves a handler that exceeds its deadline while its worker closes to another worker, as the same attempt",
    options: { deadline: 300 },
    run: async (inbox) => {
      await addAll(inbox, ["a"], 0);
      const attempts: number[] = [];
      let closing: Promise<void> | undefined;
      let isClosed = false;
      const worker = runWorker(inbox, async (_stored, { attempt }) => {
        attempts.push(attempt);
        closing ??= worker.close();
        await until(() => isClosed);
      });
      await until(() => closing !== undefined);
      await closing;
      isClosed = true;
      await drain(inbox, (_stored, { attempt }) => Promise.resolve(void attempts.push(attempt)));
      return attempts.slice(0, 2);
    },
    want: [0, 0],
  },
  {
    name: "keeps no writes for a claim that another worker has taken",
    run: async (inbox) => {
      const { boss } = await inbox.connect();
      const { write, read } = await createEffects(inbox);
      await addAll(inbox, ["a"], 0);
      await drain(inbox, async (stored, run) => {
        // pg-boss does the same when heartbeats are missing.
        if (run.attempt === 0) await boss.fail(queue, stored.id);
        await write(run, String(run.attempt));
      });
      return read();
    },
    want: ["1"],
  },
  {
    name: "stores an event once, even if it arrives again after it was handled",
    run: async (inbox) => {
      const event = makeEvent("a", 0);
      const seen: string[] = [];
      for (const times of [2, 1]) {
        for (let time = 0; time < times; time += 1) await inbox.add(event);
        await drain(inbox, noteIn(seen));
      }
      return seen;
    },
    want: ["a0"],
  },
  {
    name: "counts handlers that exceed their deadline towards its concurrency until they end",
    options: { deadline: 200, attempts: 10 },
    run: async (inbox) => {
      await addAll(inbox, ["a"], 0);
      let [running, most] = [0, 0];
      const handle: HandleStored = async (_stored, { attempt, signal }) => {
        most = Math.max(most, (running += 1));
        // Waits until the event is back, and then long enough for a worker to look for events.
        if (attempt < 2) {
          await once(signal, "abort");
          await until(async () => (await list(inbox)).length > 0);
          await sleep(500);
        }
        running -= 1;
      };
      await drain(inbox, handle, { concurrency: 1 });
      return most;
    },
    want: 1,
  },
  {
    name: "forgets handled events after a while, but never dead or waiting ones",
    options: { keepFor: 1000, attempts: 1 },
    run: async (inbox) => {
      const events = ["handled", "dead", "dead"].map((key, n) => makeEvent(key, n));
      const seen: string[] = [];
      const handle: HandleStored = async (stored, run) => {
        await noteIn(seen)(stored, run);
        if (stored.key === "dead") await refuse(stored, run);
      };
      const addAndDrain = async (): Promise<void> => {
        for (const event of events) await inbox.add(event);
        await drain(inbox, handle, { blocked: 1 });
      };
      await addAndDrain();
      await sleep(1500);
      const { query, upkeep } = await inbox.connect();
      // pg-boss has just looked for old events, and would wait a day before the next time.
      await query(`UPDATE ${inbox.settings.schema}.queue SET maintain_on = NULL`);
      await upkeep.supervise(queue);
      await addAndDrain();
      return { seen, left: await listStates(inbox) };
    },
    want: { seen: ["handled0", "dead1", "handled0"], left: ["session dead dead", "session dead blocked"] },
  },
];

/** In a folder, each case starts its own PGlite, so only half of the cases run before a change is merged. */
export const listCases = (isServer: boolean): readonly Case[] => (isServer ? cases : takeSample(cases, 2));
