import { adapter } from "../adapter.js";

export const fetchTarget = adapter("fetch", "a handler of web requests: Next, Workers, Deno, Bun");
