import type { Output } from "../config.js";
import { createMemo, type Memo } from "../memo.js";
import { generateOutput, type Generated } from "../output/output.js";
import { loadSpec } from "../package/load-spec.js";
import type { Outcome } from "../problem/problem.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import type { Progress } from "./terminal/terminal.js";

/** Where specs are loaded and files are made; one build leaves to the next what it can take again. */
export interface Workshop {
  readonly loadSpec: (folder: string | undefined) => Outcome<CheckedSpec>;
  readonly generate: (output: Output, spec: CheckedSpec) => Promise<Outcome<Generated>>;
  /** Ends a build: what it has not needed is forgotten. */
  readonly endBuild: () => void;
}

/** Creates an empty workshop; `tell` hears what is under way, and specs are taken from `specs`. */
export function createWorkshop(tell?: Progress, specs: Memo = createMemo()): Workshop {
  const [outputs, parts] = [createMemo(), createMemo()];
  let hasGenerated = false;
  const generate = (output: Output, spec: CheckedSpec): Promise<Outcome<Generated>> => {
    hasGenerated = true;
    return generateOutput(output, spec, { memo: parts, tell, builds: specs });
  };
  return {
    loadSpec: (folder) => {
      tell?.("reading the spec");
      return loadSpec(folder, specs);
    },
    generate: (output, spec) =>
      isData(output)
        ? outputs.keep(JSON.stringify(output), spec, () => generate(output, spec))
        : generate(output, spec),
    endBuild: () => {
      specs.turn();
      outputs.turn();
      // A build with nothing to generate, or with faults in the spec, has asked for no parts, and the next one may.
      if (hasGenerated) parts.turn();
      hasGenerated = false;
    },
  };
}

/** Whether an output depends on nothing but itself and the spec: not on code of the user's own. */
const isData = ({ target }: Output): boolean => target.every((item) => typeof item === "string");
