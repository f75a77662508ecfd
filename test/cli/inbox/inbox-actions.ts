// Actions of receivers and workers, and failures. new-node-calls.ts runs them under a Node that pg-boss supports.
import { createInbox, type DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { claimEvents, completeClaim, endClaim, queue } from "../../../templates/copied/inbox/jobs.js";
import { stored } from "./stored-events.js";

export type Action = keyof typeof actions;

const run = async (inbox: DurableInbox, statement: string): Promise<void> => {
  await (await inbox.connect()).query(statement);
};

const actions = {
  /** Stores the events, interrupts those of the session `broken` once, and makes them fail until they are dead. */
  async fill(inbox: DurableInbox) {
    for (const event of stored) await inbox.add(event);
    await handleAll(inbox, "session broken");
  },
  drain: (inbox: DurableInbox) => handleAll(inbox),
  /** Starts to handle one event of each session, like a slow worker. */
  async take(inbox: DurableInbox) {
    await claimEvents(await inbox.connect(), 10);
    await run(inbox, "UPDATE mplus_inbox.job SET heartbeat_seconds = 3600 WHERE state = 'active'");
  },
  /** Marks the inbox as created by an older pg-boss. */
  age: (inbox: DurableInbox) => run(inbox, "UPDATE mplus_inbox.version SET version = version - 1"),
  /** Makes the database fail on queries for an event. */
  damage: (inbox: DurableInbox) => run(inbox, "ALTER TABLE mplus_inbox.job RENAME COLUMN output TO lost"),
  async spoil(inbox: DurableInbox) {
    const { boss } = await inbox.connect();
    await boss.send(queue, {}, { id: "0dd00000-0000-8000-8000-000000000006", singletonKey: "odd" });
    await run(inbox, "UPDATE mplus_inbox.job SET data = '7' WHERE singleton_key = 'odd'");
  },
};

export async function act(database: string, action: Action): Promise<unknown> {
  const inbox = createInbox({ database, attempts: 1 });
  try {
    return await actions[action](inbox);
  } finally {
    await inbox.close();
  }
}

async function handleAll(inbox: DurableInbox, failing?: string): Promise<string[]> {
  const connection = await inbox.connect();
  const handled: string[] = [];
  for (;;) {
    const claims = await claimEvents(connection, 10);
    if (claims.length === 0) return handled;
    for (const claim of claims)
      if (claim.about === failing)
        await endClaim(connection, claim, {
          reason: "no \u001b[31mtable\u001b[0m\nloyalty",
          outcome: claim.shortages === 0 ? "interrupted" : "failed",
          pause: 0,
        });
      else if (await completeClaim(connection.boss, claim, undefined)) handled.push(claim.event);
  }
}
