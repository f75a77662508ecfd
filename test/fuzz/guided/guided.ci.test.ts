import { describe, expect, it } from "vitest";
import { scaleAmount, report, takeSample } from "../amount.js";
import { readCorpus, writeCorpus } from "./corpus.js";
import { hunt, type Subject } from "./hunt.js";
import { createReceiverSubject } from "./receiver-subject.js";
import { createSpecSubject } from "./spec-subject.js";

const isKeeping = process.env["MPLUS_KEEP"] !== undefined;

describe("inputs that lead somewhere new", () => {
  it.each([
    { name: "receiver", create: createReceiverSubject, suite: 2000, full: 200_000, oneOf: 1 },
    { name: "spec-reader", create: createSpecSubject, suite: 30, full: 3000, oneOf: 4 },
  ] as const)("are taken as they should be by the $name", async ({ name, create, oneOf, ...amount }) => {
    const seeds = create();
    const subject = { ...seeds, inputs: [...seeds.inputs, ...takeSample(readCorpus(name), oneOf)] };
    const { faults, kept, reached, runs: done } = await hunt(subject, scaleAmount(amount));
    report(`guided against the ${name}`, {
      inputs: done,
      kept: `${kept.length}, of ${subject.inputs.length} to begin with`,
      "characters of code reached": `${reached.first} and then ${reached.all}`,
    });
    expect(
      faults.map(({ input, fault }) => ({ fault, input: Buffer.from(input).toString("latin1") })),
    ).toEqual([]);
    expect(reached.first).toBeGreaterThan(10_000);
    if (isKeeping) writeCorpus(name, await thin(seeds, kept));
  });
});

/** Selects inputs that reach code which no seed and no shorter input reaches. */
async function thin(seeds: Subject, inputs: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const shortFirst = [...inputs].sort((a, b) => a.length - b.length);
  const { kept } = await hunt({ ...seeds, inputs: [...seeds.inputs, ...shortFirst] }, 0);
  return kept.filter((input) => !seeds.inputs.includes(input));
}
