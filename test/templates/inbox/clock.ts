import { createInbox, type DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { claimEvents, endClaim, queue } from "../../../templates/copied/inbox/jobs.js";
import type { HandleStored } from "../../../templates/copied/receiver/base/options.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { drain, list, makeEvent } from "./case.js";

// `clock.ts <year> <folder>?` stores events while the clock is in another year: the clock of a server's database,
// or of this process if there is a folder. Then it corrects the clock, lets an event die, and has pg-boss delete
// old events. Prints the handled and the remaining events.
const [year = "", folder] = process.argv.slice(2);
const ahead = new Date(`${year}-02-03`).getTime() - Date.now();
const server = folder === undefined ? await createPostgres() : undefined;
const realNow = Date.now;
function setClock(by: number): void {
  server?.crash();
  server?.start({ clock: `${by < 0 ? "" : "+"}${Math.round(by / 1000)}s` });
  if (server === undefined) Date.now = () => realNow() + by;
}

const open = (): DurableInbox =>
  createInbox({ database: server?.url ?? folder ?? "", log: silentLog, attempts: 1 });

setClock(ahead);
const before = open();
for (const n of [0, 1, 2]) for (const key of ["a", "b"]) await before.add(makeEvent(key, n, `${key}${n}`));
await leaveBehind(before);
await before.close();
setClock(0);

const inbox = open();
const { waiting } = await inbox.health();
const { query, upkeep } = await inbox.connect();
const deleteOld = async (): Promise<void> => {
  await query("UPDATE mplus_inbox.queue SET maintain_on = NULL");
  await upkeep.supervise(queue);
};
await deleteOld();
const handled: string[] = [];
const handle: HandleStored = async ({ about }) => {
  await (about === "a1" ? Promise.reject(new Error("no")) : handled.push(about));
};
await drain(inbox, handle, { blocked: 1 });
await deleteOld();
const left = (await list(inbox)).map(({ about, state }) => `${about} is ${state}`);
await inbox.close();
server?.remove();
console.log(JSON.stringify({ waiting, a: pick("a"), b: pick("b"), c: pick("c"), d: pick("d"), left }));

function pick(key: string): string {
  return handled.filter((about) => about.startsWith(key)).join(" ");
}

/** Claims the first event of each session, and ends all but one. pg-boss looks for lost workers meanwhile. */
async function leaveBehind(from: DurableInbox): Promise<void> {
  for (const key of ["c", "d"]) await from.add(makeEvent(key, 0, `${key}0`));
  const connection = await from.connect();
  for (const claim of await claimEvents(connection, 10)) {
    const ending = { reason: "no", outcome: "returned", pause: claim.key === "d" ? 5 : 0 } as const;
    if (claim.key !== "c") await endClaim(connection, claim, ending);
  }
  await connection.upkeep.supervise(queue);
}
