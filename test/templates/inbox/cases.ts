import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  dropEvents,
  retryEvents,
  type ListedEvent,
  type Operated,
} from "../../../generator/cli/inputs/stored-events.js";
import type { DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { queue } from "../../../templates/copied/inbox/jobs.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import type { HandleStored } from "../../../templates/copied/receiver/queued.js";
import { takeSample } from "../../fuzz/amount.js";
import { type Case, countOpen, drain, list, makeEvent, nameEvent, open, until } from "./case.js";

const reasons: string[] = [];

const addAll = async (inbox: DurableInbox, key: string, ...numbers: readonly number[]): Promise<void> => {
  for (const n of numbers) await inbox.add(makeEvent(key, n));
};

const listStates = async (inbox: DurableInbox): Promise<readonly string[]> =>
  (await list(inbox)).map(({ about, state }) => `${about} ${state}`);

const listDead = async (inbox: DurableInbox): Promise<readonly ListedEvent[]> =>
  (await list(inbox)).filter(({ state }) => state === "dead");

const retryDead = async (inbox: DurableInbox): Promise<readonly Operated[]> =>
  retryEvents(
    await open(inbox),
    (await listDead(inbox)).map(({ id }) => id),
  );

const refuse: HandleStored = () => Promise.reject(new Error("not yet"));

const noteIn =
  (seen: string[]): HandleStored =>
  (stored) =>
    Promise.resolve(void seen.push(nameEvent(stored)));

const cases: readonly Case[] = [
  {
    name: "fails what somebody else wrote into its table, and goes on",
    options: { attempts: 1 },
    run: async (inbox) => {
      const { query } = await inbox.connect();
      for (const [index, data] of [
        null,
        "null",
        "7",
        "[]",
        '{"event":7,"failures":"x"}',
        '{"failures":1e9}',
      ].entries())
        await query(
          `INSERT INTO ${inbox.settings.schema}.job (name, policy, singleton_key, data, retry_limit)
            VALUES ($1, 'key_strict_fifo', $2, $3::jsonb, 0)`,
          [queue, `odd${index}`, data],
        );
      await addAll(inbox, "well", 1);
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
    name: "tries an event at once that waits for its next attempt, when it is told to",
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
      const told = await retryEvents(await open(inbox), [event.id]);
      await until(async () => (await countOpen(inbox)) === 0);
      await worker.close();
      return { attempts, told: told.map(({ outcome }) => outcome) };
    },
    want: { attempts: [0, 1], told: ["done"] },
  },
  {
    name: "handles the events of a session in their order, and sessions side by side",
    run: async (inbox) => {
      for (const n of [0, 1, 2, 3]) for (const key of ["a", "b"]) await addAll(inbox, key, n);
      const begun: string[] = [];
      const seen: string[] = [];
      await drain(inbox, async (stored, run) => {
        begun.push(nameEvent(stored));
        // The first event of a session ends when the first event of the other session has begun.
        const isFirst = nameEvent(stored).endsWith("0");
        await until(() => !isFirst || ["a0", "b0"].every((name) => begun.includes(name)));
        await noteIn(seen)(stored, run);
      });
      return ["a", "b"].map((key) => seen.filter((name) => name.startsWith(key)).join(" "));
    },
    want: ["a0 a1 a2 a3", "b0 b1 b2 b3"],
  },
  {
    name: "tries an event again until it is dead, which holds back its session and no other until it is dropped",
    run: async (inbox) => {
      for (const n of [0, 1, 2]) for (const key of ["a", "b"]) await addAll(inbox, key, n);
      const seen: string[] = [];
      const handle: HandleStored = async (stored, { attempt }) => {
        seen.push(`${nameEvent(stored)}:${attempt}`);
        await (nameEvent(stored) === "a1" ? Promise.reject(new Error("no \u0000")) : undefined);
      };
      await drain(inbox, handle, { blocked: 1 });
      const states = await listStates(inbox);
      // One more attempt, before the events behind it.
      let goes = 0;
      await retryDead(inbox);
      await drain(inbox, (stored, run) => refuse(stored, run).finally(() => (goes += 1)), { blocked: 1 });
      const [dead] = await listDead(inbox);
      const outcomes = (await dropEvents(await open(inbox), [dead?.id ?? ""])).map(({ outcome }) => outcome);
      await drain(inbox, handle);
      return { seen: seen.sort(), states, goes, outcomes, left: await listStates(inbox) };
    },
    want: {
      seen: ["a0:0", "a1:0", "a1:1", "a1:2", "a2:0", "b0:0", "b1:0", "b2:0"],
      states: ["session a dead", "session a blocked"],
      goes: 1,
      outcomes: ["done"],
      left: [],
    },
  },
  {
    name: "keeps what a handler writes in its transaction once, and only if it and all of its queries succeed",
    run: async (inbox) => {
      const { query } = await inbox.connect();
      const effects = `${inbox.settings.schema}.effects`;
      await query(`CREATE TABLE ${effects} (what text)`);
      for (const key of ["throws", "ignores"]) await addAll(inbox, key, 0, 1);
      await drain(inbox, async (stored, { attempt, transaction }) => {
        const write = () =>
          transaction.query(`INSERT INTO ${effects} VALUES ($1)`, [`${nameEvent(stored)}:${attempt}`]);
        await write();
        if (attempt > 0) return;
        if (stored.key === "throws") throw new Error("only at the second attempt");
        await transaction.query("SELECT 1/0").catch(() => undefined);
        await write().catch(() => undefined);
      });
      return (await query<{ readonly what: string }>(`SELECT what FROM ${effects} ORDER BY what`)).rows.map(
        ({ what }) => what,
      );
    },
    want: ["ignores0:1", "ignores1:1", "throws0:1", "throws1:1"],
  },
  {
    name: "aborts a handler whose time is over, and counts that as a failed attempt",
    options: { deadline: 10_000 },
    run: async (inbox) => {
      await addAll(inbox, "a", 0);
      const seen: unknown[] = [];
      await drain(inbox, async (_stored, { attempt, signal, transaction }) => {
        if (attempt === 0) await once(signal, "abort");
        seen.push([attempt, signal.aborted]);
        await transaction.query("SELECT 1").catch(() => seen.push("refused"));
      });
      await until(() => seen.length >= 3);
      return seen.map(String).sort();
    },
    want: ["0,true", "1,false", "refused"],
  },
  {
    name: "counts a query that failed as a failed attempt, although the handler did not wait for it",
    options: { log: { ...silentLog, error: ({ err }) => void reasons.push((err as Error).message) } },
    run: async (inbox) => {
      await addAll(inbox, "a", 0);
      await drain(inbox, (_stored, { attempt, transaction }) => {
        if (attempt === 0) void transaction.query("SELECT 1/0");
        return Promise.resolve();
      });
      return { reasons, left: await list(inbox) };
    },
    want: { reasons: ["division by zero"], left: [] },
  },
  {
    name: "counts an error of the database's own as no attempt, and any other error of a query as a failed one",
    options: { attempts: 2 },
    run: async (inbox) => {
      const codes = ["08006", "40001", "53300", "57P01", "08P01", "22012", "53400"];
      for (const code of codes) await addAll(inbox, `${code}:`, 0);
      const tries = new Set<string>();
      const seen: string[] = [];
      await drain(inbox, async ({ key }, { attempt, transaction }) => {
        if (tries.has(key)) return void seen.push(`${key}${attempt}`);
        tries.add(key);
        await transaction.query(`DO $$ BEGIN RAISE USING ERRCODE = '${key.slice(0, 5)}'; END $$`);
      });
      return seen.sort();
    },
    want: ["08006:0", "08P01:1", "22012:1", "40001:0", "53300:0", "53400:1", "57P01:0"],
  },
  {
    name: "runs queries one after the other, and all of them, although the handler does not wait",
    run: async (inbox) => {
      const { query } = await inbox.connect();
      const effects = `${inbox.settings.schema}.effects`;
      await query(`CREATE TABLE ${effects} (what text, number serial)`);
      await addAll(inbox, "a", 0);
      await drain(inbox, async (_stored, { transaction }) => {
        const insert = (what: string): Promise<unknown> =>
          transaction.query(`INSERT INTO ${effects} (what) SELECT $1 FROM pg_sleep(0.1)`, [what]);
        await Promise.all(["a", "b", "c"].map(insert));
        void insert("d");
        void insert("e");
      });
      const { rows } = await query<{ readonly what: string }>(`SELECT what FROM ${effects} ORDER BY number`);
      return rows.map(({ what }) => what).join("");
    },
    want: "abcde",
  },
  {
    name: "lets what runs end before a worker is closed, and leaves the rest",
    run: async (inbox) => {
      await addAll(inbox, "a", 0, 1);
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
    name: "gives back what has not ended in time when it closes, as the same attempt",
    options: { deadline: 300 },
    run: async (inbox) => {
      await addAll(inbox, "a", 0);
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
    name: "writes nothing for a claim that another worker has taken meanwhile",
    run: async (inbox) => {
      const { boss, query } = await inbox.connect();
      const effects = `${inbox.settings.schema}.effects`;
      await query(`CREATE TABLE ${effects} (what text)`);
      await addAll(inbox, "a", 0);
      await drain(inbox, async (stored, { attempt, transaction }) => {
        // pg-boss does the same when heartbeats are missing.
        if (attempt === 0) await boss.fail(queue, stored.id);
        await transaction.query(`INSERT INTO ${effects} VALUES ($1)`, [attempt]);
      });
      return (await query(`SELECT what FROM ${effects}`)).rows;
    },
    want: [{ what: "1" }],
  },
  {
    name: "stores an event once, also when it comes again after it was handled",
    run: async (inbox) => {
      const event = makeEvent("a", 0);
      await inbox.add(event);
      await inbox.add(event);
      const seen: string[] = [];
      await drain(inbox, noteIn(seen));
      await inbox.add(event);
      await drain(inbox, noteIn(seen));
      return seen;
    },
    want: ["a0"],
  },
  {
    name: "begins no more handlers than it may while some do not end in their time",
    options: { deadline: 200, attempts: 10 },
    run: async (inbox) => {
      await addAll(inbox, "a", 0);
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
    name: "forgets what was handled longer ago than it keeps events, and nothing that is dead or waits",
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
