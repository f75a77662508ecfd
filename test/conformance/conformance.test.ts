import { describeTargets } from "./suite.js";
import { targets } from "./targets/all.js";

describeTargets(
  "what is generated",
  targets.map((target) => ({ ...target, like: [target.name] })),
);
