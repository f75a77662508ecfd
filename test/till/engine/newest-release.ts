export { newestRelease } from "../desk.js";
