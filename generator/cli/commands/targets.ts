import { targets as all } from "../../targets/all.js";
import type { Args } from "../options/args.js";
import { successEnding, type Ending } from "../report/ending.js";
import { formatTable } from "../report/terminal-text.js";

/** `targets`: lists what can be generated. */
export function targets({ json }: Args<"targets">): Ending {
  const rows = all.map(({ name, summary, needs }) => ({ name, summary, needs }));
  const table = formatTable(
    rows.map(({ name, summary, needs }) => [
      name,
      summary,
      needs.length > 0 ? `(with ${needs.join(", ")})` : "",
    ]),
  );
  return successEnding(json ? `${JSON.stringify({ targets: rows }, null, 2)}\n` : table);
}
