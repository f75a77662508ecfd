/** The commands that ask a receiver, in one part of the build: what they share is loaded anyway. */
export { doctor } from "./doctor.js";
export { send } from "./send.js";
export { simulate } from "./simulate.js";
export { till } from "./till.js";
