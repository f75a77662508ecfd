import { createHmac, randomBytes } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { createReceiver } from "../../../generated/receiver/index.js";
import { post } from "../../conformance/requests.js";
import { createOptions } from "../../conformance/setups.js";
import { otherSecret, secret, signatureOf } from "../../conformance/signature.js";
import { createStage } from "../../conformance/stage.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import * as nodeCrypto from "../../../templates/copied/receiver/signature.js";
import * as webCrypto from "../../../templates/copied/receiver/signature-web.js";
import { scaleAmount, report } from "../amount.js";
import { seed } from "../../workbench/seed.js";
import { drawSignature } from "./signatures.js";

const bodies = ["test", "", "{}", JSON.stringify({ event: { eventCounter: 1 } })].map((text) => ({
  bytes: Buffer.from(text),
  good: signatureOf(text),
}));

const amounts = {
  node: scaleAmount({ suite: 50_000, full: 500_000 }),
  web: scaleAmount({ suite: 5_000, full: 50_000 }),
  receiver: scaleAmount({ suite: 5_000, full: 50_000 }),
};

describe.each([
  { kind: "node" as const, ...nodeCrypto },
  { kind: "web" as const, ...webCrypto },
])("verify, with $kind crypto", ({ kind, verify }) => {
  it("takes the one spelling of a signature, of whatever it is given, and never throws", async () => {
    const draw = fromSeed(seed);
    const wrong: unknown[] = [];
    let accepted = 0;
    for (let left = amounts[kind]; left > 0; left--) {
      const { bytes, good } = oneOf(draw, bodies);
      const given = drawSignature(draw, good);
      const found = verify(bytes, given as string, [otherSecret, secret]);
      const holds = found instanceof Promise ? await found : found;
      if (holds) accepted += 1;
      if (holds !== (given === good)) wrong.push(given);
    }
    report(`signatures, ${kind} crypto`, { tried: amounts[kind], good: accepted, wrong: wrong.length });
    expect(wrong).toEqual([]);
    expect(accepted).toBeGreaterThan(amounts[kind] / 50);
  });
});

/** Body lengths around changes of the hashing method, and key lengths around the hash's block size. */
describe("sign, with node crypto", () => {
  it.each(["with", "without"])("is createHmac's, on a node %s hashes by one call", async (kind) => {
    const { sign, verify } = kind === "with" ? nodeCrypto : await importWithoutHash();
    const draw = fromSeed(seed);
    const wrong: string[] = [];
    for (let left = scaleAmount({ suite: 10_000, full: 100_000 }); left > 0; left--) {
      const key = randomBytes(oneOf(draw, [16, 24, 32, 63, 64, 65, 100]));
      const bytes = randomBytes(oneOf(draw, [0, 1, 55, 64, 500, 5000, 8191, 8192, 8193, 20_000]));
      const body = oneOf(draw, [bytes, bytes.toString("latin1"), bytes.toString("utf8"), "é€😀"]);
      const want = createHmac("sha256", key).update(body).digest("base64");
      const secret = key.toString("base64");
      if (sign(body, secret) !== want || !verify(body, want, secret))
        wrong.push(`${key.length} ${bytes.length}`);
    }
    expect(wrong).toEqual([]);
  });

  /** Node before 20.12 has no `hash`. */
  async function importWithoutHash(): Promise<typeof nodeCrypto> {
    vi.resetModules();
    vi.doMock("node:crypto", async (load) => ({ ...(await load<object>()), hash: undefined }));
    return import("../../../templates/copied/receiver/signature.js");
  }
});

describe("the receiver", () => {
  const { headers, body } = post();
  const sent = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  const good = sent.get("x-mplus-signature") ?? "";
  const receiver = createReceiver(createOptions(createStage(), {}));

  it("takes the one spelling of a signature, whatever a framework makes of the header", async () => {
    const draw = fromSeed(seed);
    const wrong: unknown[] = [];
    for (let left = amounts.receiver; left > 0; left--) {
      const given = drawHeader(drawSignature(draw, good));
      const isGood = given === good || (Array.isArray(given) && given.length === 1 && given[0] === good);
      if ((await statusOf(given)) !== (isGood ? 200 : 400)) wrong.push(given);
    }
    report("signature headers", { tried: amounts.receiver, wrong: wrong.length });
    expect(wrong).toEqual([]);
  });

  async function statusOf(signature: string | readonly string[] | undefined): Promise<number> {
    const header = (name: string) => (name === "x-mplus-signature" ? signature : sent.get(name));
    return (await receiver.receive({ method: "POST", event: "scanCode", header, body })).status;
  }
});

function drawHeader(value: unknown): string | readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter((each) => typeof each === "string");
  return typeof value === "string" ? value : undefined;
}
