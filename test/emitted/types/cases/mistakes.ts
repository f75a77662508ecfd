import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../../generator/contract/package/package-root.js";
import type { TypeGroup } from "./type-group.js";

/** A block of code in docs/mistakes.md, with the compiler's sentence below it. */
const mistake = /^```ts\n([^`]*)^```\n\n`([^`]+)`$/gm;

const page = readFileSync(join(packageRoot, "docs/mistakes.md"), "utf8");
/** Declarations used by handlers precede the first heading. Mistakes in the log section compile. */
const [, used = "", compiled = ""] = /^```ts\n(.*?)^```\n\n(## .*)^## In the log$/ms.exec(page) ?? [];

export const mistakes = [...compiled.matchAll(mistake)].map(([, code = "", sentence = ""]) => ({
  code: /^\w+: /.test(code) ? `createMplusRouter({ subscriptions: {}, handlers: { ${code} } });` : code,
  sentence,
}));

export const blockCount = [...compiled.matchAll(/^```ts$/gm)].length;
export const sentenceCount = [...compiled.matchAll(/^`[^`].*$/gm)].length;

/** The messages in docs/mistakes.md must be the compiler's. */
export const mistakesGroup: TypeGroup = {
  title: "docs/mistakes.md",
  output: "48..",
  preamble: `import { createMplusRouter } from "./express/index.js";\n${used}`,
  isConclusion: true,
  refused: Object.fromEntries(
    mistakes.map(({ sentence }) => [
      sentence,
      mistakes.filter((other) => other.sentence === sentence).map(({ code }) => code),
    ]),
  ),
};
