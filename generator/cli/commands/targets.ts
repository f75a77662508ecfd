import { targets as all } from "../../targets/all.js";
import { formatTable, type Ending } from "../terminal.js";

/** `targets`: what can be generated. */
export function targets({ json }: { readonly json: boolean }): Ending {
  const rows = all.map(({ name, summary, needs }) => ({ name, summary, needs }));
  const table = formatTable(
    rows.map(({ name, summary, needs }) => [
      name,
      summary,
      needs.length > 0 ? `(with ${needs.join(", ")})` : "",
    ]),
  );
  return { code: 0, stdout: json ? `${JSON.stringify({ targets: rows }, null, 2)}\n` : table, stderr: "" };
}
