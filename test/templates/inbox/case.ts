import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { withJobs, type OpenInbox } from "../../../generator/cli/inputs/open-inbox.js";
import { listEvents, type ListedEvent } from "../../../generator/cli/inputs/stored-events.js";
import type { HandleStored, StoredEvent } from "../../../templates/copied/receiver/base/options.js";
import type { DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import type { InboxOptions } from "../../../templates/copied/inbox/options.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";

/** Must be true for either database. Each case has its own database. */
export interface Case {
  readonly name: string;
  readonly options?: Partial<InboxOptions>;
  readonly run: (inbox: DurableInbox) => Promise<unknown>;
  readonly want: unknown;
}

export const makeEvent = (key: string, n: number, about = `session ${key}`): StoredEvent => ({
  id: randomUUID(),
  key,
  event: "scanCode",
  subscriptionId: "shop",
  about,
  body: JSON.stringify({ n, text: "\u0000 é 😀" }),
  seal: "seal",
});

const readNumber = ({ body }: StoredEvent): number => (JSON.parse(body) as { readonly n: number }).n;
export const nameEvent = (stored: StoredEvent): string => `${stored.key}${readNumber(stored)}`;

export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

/** An inbox as `mplus-codegen inbox` opens it. */
export const open = async (inbox: DurableInbox): Promise<OpenInbox> => withJobs(await inbox.connect());

export const list = async (inbox: DurableInbox): Promise<readonly ListedEvent[]> =>
  listEvents(await open(inbox));

/** Counts without `health()`, which is tested, too. */
export async function countOpen(inbox: DurableInbox): Promise<number> {
  const { query } = await inbox.connect();
  const { rows } = await query<{ readonly count: number }>(
    `SELECT count(*)::int AS count FROM ${inbox.settings.schema}.job WHERE state < 'completed'`,
  );
  return rows[0]?.count ?? 0;
}

/** Ends when only `blocked` events are left, which wait behind dead ones. */
export async function drain(
  inbox: DurableInbox,
  handle: HandleStored,
  { blocked = 0, concurrency = 4 } = {},
): Promise<void> {
  const worker = runWorker(inbox, handle, { concurrency, pollInterval: 50 });
  await until(async () => (await countOpen(inbox)) <= blocked);
  await worker.close();
}
