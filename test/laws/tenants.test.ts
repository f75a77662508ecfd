import { AsyncLocalStorage } from "node:async_hooks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryStore, createReceiver, type MplusOptions } from "../../generated/receiver/index.js";
import { eventOf, post, scan, sentBy } from "../conformance/requests.js";
import { otherSecret, secret } from "../conformance/signature.js";
import { createLog, createStage, type Context } from "../conformance/stage.js";
import { toRawRequest } from "../conformance/targets/receiver.js";
import { hold } from "./run.js";

const amsterdam = { id: "shop-12", secret, name: "Amsterdam" };
const utrecht = { id: "shop-13", secret: otherSecret, name: "Utrecht" };
const namesake = { ...utrecht, id: amsterdam.id };
const strangersSecret = Buffer.alloc(32, "stranger").toString("base64");
type Shop = typeof amsterdam;

interface Tenancy {
  readonly shops: readonly [Shop, Shop];
  readonly receivers: number;
}

const tenancies: Readonly<Record<string, Tenancy>> = {
  "two shops": { shops: [amsterdam, utrecht], receivers: 1 },
  "two shops with one id": { shops: [amsterdam, namesake], receivers: 1 },
  "two shops of two receivers with one store": { shops: [amsterdam, utrecht], receivers: 2 },
};

/** The shops' events differ only in what identifies the shop. A stranger signs with another secret. */
const turn = fc.record({
  shop: fc.constantFrom(0, 1),
  isStranger: fc.constantFrom(false, false, false, true),
  receiver: fc.nat(1),
  event: fc.constantFrom("scanCode", "scanCode", "addSessionLine", "startSession"),
  counter: fc.nat(6),
  isBlocking: fc.constantFrom(true, true, true, false),
  chosen: fc.option(fc.nat(3), { nil: undefined }),
  extra: fc.constantFrom({}, { colour: 1 }, { size: 2 }),
});
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

/** Events of one burst are sent at the same time. Some bursts exceed what a shop may have in flight. */
const bursts = fc.array(fc.oneof(fc.array(turn, { minLength: 1, maxLength: 3 }), turn.map(flood)), {
  minLength: 20,
  maxLength: 40,
});

function flood(one: Turn): Turn[] {
  return Array.from({ length: 15 }, (_, counter) => ({
    ...one,
    event: "startSession",
    counter: 100 + counter,
  }));
}

describe("one shop gets what it would get alone", () => {
  it.each(Object.entries(tenancies))("%s", (law, { shops, receivers }) =>
    hold({
      law: `tenants: ${law}`,
      values: bursts,
      runs: 100,
      // Documents are the kinds of answers.
      leastDocuments: 500,
      async check(values, count) {
        const together = await play(shops, shops, receivers, values);
        const kinds = new Set<string>();
        for (const shop of shops) {
          const seen = together.get(shop);
          expect(seen).toEqual((await play(shops, [shop], receivers, values)).get(shop));
          for (const part of seen ?? []) kinds.add(part.slice(0, 12));
        }
        count.documents += kinds.size;
      },
    }),
  );
});

/** The shop whose event is being handled. */
const current = new AsyncLocalStorage<string[]>();

/** Sends bursts to receivers that know only some of the shops. Returns all that each shop sees, in order. */
async function play(
  shops: Tenancy["shops"],
  known: readonly Shop[],
  receivers: number,
  values: readonly (readonly Turn[])[],
) {
  const seen = new Map(known.map((shop): [Shop, string[]] => [shop, []]));
  const options = createOptions(known);
  const all = Array.from({ length: receivers }, () => createReceiver(options));
  for (const burst of values) {
    const late: Promise<unknown>[] = [];
    const answers = burst.map(async ({ shop: index, isStranger, receiver, ...sent }) => {
      const shop = index === 0 ? shops[0] : shops[1];
      const own = isStranger ? [] : seen.get(shop);
      // Shops that are not known are absent. Strangers reach every shop.
      if (own === undefined) return;
      const key = isStranger ? strangersSecret : shop.secret;
      const request = toRawRequest(post({ event: sent.event, body: toBody(sent), key, ...sentBy(shop.id) }));
      const waitUntil = (work: Promise<unknown>) => void late.push(work);
      const answer = await current.run(own, async () =>
        all[receiver % receivers]?.receive({ ...request, waitUntil }),
      );
      own.push(`${answer?.status} ${answer?.body} ${JSON.stringify(answer?.headers)}`);
    });
    await Promise.all(answers);
    await Promise.all(late);
  }
  return seen;
}

function toBody({
  event,
  counter,
  isBlocking,
  chosen,
  extra,
}: Omit<Turn, "shop" | "receiver" | "isStranger">) {
  const numbered = { eventCounter: counter, eventBlocking: isBlocking };
  const dialog = chosen === undefined ? {} : { dialog: { selectedDialogOptionIds: [chosen] } };
  const line = { addSessionLine: { articleNumber: 1, quantity: 1 } };
  if (event === "scanCode") return scan({ ...dialog, ...extra }, numbered);
  return eventOf({ ...(event === "addSessionLine" && line), ...dialog, ...extra }, numbered);
}

/** A few events fill a store of this size. */
const createTinyStore = () => createMemoryStore({ entries: 10, bytes: 5000 });

/** Handlers count their shop's calls, so that repeated answers are visible. */
function createOptions(known: readonly Shop[]): MplusOptions {
  const calls = new Map<string, number>();
  const say = ({ subscriptionName = "" }: TenantContext, ...words: unknown[]) => {
    const number = (calls.get(subscriptionName) ?? 0) + 1;
    calls.set(subscriptionName, number);
    return { message: [{ message: `${subscriptionName} ${number} ${JSON.stringify(words)}` }] };
  };
  const handlers = {
    scanCode: async (context: TenantContext) => say(context, await context.ask.dialog(dialog)),
    addSessionLine({ request }: TenantContext) {
      if (request.event.eventCounter % 2 === 0) throw new Error("no");
      return { error: { code: "LATER", message: "Later." } };
    },
    startSession: say,
  };
  return {
    subscriptions: (asked) => known.filter(({ id }) => id === asked),
    handlers: handlers as unknown as MplusOptions["handlers"],
    onUnknown: ({ path, count }) => void current.getStore()?.push(`unknown ${path} ${count}`),
    dedupe: { store: createTinyStore() },
    conversations: { store: createTinyStore() },
    inFlightLimit: 5000,
    log: createLog(createStage()),
  };
}

interface TenantContext extends Context {
  readonly subscriptionName?: string;
}

const dialog = {
  required: true,
  allowMultipleOptions: false,
  dialogTitle: "Which size?",
  dialogOptions: [1, 2, 3].map((optionId) => ({ optionId, optionName: `Size ${optionId}` })),
};
