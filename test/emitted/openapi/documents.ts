import type { Range } from "../../workbench/emit.js";

/** Fleets whose documents readers of OpenAPI and of AsyncAPI are given. */
export const fleets: readonly { range: Range; responses: "safe" | "gated" }[] = [
  { range: "48..", responses: "safe" },
  { range: "..48", responses: "gated" },
  { range: "..", responses: "gated" },
];

/** The documents of OpenAPI. */
export const documents = ["openapi/server-3.1.json", "openapi/server-3.0.json"];
