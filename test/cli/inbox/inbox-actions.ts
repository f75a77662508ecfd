// What receivers and workers do to an inbox: new-node-calls.ts has it done, under a Node that pg-boss runs on.
import { createInbox, type DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { claimEvents, completeClaim, endClaim, queue } from "../../../templates/copied/inbox/jobs.js";
import { stored } from "./stored-events.js";

/** What receivers and workers do to an inbox, or what befalls it. */
export type Action = keyof typeof actions;

const run = async (inbox: DurableInbox, statement: string): Promise<void> => {
  await (await inbox.connect()).query(statement);
};

const actions = {
  /** Stores the events, and has those of the session `broken` fail until they are dead. */
  async fill(inbox: DurableInbox) {
    for (const event of stored) await inbox.add(event);
    await handleAll(inbox, "session broken");
  },
  /** Handles what can be handled; gives the names of those events, in their order. */
  drain: (inbox: DurableInbox) => handleAll(inbox),
  /** Begins to handle one event of each session, as a worker that goes on for long. */
  async take(inbox: DurableInbox) {
    await claimEvents(await inbox.connect(), 10);
    await run(inbox, "UPDATE mplus_inbox.job SET heartbeat_seconds = 3600 WHERE state = 'active'");
  },
  /** Has an inbox that an older pg-boss keeps. */
  age: (inbox: DurableInbox) => run(inbox, "UPDATE mplus_inbox.version SET version = version - 1"),
  /** Has a database that fails what is asked about an event. */
  damage: (inbox: DurableInbox) => run(inbox, "ALTER TABLE mplus_inbox.job RENAME COLUMN output TO lost"),
  /** Has an event that no receiver has stored. */
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
          outcome: "failed",
          pause: 1,
        });
      else if (await completeClaim(connection.boss, claim, undefined)) handled.push(claim.event);
  }
}
