import { targets as all } from "../../targets/all.js";
import type { Result } from "../json/results.js";
import type { Args } from "../options/commands.js";
import { jsonEnding, successEnding, type Ending } from "../report/ending.js";
import { formatTable } from "../report/tables.js";
import type { Terminal } from "../terminal/terminal.js";

/** `targets`: lists what can be generated. */
export function targets({ json }: Args<"targets">, terminal: Terminal): Ending {
  const rows = all.map(({ name, summary, needs }) => ({ name, summary, needs }));
  const table = formatTable(
    rows.map(({ name, summary, needs }) => [
      ["name", name],
      summary,
      ["faint", needs.length > 0 ? `(with ${needs.join(", ")})` : ""],
    ]),
    terminal,
  );
  return json ? jsonEnding({ targets: rows } satisfies Result<"targets">) : successEnding(table);
}
