import type { MplusOptions, Receiver } from "../../../generated/receiver/index.js";
import { eventOf, scan } from "../../conformance/requests.js";
import { costlyBodies } from "../bodies/costly-bodies.js";
import { deliver, shops } from "../deliveries.js";
import { latest } from "../examples.js";
import { loadGated } from "../load-receiver.js";
import { largeEvents, type LargeEvent } from "../bodies/large-events.js";
import { dialog, form, type AskingContext } from "../random-handlers.js";
import { silentLog } from "../reflections/reflections.js";
import { measureMemory } from "../memory.js";

/** The number of attempts for each measurement of a separate process. */
export type Amounts = Readonly<Record<keyof Findings, number>>;

export interface Findings {
  readonly growth: {
    readonly before: number;
    readonly after: number;
    readonly sent: number;
    readonly statuses: Readonly<Record<string, number>>;
  };
  readonly flood: {
    readonly before: number;
    readonly during: number;
    readonly after: number;
    readonly statuses: Readonly<Record<string, number>>;
    /** Status and duration, in milliseconds, of an answer to the other shop. */
    readonly other: readonly [status: number, time: number];
  };
  readonly costs: readonly Cost[];
}

/** Processor time of an event in milliseconds, with default options and with every option. */
export interface Cost {
  readonly name: string;
  readonly plain: number;
  readonly curious: number;
}

const create = await loadGated();

const subscriptions = Object.fromEntries(
  shops.map(({ id, secret }) => [id, { secret, version: latest }] as const),
);

const curious: Partial<MplusOptions> = { dedupe: {}, onUnknown: () => undefined, onError: () => undefined };

/** Asks a question, so that the receiver keeps answers, and echoes the request, so that the answers are large. */
const asking = async ({ request, ask }: AskingContext): Promise<unknown> => {
  if (request["form"] !== undefined) await ask.form(form);
  if (request["dialog"] !== undefined) await ask.dialog(dialog);
  if (request["form"] !== undefined || request["dialog"] !== undefined) await ask.dialog(dialog);
  return { message: [{ message: request.scanCode.scannedCode }] };
};

const open = (options: Partial<MplusOptions>) =>
  create({
    subscriptions,
    handlers: { scanCode: asking } as unknown as MplusOptions["handlers"],
    log: silentLog,
    ...options,
  });

/** Sends large events from one shop, one after another. */
async function grow(amount: number): Promise<Findings["growth"]> {
  const receiver = open(curious);
  const kinds = Object.values(largeEvents);
  const statuses: Record<string, number> = {};
  let sent = 0;
  const send = async (number: number): Promise<void> => {
    const event = kinds[number % kinds.length]?.(number);
    if (event === undefined) return;
    const request = deliver(event);
    sent += request.body.length;
    count(statuses, (await receiver.receive(request)).status);
  };
  // Compilation and caches are not growth, because they happen once.
  await receiver.receive(deliver({ event: "scanCode", body: scan() }));
  const before = await measureMemory();
  for (let number = 0; number < amount; number++) await send(number);
  return { before, after: await measureMemory(), sent, statuses };
}

/** Sends non-blocking events faster than their handlers finish, and checks the answers to another shop. */
async function flood(amount: number): Promise<Findings["flood"]> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const slow = async ({ subscriptionId }: AskingContext): Promise<void> => {
    if (subscriptionId === shops[0].id) await released;
  };
  const receiver = open({ handlers: { scanCode: slow } as unknown as MplusOptions["handlers"] });
  const before = await measureMemory();
  const statuses: Record<string, number> = {};
  const filling = `[${"{},".repeat(340_000)}0]`;
  const late: Promise<unknown>[] = [];
  for (let eventCounter = 0; eventCounter < amount; eventCounter++) {
    const scanned = JSON.stringify(scan({ filling: 0 }, { eventCounter, eventBlocking: false }));
    const body = scanned.replace('"filling":0', `"filling":${filling}`);
    const request = deliver({ event: "scanCode", body, waitUntil: (work) => void late.push(work) });
    count(statuses, (await receiver.receive(request)).status);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  const during = await measureMemory();
  const started = performance.now();
  const other = await receiver.receive(deliver({ event: "scanCode", body: createScan(), shop: shops[1] }));
  const time = performance.now() - started;
  release();
  await Promise.all(late.splice(0));
  return { before, during, after: await measureMemory(), statuses, other: [other.status, time] };
}

const createScan = (): object => eventOf({ scanCode: { scannedCode: "1", codeType: "barcode" } });

async function measure(amount: number): Promise<Findings["costs"]> {
  const costs: Cost[] = [];
  for (const [name, make] of Object.entries(amount > 0 ? costlyBodies : {})) {
    const plain = await measureTime(open({}), amount, make);
    costs.push({ name, plain, curious: await measureTime(open(reporting), amount, make) });
  }
  return costs;
}

const reporting: Partial<MplusOptions> = { ...curious, invalidRequests: "report" };

async function measureTime(receiver: Receiver, amount: number, make: (number: number) => LargeEvent) {
  const times: number[] = [];
  for (let number = 0; number < amount; number++) {
    const request = deliver(make(number));
    const started = process.cpuUsage();
    await receiver.receive(request);
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(amount / 2)] ?? 0;
}

function count(statuses: Record<string, number>, status: number): void {
  statuses[status] = (statuses[status] ?? 0) + 1;
}

const amounts = JSON.parse(process.argv[2] ?? "") as Amounts;
const findings: Findings = {
  growth: await grow(amounts.growth),
  flood: await flood(amounts.flood),
  costs: await measure(amounts.costs),
};
process.send?.(findings);
