import { describe, expect, it } from "vitest";
import { scaleAmount, report, takeSample } from "../amount.js";
import { readCorpus, writeCorpus, type CorpusName } from "./corpus.js";
import { hunt, type Subject } from "./hunt.js";
import { createReceiverSubject } from "./receiver-subject.js";
import { createSpecSubject } from "./spec-subject.js";

describe("the guided fuzzer", () => {
  const planted: Subject = {
    inputs: [Buffer.from("abc")],
    words: [Buffer.from("word")],
    together: 256,
    isCode: (url) => url.endsWith("guided.ci.test.ts"),
    findFault: (input) => (isPlanted(input) ? "found" : undefined),
  };

  it("finds what is behind three bytes, one after the other, and without coverage it does not", async () => {
    const guided = await hunt(planted, 1_000_000);
    const blind = await hunt({ ...planted, isCode: () => false }, guided.runs);
    report("a planted fault", { "found after": guided.runs, "not found after": blind.runs });
    expect([...(guided.faults[0]?.input ?? [])].slice(0, 3)).toEqual([0x07, 0xfe, 0x81]);
    expect(blind.faults).toEqual([]);
  });
});

/** Whether what a hunt kept goes to the corpus. */
const isKeeping = process.env["MPLUS_KEEP"] !== undefined;

describe("inputs that lead somewhere new", () => {
  it.each<{ name: CorpusName; create: () => Subject; runs: number; oneOf: number }>([
    {
      name: "receiver",
      create: createReceiverSubject,
      runs: scaleAmount({ suite: 2000, full: 3_000_000 }),
      oneOf: 1,
    },
    {
      name: "spec-reader",
      create: createSpecSubject,
      runs: scaleAmount({ suite: 30, full: 50_000 }),
      oneOf: 4,
    },
  ])("are taken as they should be by the $name", async ({ name, create, runs, oneOf }) => {
    const seeds = create();
    const subject = { ...seeds, inputs: [...seeds.inputs, ...takeSample(readCorpus(name), oneOf)] };
    const { faults, kept, reached, runs: done } = await hunt(subject, runs);
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

/** Of these inputs those that reach what neither the seeds do nor a shorter one. */
async function thin(seeds: Subject, inputs: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const shortFirst = [...inputs].sort((a, b) => a.length - b.length);
  const { kept } = await hunt({ ...seeds, inputs: [...seeds.inputs, ...shortFirst] }, 0);
  return kept.filter((input) => !seeds.inputs.includes(input));
}

function isPlanted(input: Uint8Array): boolean {
  if (input[0] === 0x07) {
    if (input[1] === 0xfe) {
      if (input[2] === 0x81) return true;
    }
  }
  return false;
}
