import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/corpora/JSONTestSuite/test_parsing", import.meta.url));

/** The corpus lies beside the repository and is no part of it. */
export const hasJsonSuite = existsSync(folder);

/** A text of Nicolas Seriot's JSONTestSuite; `y_` must be taken for JSON, `n_` must not, `i_` is for a parser to say. */
export interface SuiteText {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All of the texts, by name. */
export function readJsonSuite(): readonly SuiteText[] {
  if (!hasJsonSuite) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: file.replace(/\.json$/, ""), bytes: readFileSync(join(folder, file)) }));
}
