import type { Log } from "../base/handlers.js";
import type { DedupeOptions } from "../base/options.js";
import { refusals, type Reply } from "../base/refusals.js";
import { createMemoryStore, findSlot, tryStore } from "../base/store.js";
import type { VerifiedEvent } from "../base/subscriptions.js";
import { getIdentity } from "./identity.js";

/** In milliseconds: the longest wait of a repeat for the first request, and the interval of its checks. */
const waitFor = 30_000;
const checkEvery = 50;

const running = "running";

/** In milliseconds. The claim of a dead process expires; a live one may miss three renewals. */
const claimFor = 15_000;
const renewEvery = 3000;

/**
 * Handles an event once, and repeats its first answer. Refusals and failures are not kept, because a second attempt
 * may succeed. An event that is answered before it is handled counts as answered. If the store fails, events are
 * handled anyway, because twice is better than never.
 */
export function createAnswerOnce(options: DedupeOptions & { readonly keepFor: number }, log: Log) {
  const { store = createMemoryStore(), keepFor, keepErrors = false } = options;
  return async (
    given: VerifiedEvent & { readonly work?: Promise<unknown> },
    ownObjects: readonly string[],
    mayWait: () => boolean,
    answer: () => Promise<Reply>,
  ): Promise<Reply> => {
    const identity = getIdentity(given, ownObjects);
    if (identity === undefined) return answer();
    const slot = await findSlot(store, given, ["event", ...identity]);
    // Unique, so that a request whose claim was lost cannot end another request's claim.
    const claim: Claim = { slot, text: `${running} ${crypto.randomUUID()}`, log };
    const found = await takeClaim(claim, mayWait);
    if (found?.startsWith(running)) throw refusals.stillRunning;
    if (found !== undefined) return readReply(found);
    keepClaim(claim);
    let kept: string | undefined;
    try {
      const reply = await answer();
      if (reply.status === 200 || keepErrors) kept = writeReply(reply);
      return reply;
    } finally {
      const end = (): Promise<void> => endClaim(claim, kept, keepFor);
      // A handler that timed out still runs, so no repeat may start it again until it ends.
      if (kept === undefined && given.work) void given.work.then(end, end);
      else await end();
    }
  };
}

/** A request's claim to handle an event: an entry of the store, until the answer replaces it. */
interface Claim {
  readonly slot: Awaited<ReturnType<typeof findSlot>>;
  readonly text: string;
  readonly log: Log;
  timer?: ReturnType<typeof setInterval>;
  renewal?: Promise<unknown> | undefined;
}

const ask = <T>({ log }: Claim, call: () => Promise<T>) => tryStore("first answers", log, call);

/** Returns what was there: another claim, a first answer, or undefined if the claim was taken. */
async function takeClaim(claim: Claim, mayWait: () => boolean): Promise<string | undefined> {
  const take = () => claim.slot.add(claim.text, claimFor);
  const end = performance.now() + waitFor;
  let found = await ask(claim, take);
  // Another process may be handling the event, so there is no promise to await.
  while (found?.startsWith(running) && performance.now() < end && mayWait()) {
    await new Promise((resolve) => setTimeout(resolve, checkEvery));
    // If the store fails now, the other request may still be running.
    const answered = await ask(claim, async () => [await take()]);
    if (answered) [found] = answered;
  }
  return found;
}

const changeIfOwn = (claim: Claim, change: () => Promise<unknown>) =>
  ask(claim, async () => {
    const { slot, text } = claim;
    if (((await slot.add(text, claimFor)) ?? text) === text) await change();
  });

/** Renews the claim until it ends. */
function keepClaim(claim: Claim): void {
  const renew = async (): Promise<void> => {
    await changeIfOwn(claim, () => claim.slot.set(claim.text, claimFor));
    claim.renewal = undefined;
  };
  claim.timer = setInterval(() => void (claim.renewal ??= renew()), renewEvery);
  // In Node, the timer would keep the process alive.
  (claim.timer as { readonly unref?: () => unknown }).unref?.();
}

/** Replaces the claim with the answer to keep, if there is one. */
async function endClaim(claim: Claim, kept: string | undefined, keepFor: number): Promise<void> {
  clearInterval(claim.timer);
  await claim.renewal;
  const { slot } = claim;
  await changeIfOwn(claim, () => (kept === undefined ? slot.delete() : slot.set(kept, keepFor)));
}

const writeReply = ({ status, code = "", text }: Reply): string => JSON.stringify([status, code, text]);

function readReply(kept: string): Reply {
  const [status, code, text] = JSON.parse(kept) as [number, string, string];
  return { status, code: code || undefined, text };
}
