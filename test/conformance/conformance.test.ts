import { contractCases, wireCases } from "./cases/all.js";
import { describeTargets } from "./suite.js";
import { targets } from "./targets/all.js";

const all = [...wireCases, ...contractCases];

/** All targets share the code below their adapters, so one of them, without HTTP, is asked the rest. */
describeTargets(
  "what is generated",
  targets.map((target) => {
    return { ...target, like: [target.name], cases: target.name === "receiver" ? all : wireCases };
  }),
);
