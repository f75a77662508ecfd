import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../../generator/contract/package/package-root.js";
import type { TypeGroup } from "./type-group.js";

/** A row of a table in docs/mistakes.md: the first cell ends with the code, the second one is the sentence. */
const row = /^\| [^|]*`([^|`]*)` +\| `([^|]*)` +\|$/gm;

const page = readFileSync(join(packageRoot, "docs/mistakes.md"), "utf8");

/** The mistakes of the page, each with what the page says of it. */
export const mistakes = [...page.matchAll(row)].map(([, code = "", sentence = ""]) => ({
  // Code of one event stands in a receiver.
  code: /^\w+: /.test(code) ? `createMplusRouter({ subscriptions: {}, handlers: { ${code} } });` : code,
  sentence,
}));

/** How many rows the tables have, whatever is in them. */
export const rowCount = page.split("\n").filter((line) => /^\| (?!mistake|-)/.test(line)).length;

/** What docs/mistakes.md says of a mistake is what the compiler says. */
export const mistakesGroup: TypeGroup = {
  title: "docs/mistakes.md",
  output: "48..",
  preamble: `import { createMplusRouter } from "./express/index.js";\n`,
  refused: Object.fromEntries(
    mistakes.map(({ sentence }) => [
      sentence,
      mistakes.filter((other) => other.sentence === sentence).map(({ code }) => code),
    ]),
  ),
};
