import { fromSeed } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { createCoverage } from "./coverage.js";
import { mutateOne, type Material } from "./mutate.js";

export interface Subject extends Material {
  /** Number of inputs between two coverage queries, which take a few milliseconds each. */
  readonly together: number;
  /** Scripts to cover. An input is kept if it reaches new code in one of them. */
  readonly isCode: (url: string) => boolean;
  /** Describes the fault in the handling of an input; undefined if there is none. May throw instead. */
  readonly findFault: (input: Uint8Array) => Promise<string | undefined> | string | undefined;
}

export interface Hunt {
  readonly kept: readonly Uint8Array[];
  readonly reached: { readonly first: number; readonly all: number };
  readonly faults: readonly { readonly input: Uint8Array; readonly fault: string }[];
  readonly runs: number;
}

/** Tries the first inputs, then `runs` variations of them and of kept inputs. Stops at the first fault. */
export async function hunt(subject: Subject, runs: number): Promise<Hunt> {
  const draw = fromSeed(seed);
  const countNew = createCoverage(subject.isCode);
  const kept: Uint8Array[] = [];
  const faults: { input: Uint8Array; fault: string }[] = [];
  const reached = { first: 0, all: 0 };
  let done = 0;
  // Coverage queries are slow. Halve a batch that reached new code, to find the inputs that did.
  const tryAll = async (inputs: readonly Uint8Array[]): Promise<void> => {
    for (const input of inputs) {
      const fault = await tryInput(subject, input);
      if (fault !== undefined) faults.push({ input, fault });
    }
    const news = countNew(inputs.length === 1);
    if (news === 0) return;
    if (inputs.length === 1) {
      kept.push(...inputs);
      reached.all += news;
      return;
    }
    const half = inputs.length / 2;
    await tryAll(inputs.slice(0, half));
    await tryAll(inputs.slice(half));
  };
  for (const input of subject.inputs) await tryAll([input]);
  reached.first = reached.all;
  const firstKept = kept.length;
  for (; done < runs && faults.length === 0; done += subject.together) {
    const inputs = [...subject.inputs, ...kept.slice(firstKept)];
    await tryAll(
      Array.from({ length: subject.together }, () => mutateOne(draw, { inputs, words: subject.words })),
    );
  }
  return { kept, reached, faults, runs: done };
}

async function tryInput({ findFault }: Subject, input: Uint8Array): Promise<string | undefined> {
  try {
    return await findFault(input);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : "the thrown value is not an Error";
  }
}
