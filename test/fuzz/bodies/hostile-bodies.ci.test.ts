import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReceiver, type MplusOptions } from "../../../generated/receiver/index.js";
import type { RawRequest, RawResponse } from "../../../templates/receiver/api/raw-message.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { fromSeed } from "../../workbench/draw.js";
import { emit, collectFiles, realSpec } from "../../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../../workbench/folders.js";
import { scaleAmount, report } from "../amount.js";
import { seed } from "../../workbench/seed.js";
import { drawHostileBodies, type HostileBody } from "./hostile-bodies.js";
import { findSecret } from "../find-secret.js";

type Create = (options: MplusOptions) => { receive(request: RawRequest): Promise<RawResponse> };

/** Options by which every part of the receiver works on a body, even on one that is not valid. */
const curious: Partial<MplusOptions> = {
  dedupe: {},
  invalidRequests: "report",
  onUnknown: () => undefined,
  nonBlocking: "wait",
};

interface Subject {
  readonly name: string;
  readonly receive: (request: RawRequest) => Promise<RawResponse>;
  /** What it logged as a fault, and what it should not have logged at all. */
  readonly faults: string[];
}

const folder = makeRunFolder();
const subjects: Subject[] = [];

beforeAll(async () => {
  const outputs = { number: createReceiver as Create, bigint: await loadBigints() };
  for (const [mode, create] of Object.entries(outputs)) {
    subjects.push(open(mode, create, {}), open(`${mode}, every option`, create, curious));
  }
});
afterAll(() => removeFolder(folder));

describe("a hostile body of up to a megabyte", () => {
  it("is answered, signed, and never a fault", async () => {
    const bodies = drawHostileBodies(fromSeed(seed), scaleAmount({ suite: 30, full: 20_000 }));
    const wrong: object[] = [];
    const times: { name: string; time: number }[] = [];
    for (const body of bodies) {
      for (const subject of subjects) {
        const request = toRequest(body);
        const started = process.cpuUsage();
        const answer = await subject.receive(request);
        const { user, system } = process.cpuUsage(started);
        times.push({ name: `${subject.name}: ${body.name}`, time: (user + system) / 1000 });
        const faults = [...findFaults(answer), ...subject.faults.splice(0)];
        if (faults.length > 0) wrong.push({ subject: subject.name, body: body.name, faults });
      }
    }
    report("hostile bodies", { sent: times.length, slowest: formatSlowest(times) });
    expect(wrong).toEqual([]);
  });
});

async function loadBigints(): Promise<Create> {
  writeFiles(
    folder,
    transpile(collectFiles(await emit(realSpec(), "48..", { targets: ["receiver"], int64: "bigint" }))),
  );
  return (await importFrom<{ createReceiver: Create }>(folder, "receiver/index.js")).createReceiver;
}

function open(name: string, create: Create, options: Partial<MplusOptions>): Subject {
  const faults: string[] = [];
  const quiet = (fields: unknown, message: string) => {
    const line = `${message} ${inspect(fields, { depth: 20 })}`;
    if (findSecret(line) !== undefined) faults.push(line);
  };
  const log = {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (...line: unknown[]) => void faults.push(inspect(line)),
  };
  const receiver = create({ subscriptions: { "shop-12": { secret } }, handlers: {}, log, ...options });
  return { name, receive: (request) => receiver.receive(request), faults };
}

function toRequest({ event, body }: HostileBody): RawRequest {
  const bytes = Buffer.from(body);
  const headers: Readonly<Record<string, string>> = {
    "x-mplus-subscription-id": "shop-12",
    "x-mplus-signature": signatureOf(bytes),
    "content-type": "application/json",
  };
  return { method: "POST", event, header: (name) => headers[name], body: bytes, waitUntil: () => undefined };
}

function findFaults({ status, headers, body }: RawResponse): string[] {
  const isSigned = headers["X-Mplus-Signature"] === signatureOf(body);
  return [
    ...([200, 400, 413].includes(status) ? [] : [`status ${status}`]),
    ...(isSigned ? [] : ["not signed"]),
    ...(findSecret(body) === undefined && body.length < 2000 ? [] : [`it says ${body.slice(0, 2000)}`]),
  ];
}

/** By the time of the processor, since this machine may have more to do. */
function formatSlowest(times: { name: string; time: number }[]): string {
  const slowest = times.sort((a, b) => b.time - a.time).slice(0, 5);
  return slowest.map(({ name, time }) => `${time.toFixed(0)} ms ${name}`).join("; ");
}
