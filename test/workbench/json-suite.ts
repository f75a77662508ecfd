import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/corpora/JSONTestSuite/test_parsing", import.meta.url));

/** The corpus is outside the repository. */
export const hasJsonSuite = existsSync(folder);

/** A text of Nicolas Seriot's JSONTestSuite. Parsers must accept `y_` and reject `n_`; for `i_`, both are right. */
export interface SuiteText {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function readJsonSuite(): readonly SuiteText[] {
  if (!hasJsonSuite) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: file.replace(/\.json$/, ""), bytes: readFileSync(join(folder, file)) }));
}
