import { describeTargets } from "../suite.js";
import { compressors } from "./compressors.js";
import { serverless } from "./serverless.js";

describeTargets("what is generated, in a user's surroundings", [...serverless, ...compressors]);
