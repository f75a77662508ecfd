import type { Output } from "../../config.js";
import type { Args } from "../options/args.js";
import type { OptionName } from "../options/options.js";

/** The options of `generate` that an output of a config may have, by their names there. */
export const configOptions = {
  target: "target",
  minVersion: "min-version",
  maxVersion: "max-version",
  versions: "versions",
  out: "out",
  spec: "spec",
  responses: "responses",
  int64: "int64",
  importExtension: "import-extension",
  crypto: "crypto",
  language: "language",
} as const satisfies Record<keyof Output, OptionName> & Partial<Record<keyof Args<"generate">, OptionName>>;
