import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../../shared/seeds", import.meta.url));

/** The vendor's pages lie beside the repository and are no part of it. */
export const hasVendorPages = existsSync(folder);

/** The vendor's pages, as a browser saved them as text. */
export const readVendorPages = (): readonly { readonly file: string; readonly text: string }[] =>
  hasVendorPages
    ? readdirSync(folder)
        .sort()
        .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }))
    : [];
