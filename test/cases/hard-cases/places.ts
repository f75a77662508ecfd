import { type HardCase, inFile } from "./hard-case.js";

const refusal = inFile("write/refusals.ts");
const plan = inFile("write/plan.test.ts");
const apply = inFile("write/apply.test.ts");
const processes = inFile("write/processes.test.ts");
const fault = inFile("write/faults.test.ts");
const same = inFile("output/determinism.test.ts");

/** Places to write to, and machines to run on. */
export const placeCases: readonly HardCase[] = [
  {
    id: "G47",
    what: "a link in the place of a file",
    tests: [
      refusal("a link in the place of a file"),
      plan("is refused for $name, and nothing is touched"),
      apply("does not make the tool delete through a link"),
    ],
  },
  {
    id: "G48",
    what: "a link in the place of the output folder, or of one in it",
    tests: [
      apply("follows a link to the output folder itself, which the user chose"),
      apply("a link to nowhere is the folder"),
      refusal("a link in the place of a folder"),
    ],
  },
  {
    id: "G49",
    what: "an output folder with files of the user's",
    tests: [
      refusal("a file of the user's in an empty folder"),
      refusal("a generated file that was edited"),
      plan("leaves files of the user's beside its own alone"),
    ],
  },
  {
    id: "G50",
    what: "an output folder on another file system",
    tests: [
      fault("is whole after a fault at any call, which is told in one message"),
      processes("is written in place where the system does not let it be moved: %s"),
    ],
  },
  {
    id: "G51",
    what: "a run that is killed, or for which there is no room",
    tests: [
      fault("is whole after a fault at any call, which is told in one message"),
      fault("is whole after a kill at any call, as soon as another run looks at it"),
      inFile("write/kills.test.ts")("a run that is stopped from outside"),
    ],
  },
  {
    id: "G52",
    what: "two runs at once in one folder",
    tests: [processes("make one tree between them, and who comes second says so in one line")],
  },
  {
    id: "G53",
    what: "a place where nothing can be written",
    tests: [
      refusal("a file in the place of the output folder"),
      apply("says so where the system lets nobody make a folder"),
    ],
  },
  {
    id: "G54",
    what: "the same spec on another machine, in another order",
    tests: [
      same("gives the same bytes twice"),
      same("%s writes the same bytes"),
      inFile("targets/types/order.test.ts")("does not depend on $name"),
    ],
  },
  {
    id: "G55",
    what: "options of node's in the environment, and a polluted prototype",
    tests: [inFile("cli/surroundings.test.ts")("writes the same whatever node was told before it: %s")],
  },
];
