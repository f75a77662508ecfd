import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Reads the library that the site searches with: a script that any page can load, with its licence on top. */
export function readSearchLibrary(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "..", "..");
  const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");
  const { version } = JSON.parse(read("package.json")) as { readonly version: string };
  const licence = read("LICENSE.txt").trim();
  // The map of its sources is not there.
  const code = read("dist", "umd", "index.js").replace(/^\/\/# sourceMappingURL=.*$/m, "");
  return `/*!\nminisearch ${version}\n\n${licence}\n*/\n${code.trim()}\n`;
}
