import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { createReceiver } from "../../../generated/receiver/index.js";
import { post } from "../../conformance/requests.js";
import { createOptions } from "../../conformance/setups.js";
import { otherSecret, secret, signatureOf } from "../../conformance/signature.js";
import { createStage } from "../../conformance/stage.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import * as nodeCrypto from "../../../templates/copied/receiver/base/signature.js";
import * as webCrypto from "../../../templates/copied/receiver/base/signature-web.js";
import { scaleAmount, report } from "../../workbench/amount.js";
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

it("compares signatures in constant time, with timingSafeEqual alone", () => {
  const source = readFileSync(join(packageRoot, "templates/copied/receiver/base/signature.ts"), "utf8");
  expect(source.match(/\bcomputed\b.*/g)).toEqual([
    expect.stringContaining("computed = "),
    expect.stringContaining("computed.length && timingSafeEqual(given, computed)"),
  ]);
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
