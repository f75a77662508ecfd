import { fromSeed } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { createCoverage } from "./coverage.js";
import { mutateOne, type Material } from "./mutate.js";

/** The code that is attacked, and the first inputs. */
export interface Subject extends Material {
  /** How many inputs are tried before V8 is asked what they reached: it takes a few milliseconds to tell. */
  readonly together: number;
  /** The scripts in which an input has to reach something new to be kept. */
  readonly isCode: (url: string) => boolean;
  /** Returns what is wrong with how an input was handled, or throws; undefined if nothing is. */
  readonly findFault: (input: Uint8Array) => Promise<string | undefined> | string | undefined;
}

/** The result of a hunt. */
export interface Hunt {
  /** The inputs that reached what none before them had. */
  readonly kept: readonly Uint8Array[];
  /** How many characters of code were reached, by the first inputs and in all. */
  readonly reached: { readonly first: number; readonly all: number };
  readonly faults: readonly { readonly input: Uint8Array; readonly fault: string }[];
  readonly runs: number;
}

/** Tries the first inputs, then variations of those and of the kept ones: `runs` of them, or until one is a fault. */
export async function hunt(subject: Subject, runs: number): Promise<Hunt> {
  const draw = fromSeed(seed);
  const countNew = createCoverage(subject.isCode);
  const kept: Uint8Array[] = [];
  const faults: { input: Uint8Array; fault: string }[] = [];
  const reached = { first: 0, all: 0 };
  let done = 0;
  // Asking V8 is slow: only if a batch of inputs reached something new, it is halved to find out which did.
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
    return error instanceof Error ? `${error.name}: ${error.message}` : "what was thrown is not an Error";
  }
}
