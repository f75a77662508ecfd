import { AsyncLocalStorage } from "node:async_hooks";
import { createMemoryStore, type MplusOptions, type RawResponse } from "../../../generated/receiver/index.js";
import { otherSecret, secret } from "../../conformance/signature.js";
import type { AskingContext } from "../random-handlers.js";
import { dialog, form } from "../random-handlers.js";
import { deliver, type Delivery, type Shop } from "../deliveries.js";
import { latest } from "../examples.js";
import type { CreateReceiver } from "../load-receiver.js";
import { silentLog } from "../reflections/reflections.js";

export interface Tenancy {
  readonly shops: readonly Tenant[];
  readonly receivers: number;
}

export interface Tenant extends Shop {
  readonly name: string;
  readonly version: string;
}

/** Events that are sent at the same time, each to any of the receivers. */
export type Burst = readonly Turn[];

export interface Turn {
  /** The shop of the event; undefined for a stranger. */
  readonly tenant: Tenant | undefined;
  readonly receiver: number;
  readonly delivery: Delivery;
}

/** Everything that a shop sees, in order: exact answers, and its calls of `onUnknown`. */
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

/** The shop whose event is being handled. Only one instance, because Node calls every instance at every promise. */
const current = new AsyncLocalStorage<Seen>();

/** Sends bursts to receivers that know only these tenants. Returns what each tenant saw. */
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
      // Shops outside this tenancy are skipped. Strangers reach every shop.
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

/** Uses tiny stores. Handlers count each tenant's calls. */
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

/** A few events fill a store of this size. */
const tiny = { entries: 10, bytes: 5000 };

/** Answers depend on the request and on the shop's earlier calls, so that repeated answers are visible. */
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
