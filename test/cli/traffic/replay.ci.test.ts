import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/base/json.js";
import type { RecordedExchange } from "../../../generator/contract/traffic/recorded-exchange.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { carryTo, createCafe, secret, withReceiver } from "../../till/desk.js";
import { ownContract } from "../../till/own-spec.js";
import { inProject, type Project } from "../../workbench/project.js";
import type { Ended } from "../../workbench/run.js";

interface Payment {
  readonly started: number;
  polls: number;
}

/** A shop whose customers have paid once a rule says so. */
function createShop(isPaid: (payment: Payment) => boolean): typeof fetch {
  const payments = new Map<string, Payment>();
  const tell = (id: string) => {
    const payment = payments.get(id);
    return { externalPaymentId: id, ...(payment && isPaid(payment) && { confirmed: true as const }) };
  };
  return carryTo({
    ...createCafe(),
    startExternalPayment: ({ request }) => {
      const { externalPaymentId: id } = request.externalPayment;
      if (!payments.has(id)) payments.set(id, { started: Date.now(), polls: 0 });
      return { externalPayment: { ...tell(id), started: true } };
    },
    pollExternalPayment: ({ request }) => {
      const { externalPaymentId: id } = request.externalPayment;
      const payment = payments.get(id);
      if (payment) payment.polls += 1;
      return { externalPayment: tell(id) };
    },
  });
}

/** Records a sale with an external payment as `listen` does. */
async function recordSale(shop: typeof fetch): Promise<readonly RecordedExchange[]> {
  const records: RecordedExchange[] = [];
  const record: typeof fetch = async (input, init) => {
    const [request, at] = [new Request(input, init), Date.now()];
    const body = (await request.clone().json()) as JsonObject;
    const reply = await shop(request);
    const answer = (await reply.clone().json()) as JsonObject;
    const event = request.url.split("/").at(-1) ?? "";
    records.push({ at, event, duration: Date.now() - at, status: reply.status, request: body, answer });
    return reply;
  };
  await withReceiver(record, async (url) => {
    const settings = { pollEvery: 1500 };
    const till = startTill(ownContract(), { url, subscription: "shop-12", secret, settings });
    await till.send("startSession");
    await till.scan("2900004815168");
    await till.send("startExternalPayment", { externalPayment: { amount: 2.5 } });
    await till.wait(600_000);
    await till.send("completeSession");
    await till.close();
  });
  return records;
}

async function replay(
  records: readonly RecordedExchange[],
  shop: typeof fetch,
  ...more: readonly string[]
): Promise<Ended | undefined> {
  let ended: Ended | undefined;
  const use = async ({ put, call }: Project, url: string): Promise<void> => {
    put("today.ndjson", records.map((each) => `${JSON.stringify(each)}\n`).join(""));
    ended = await call("replay", "today.ndjson", "--url", url, "--compare", ...more);
  };
  await withReceiver(shop, (url) => inProject((project) => use(project, url), { MPLUS_SECRET: secret }));
  return ended;
}

describe("replay of a sale with a payment that takes real time", () => {
  let isPaid = ({ polls }: Payment): boolean => polls >= 3;
  const shop = createShop((payment) => isPaid(payment));
  let records: readonly RecordedExchange[];

  beforeAll(async () => {
    records = await recordSale(shop);
    // From now on, the customer pays between the last two recorded polls, however slow this machine is.
    const times = records.flatMap(({ event, at = 0 }) => (event.endsWith("ExternalPayment") ? at : []));
    const [start = 0, , before = 0, last = 0] = times;
    const paysAfter = (before + last) / 2 - start;
    isPaid = ({ started }) => Date.now() - started >= paysAfter;
  });

  it.each([
    ["a server that starts anew", () => createShop((payment) => isPaid(payment)), []],
    ["the same server, with new counters and ids", () => shop, ["--renew"]],
  ] as const)("finds no difference at %s", async (_, open, more) => {
    const { code, stdout } = (await replay(records, open(), ...more)) ?? {};
    const green = expect.stringContaining(`Answered as recorded: ${records.length}.`) as string;
    expect([code, stdout]).toEqual([0, green]);
  });

  it("finds that a payment takes longer than before", async () => {
    const { code, stdout } =
      (await replay(
        records,
        createShop(() => false),
      )) ?? {};
    const red = "answer.externalPayment.confirmed: recorded true, now nothing";
    expect([code, stdout]).toEqual([1, expect.stringContaining(red)]);
  });
});
