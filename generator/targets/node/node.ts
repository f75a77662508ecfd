import { adapter } from "../adapter.js";

export const node = adapter("node", "a listener for node:http", { needsNode: true });
