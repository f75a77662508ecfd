import type { Range } from "../../workbench/emit.js";

/** Fleets whose documents readers of OpenAPI and of AsyncAPI are given. */
export const fleets: readonly { range: Range; responses: "safe" | "gated"; plain: boolean }[] = [
  { range: "48..", responses: "safe", plain: false },
  { range: "..48", responses: "gated", plain: true },
  { range: "..", responses: "gated", plain: false },
];

/** The documents of OpenAPI. */
export const documents = ["server-3.1", "server-3.0", "webhooks-3.1"].flatMap((name) =>
  ["yaml", "json"].map((extension) => `openapi/${name}.${extension}`),
);
