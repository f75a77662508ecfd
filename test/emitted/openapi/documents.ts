import type { Range } from "../../workbench/emit.js";

export const fleets: readonly { range: Range; responses: "safe" | "gated" }[] = [
  { range: "48..", responses: "safe" },
  { range: "..48", responses: "gated" },
  { range: "..", responses: "gated" },
];

export const documents = ["openapi/server-3.1.json", "openapi/server-3.0.json"];
