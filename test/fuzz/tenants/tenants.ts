import { AsyncLocalStorage } from "node:async_hooks";
import { createMemoryStore, type MplusOptions, type RawResponse } from "../../../generated/receiver/index.js";
import { otherSecret, secret } from "../../conformance/signature.js";
import type { AskingContext } from "../random-handlers.js";
import { dialog, form } from "../random-handlers.js";
import { deliver, type Delivery, type Shop } from "../deliveries.js";
import { latest } from "../examples.js";
import type { CreateReceiver } from "../load-receiver.js";
import { silentLog } from "../reflections/reflections.js";

/** Shops that share receivers, by what tells them apart. */
export interface Tenancy {
  readonly shops: readonly Tenant[];
  /** How many receivers share the stores. */
  readonly receivers: number;
}

/** A shop and the name that its handlers know it by. */
export interface Tenant extends Shop {
  readonly name: string;
  readonly version: string;
}

/** What is sent at the same time, each to one of the receivers. */
export type Burst = readonly Turn[];

export interface Turn {
  /** Whose event it is; somebody else's has no tenant. */
  readonly tenant: Tenant | undefined;
  readonly receiver: number;
  readonly delivery: Delivery;
}

/** All that a shop gets to see, in order: answers to the byte, and what `onUnknown` tells of it. */
export interface Seen {
  readonly answers: string[];
  readonly unknown: string[];
}

const amsterdam = { id: "shop-12", secret, name: "Amsterdam", version: latest };
const utrecht = { id: "shop-13", secret: otherSecret, name: "Utrecht", version: latest };

export const tenancies: Readonly<Record<string, Tenancy>> = {
  "two shops": { shops: [amsterdam, utrecht], receivers: 1 },
  namesakes: { shops: [amsterdam, { ...utrecht, id: amsterdam.id }], receivers: 1 },
  "two shops of two receivers with one store": { shops: [amsterdam, utrecht], receivers: 2 },
};

/** Whose event is being handled. One for all: node asks each that was ever made at every promise. */
const current = new AsyncLocalStorage<Seen>();

/** Plays bursts to receivers that know these tenants alone, and tells what each of those saw. */
export async function play(
  create: CreateReceiver,
  { receivers: count, shops: tenants }: Tenancy,
  bursts: readonly Burst[],
): Promise<ReadonlyMap<Tenant, Seen>> {
  const seen = new Map(tenants.map((tenant): [Tenant, Seen] => [tenant, { answers: [], unknown: [] }]));
  const options = createOptions(tenants, (part) => void current.getStore()?.unknown.push(part));
  const receivers = Array.from({ length: count }, () => create(options));
  for (const burst of bursts) {
    const late: Promise<unknown>[] = [];
    const waitUntil = (work: Promise<unknown>): void => void late.push(work);
    const answers = burst.map(async ({ tenant, receiver, delivery }) => {
      const ours = tenant && seen.get(tenant);
      // What this tenancy has nobody for is not sent; strangers come to every one.
      if (tenant && !ours) return;
      const request = deliver({ ...delivery, waitUntil });
      const send = () => receivers[receiver]?.receive(request);
      const answer = await (ours ? current.run(ours, send) : send());
      if (answer) ours?.answers.push(toText(answer));
    });
    await Promise.all(answers);
    await Promise.all(late);
  }
  return seen;
}

const toText = ({ status, headers, body }: RawResponse): string => JSON.stringify([status, headers, body]);

/** Tiny stores, and handlers that count the calls of each tenant. */
function createOptions(tenants: readonly Tenant[], tell: (part: string) => void): MplusOptions {
  const calls = new Map<string, number>();
  return {
    subscriptions: (asked) => tenants.filter(({ id }) => id === asked),
    handlers: createHandlers(calls),
    onError: () => undefined,
    onUnknown: ({ path, count: times }) => tell(`${path} ${times}`),
    dedupe: { store: createMemoryStore(tiny) },
    conversations: { store: createMemoryStore(tiny) },
    inFlightLimit: 60_000,
    log: silentLog,
  };
}

/** Some events fill it. */
const tiny = { entries: 10, bytes: 5000 };

/** What they answer depends on the request, and on how often the shop was handled before: a repeat shows. */
function createHandlers(calls: Map<string, number>): MplusOptions["handlers"] {
  const count = ({ subscriptionName = "" }: TenantContext): number => {
    const number = (calls.get(subscriptionName) ?? 0) + 1;
    calls.set(subscriptionName, number);
    return number;
  };
  const say = (context: TenantContext, ...words: unknown[]) => ({
    message: [{ message: `${context.subscriptionName ?? ""} ${count(context)} ${JSON.stringify(words)}` }],
  });
  const asking = async (context: TenantContext): Promise<unknown> => {
    const size = await context.ask.dialog(dialog);
    const card = await context.ask.form(form);
    const again = await context.ask.dialog({ ...dialog, dialogTitle: `Sure, ${count(context)}?` });
    return say(context, size, card, again);
  };
  const moody = async (context: TenantContext): Promise<unknown> => {
    const { eventCounter } = context.request.event;
    if (eventCounter % 4 === 0) throw new Error(`no ${count(context)}`);
    if (eventCounter % 4 === 1) return { error: { code: "LATER", message: `Call ${count(context)}.` } };
    await Promise.resolve();
    return say(context, "done");
  };
  const handlers = { scanCode: asking, customAction: asking, addSessionLine: moody, startSession: say };
  return handlers as unknown as MplusOptions["handlers"];
}

interface TenantContext extends AskingContext {
  readonly subscriptionName?: string;
}
