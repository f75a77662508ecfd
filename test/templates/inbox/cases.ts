import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { HandleStored } from "../../../templates/copied/receiver/queued.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { queue } from "../../../templates/copied/inbox/connection.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { claimEvents, deleteHandled } from "../../../templates/copied/inbox/job-table.js";
import { takeSample } from "../../fuzz/amount.js";
import { drain, makeEvent, nameEvent, until, type Case } from "./case.js";

/** What pg says of queries that come while another one runs. All cases share a process, which has other warnings, too. */
function noteWarnings() {
  const noted: string[] = [];
  const note = ({ message }: Error): void => {
    if (message.includes("already executing")) noted.push(message);
  };
  process.on("warning", note);
  return { noted, stop: () => void process.off("warning", note) };
}

/** What the log of one case was told. */
const reasons: string[] = [];

const cases: readonly Case[] = [
  {
    name: "keeps events of other subscriptions when one has as many waiting as it may",
    options: { subscriptionLimit: 2 },
    run: async (inbox) => {
      const kept: string[] = [];
      for (const key of ["one.a", "one.b", "one.c", "two.a"]) kept.push(await inbox.add(makeEvent(key, 1)));
      return kept;
    },
    want: ["kept", "kept", "refused", "kept"],
  },
  {
    name: "fails what somebody else wrote into its table, and goes on",
    options: { attempts: 1 },
    run: async (inbox) => {
      const { query, schema } = await inbox.connect();
      const insert = (key: string, data: string): Promise<unknown> =>
        query(
          `INSERT INTO ${schema}.job (name, policy, singleton_key, data, retry_limit)
            VALUES ($1, 'key_strict_fifo', $2, $3::jsonb, 0)`,
          [queue, key, data],
        );
      for (const [index, data] of ["null", "7", "[]", '{"event":7,"trace":{"a":1}}'].entries())
        await insert(`odd${index}`, data);
      await query(
        `INSERT INTO ${schema}.job (name, policy, singleton_key, retry_limit)
          VALUES ($1, 'key_strict_fifo', 'none', 0)`,
        [queue],
      );
      await inbox.add(makeEvent("well", 1));
      const seen: string[] = [];
      await drain(
        inbox,
        async ({ key, seal }) => {
          await sleep(0);
          if (seal === "") throw new Error("no seal");
          seen.push(key);
        },
        { concurrency: 1 },
      );
      const dead = await inbox.list({ dead: true });
      return { seen, dead: dead.length };
    },
    want: { seen: ["well"], dead: 5 },
  },
  {
    name: "tries an event at once that waits for its next attempt, when it is told to",
    options: { retryDelay: 3_600_000, longestDelay: 3_600_000 },
    run: async (inbox) => {
      const event = makeEvent("mended", 1);
      await inbox.add(event);
      const attempts: number[] = [];
      const worker = runWorker(inbox, async (_, { attempt }) => {
        await sleep(0);
        attempts.push(attempt);
        if (attempt === 0) throw new Error("not mended yet");
      });
      await until(async () => (await inbox.list()).some(({ state }) => state === "retrying"));
      const told = await inbox.retry([event.id]);
      await until(async () => (await inbox.health()).waiting === 0);
      await worker.close();
      return { attempts, told: told.map(({ outcome }) => outcome) };
    },
    want: { attempts: [0, 1], told: ["done"] },
  },
  {
    name: "handles the events of a session in their order, and sessions side by side",
    run: async (inbox) => {
      for (let n = 0; n < 4; n += 1) for (const key of ["a", "b"]) await inbox.add(makeEvent(key, n));
      const [begun, seen]: string[][] = [[], []];
      await drain(inbox, async (stored) => {
        begun?.push(nameEvent(stored));
        // The first of each session ends when that of the other has begun.
        const isFirst = nameEvent(stored).endsWith("0");
        await until(() => !isFirst || ["a0", "b0"].every((name) => begun?.includes(name)));
        seen?.push(nameEvent(stored));
      });
      return ["a", "b"].map((key) => seen?.filter((name) => name.startsWith(key)).join(" "));
    },
    want: ["a0 a1 a2 a3", "b0 b1 b2 b3"],
  },
  {
    name: "tries an event again until it is dead, which holds back its session and no other",
    run: async (inbox) => {
      for (const n of [0, 1, 2]) for (const key of ["a", "b"]) await inbox.add(makeEvent(key, n));
      const seen: string[] = [];
      const handle: HandleStored = (stored, { attempt }) => {
        seen.push(`${nameEvent(stored)}:${attempt}`);
        return nameEvent(stored) === "a1" ? Promise.reject(new Error("no \u0000")) : Promise.resolve();
      };
      await drain(inbox, handle, { blocked: 1 });
      const { dead, blockedSessions, waiting } = await inbox.health();
      return { seen: seen.sort(), dead, blockedSessions, waiting };
    },
    want: {
      seen: ["a0:0", "a1:0", "a1:1", "a1:2", "b0:0", "b1:0", "b2:0"],
      dead: 1,
      blockedSessions: 1,
      waiting: 1,
    },
  },
  {
    name: "keeps what a handler writes in its transaction once, and only if the handler succeeds",
    run: async (inbox) => {
      const { query, schema } = await inbox.connect();
      await query(`CREATE TABLE ${schema}.effects (what text)`);
      for (const n of [0, 1, 2]) await inbox.add(makeEvent("a", n));
      await drain(inbox, async (stored, { attempt, transaction }) => {
        const what = `${nameEvent(stored)}:${attempt}`;
        await transaction.query(`INSERT INTO ${schema}.effects VALUES ($1)`, [what]);
        if (attempt < 1) throw new Error("only at the second attempt");
      });
      return (await query(`SELECT what FROM ${schema}.effects ORDER BY what`)).rows;
    },
    want: [{ what: "a0:1" }, { what: "a1:1" }, { what: "a2:1" }],
  },
  {
    name: "aborts a handler whose time is over, and counts that as a failed attempt",
    options: { deadline: 10_000 },
    run: async (inbox) => {
      await inbox.add(makeEvent("a", 0));
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
      await inbox.add(makeEvent("a", 0));
      await drain(inbox, (_stored, { attempt, transaction }) => {
        if (attempt === 0) void transaction.query("SELECT 1/0");
        return Promise.resolve();
      });
      return { reasons, dead: (await inbox.health()).dead };
    },
    want: { reasons: ["division by zero"], dead: 0 },
  },
  {
    name: "runs queries one after the other, and all of them, although the handler does not wait",
    run: async (inbox) => {
      const warnings = noteWarnings();
      const { query, schema } = await inbox.connect();
      await query(`CREATE TABLE ${schema}.effects (what text, number serial)`);
      await inbox.add(makeEvent("a", 0));
      await drain(inbox, async (_stored, { transaction }) => {
        const insert = (what: string): Promise<unknown> =>
          transaction.query(`INSERT INTO ${schema}.effects (what) SELECT $1 FROM pg_sleep(0.1)`, [what]);
        await Promise.all(["a", "b", "c"].map(insert));
        void insert("d");
        void insert("e");
      });
      warnings.stop();
      const { rows } = await query(`SELECT what FROM ${schema}.effects ORDER BY number`);
      return { rows: rows.map(({ what }) => what).join(""), warnings: warnings.noted };
    },
    want: { rows: "abcde", warnings: [] },
  },
  {
    name: "begins no query of a handler whose time is over, and says nothing of it",
    needsConnections: true,
    options: { deadline: 10_000 },
    run: async (inbox) => {
      const warnings = noteWarnings();
      const { query, schema } = await inbox.connect();
      await query(`CREATE TABLE ${schema}.released (at timestamptz)`);
      const wait = `DO $$ BEGIN
          WHILE NOT EXISTS (SELECT FROM ${schema}.released) LOOP PERFORM pg_sleep(0.05); END LOOP;
        END $$`;
      await inbox.add(makeEvent("a", 0));
      const seen: string[] = [];
      await drain(inbox, async (_stored, { attempt, signal, transaction }) => {
        if (attempt > 0) return;
        const waiting = Promise.allSettled([wait, wait, wait].map((text) => transaction.query(text)));
        await once(signal, "abort");
        await query(`INSERT INTO ${schema}.released VALUES (now())`);
        seen.push(...(await waiting).map(({ status }) => status));
      });
      await until(() => seen.length === 3);
      warnings.stop();
      return { late: seen.slice(1), warnings: warnings.noted };
    },
    want: { late: ["rejected", "rejected"], warnings: [] },
  },
  {
    name: "lets what runs end before a worker is closed, and leaves the rest",
    run: async (inbox) => {
      for (const n of [0, 1]) await inbox.add(makeEvent("a", n));
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
      return { seen, waiting: (await inbox.health()).waiting };
    },
    want: { seen: ["began a0", "ended a0"], waiting: 1 },
  },
  {
    name: "gives back what has not ended in time when it closes, as the same attempt",
    options: { deadline: 300 },
    run: async (inbox) => {
      await inbox.add(makeEvent("a", 0));
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
    name: "stores an event once, also when it comes again after it was handled",
    run: async (inbox) => {
      const event = makeEvent("a", 0);
      const kept = [await inbox.add(event), await inbox.add(event)];
      let runs = 0;
      const handle: HandleStored = () => Promise.resolve(void (runs += 1));
      await drain(inbox, handle);
      kept.push(await inbox.add(event));
      await drain(inbox, handle);
      return { kept, runs };
    },
    want: { kept: ["kept", "kept", "kept"], runs: 1 },
  },
  ...(["refuse", "drop"] as const).map((whenFull): Case => ({
    name: `${whenFull}s an event when it is full`,
    options: { limit: 2, whenFull },
    run: async (inbox) => {
      const kept = [];
      for (const n of [0, 1, 2]) kept.push(await inbox.add(makeEvent("a", n)));
      return { kept, waiting: (await inbox.health()).waiting };
    },
    want: { kept: ["kept", "kept", whenFull === "drop" ? "dropped" : "refused"], waiting: 2 },
  })),
  {
    name: "begins no more handlers than it may while some do not end in their time",
    options: { deadline: 200, attempts: 10 },
    run: async (inbox) => {
      await inbox.add(makeEvent("a", 0));
      let [running, most] = [0, 0];
      const handle: HandleStored = async (_stored, { attempt, signal }) => {
        most = Math.max(most, (running += 1));
        // Its event is back, for longer than a worker takes to look.
        if (attempt < 2) {
          await once(signal, "abort");
          await until(async () => (await inbox.list()).some(({ state }) => state !== "running"));
          for (let look = 0; look < 20; look += 1) await inbox.health();
        }
        running -= 1;
      };
      await drain(inbox, handle, { concurrency: 1 });
      return most;
    },
    want: 1,
  },
  {
    name: "handles a dead event that is retried before those that wait behind it",
    options: { attempts: 1 },
    run: async (inbox) => {
      for (const n of [0, 1, 2]) await inbox.add(makeEvent("a", n));
      await drain(inbox, () => Promise.reject(new Error("not yet")), { blocked: 2 });
      await inbox.add(makeEvent("a", 3));
      const seen: string[] = [];
      const outcomes = (await inbox.retry("dead")).map(({ outcome }) => outcome);
      await drain(inbox, (stored) => Promise.resolve(void seen.push(nameEvent(stored))));
      return { outcomes, seen };
    },
    want: { outcomes: ["done"], seen: ["a0", "a1", "a2", "a3"] },
  },
  {
    name: "claims at the same cost whatever waits",
    needsConnections: true,
    run: async (inbox) => {
      const { query, schema } = await inbox.connect();
      const fill = (state: string): Promise<unknown> =>
        query(
          `INSERT INTO ${schema}.job (name, policy, singleton_key, state, data)
            SELECT $1, 'key_strict_fifo', 'key ' || n % 50, $2, '{}' FROM generate_series(1, 20000) n`,
          [queue, state],
        );
      // The planner believes that nothing waits.
      await fill("completed");
      await query(`ANALYZE ${schema}.job_common`);
      await fill("created");
      const plan = async (text: string, values: readonly unknown[] = []) => ({
        rows: (await query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)).rows as never[],
      });
      const [row] = (await claimEvents({ schema, query: plan }, "", 10)) as unknown as Record<
        string,
        unknown
      >[];
      const read = JSON.stringify(row).matchAll(/"(?:Actual Rows|Rows Removed by Filter)":([\d.]+)/g);
      return Math.max(...[...read].map(([, count]) => Number(count))) <= 50;
    },
    want: true,
  },
  {
    name: "forgets what was handled longer ago than it keeps events, and nothing else",
    options: { keepFor: 3_600_000, attempts: 1 },
    run: async (inbox) => {
      const [old, young, dead, waiting] = ["old", "young", "dead", "dead"].map((key, n) => makeEvent(key, n));
      const seen: string[] = [];
      const handle: HandleStored = (stored) => {
        seen.push(stored.key);
        return stored.key === "dead" ? Promise.reject(new Error("no")) : Promise.resolve();
      };
      const addAll = async (): Promise<void> => {
        for (const event of [old, young, dead, waiting]) if (event) await inbox.add(event);
        await drain(inbox, handle, { blocked: 1 });
      };
      await addAll();
      const connection = await inbox.connect();
      const { query, schema } = connection;
      const age = (hours: number, ids: unknown): Promise<unknown> =>
        query(
          `UPDATE ${schema}.job SET created_on = created_on - $1::int * interval '1 hour',
             completed_on = completed_on - $1::int * interval '1 hour' WHERE id = ANY($2::uuid[])`,
          [hours, ids],
        );
      await age(2, [old?.id, dead?.id, waiting?.id]);
      await deleteHandled(connection, inbox.settings.keepFor);
      await addAll();
      const { rows } = await query("SELECT to_regclass($1) IS NOT NULL AS indexed", [
        `${schema}.mplus_handled`,
      ]);
      return { seen: seen.sort(), indexed: rows[0]?.["indexed"] };
    },
    want: { seen: ["dead", "old", "old", "young"], indexed: true },
  },
];

/** What runs on a server, or in a folder: there each case has a PGlite of its own, and before a change lands half of them run. */
export const listCases = (isServer: boolean): readonly Case[] =>
  isServer
    ? cases
    : takeSample(
        cases.filter(({ needsConnections }) => needsConnections !== true),
        2,
      );
