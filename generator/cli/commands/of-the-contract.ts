/** The commands that read the contract, in one part of the build: what they share is loaded anyway. */
export { diff } from "./diff.js";
export { explain } from "./explain.js";
export { init } from "./init.js";
export { lint } from "./lint.js";
export { mock } from "./mock.js";
export { release } from "./release.js";
