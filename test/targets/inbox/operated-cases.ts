import { setTimeout as sleep } from "node:timers/promises";
import { chooseQueue, queueNames } from "../../../templates/inbox/queues.js";
import { runWorker } from "../../../templates/inbox/worker/start-worker.js";
import { drain, makeEvent, until, withInbox, type Case } from "./case.js";

/** What an inbox does about what others do to it: a shop that sends much, whoever writes into its table, a person who retries. */
export const operatedCases: readonly Case[] = [
  {
    name: "keeps events of other subscriptions when one has as many waiting as it may",
    run: (options) =>
      withInbox({ ...options, subscriptionLimit: 2 }, async (inbox) => {
        const kept: string[] = [];
        for (const key of ["one.a", "one.b", "one.c", "two.a"]) kept.push(await inbox.add(makeEvent(key, 1)));
        return kept;
      }),
    want: ["kept", "kept", "refused", "kept"],
  },
  {
    name: "fails what somebody else wrote into its table, and goes on",
    run: (options) =>
      withInbox({ ...options, attempts: 1 }, async (inbox) => {
        const { query, schema } = await inbox.connect();
        const insert = (queue: string, key: string, data: string): Promise<unknown> =>
          query(
            `INSERT INTO ${schema}.job (name, policy, singleton_key, data, retry_limit)
              VALUES ($1, 'key_strict_fifo', $2, $3::jsonb, 0)`,
            [queue, key, data],
          );
        for (const [index, data] of ["null", "7", "[]", '{"event":7,"trace":{"a":1}}'].entries())
          await insert(chooseQueue(`odd${index}`), `odd${index}`, data);
        await insert(
          queueNames.find((name) => name !== chooseQueue("moved")) ?? "",
          "moved",
          JSON.stringify(makeEvent("moved", 1)),
        );
        await query(
          `INSERT INTO ${schema}.job (name, policy, singleton_key, retry_limit)
            VALUES ($1, 'key_strict_fifo', 'none', 0)`,
          [chooseQueue("none")],
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
      }),
    want: { seen: ["well"], dead: 6 },
  },
  {
    name: "tries an event at once that waits for its next attempt, when it is told to",
    run: (options) =>
      withInbox({ ...options, retryDelay: 3_600_000, longestDelay: 3_600_000 }, async (inbox) => {
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
      }),
    want: { attempts: [0, 1], told: ["done"] },
  },
];
