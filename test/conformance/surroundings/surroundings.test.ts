import { describeTargets } from "../suite.js";
import { compressors } from "./compressors.js";
import { mocks } from "./mocks.js";
import { parsers } from "./parsers.js";
import { serverless } from "./serverless.js";

describeTargets("what is generated, where something else reads or sends for it", [
  ...serverless,
  ...mocks,
  ...parsers,
  ...compressors,
]);
