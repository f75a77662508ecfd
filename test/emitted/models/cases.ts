import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Language } from "../../../generator/targets/target.js";

/** As cases.yaml describes them. */
interface Cases {
  readonly wrong: readonly (Readonly<Partial<Record<Language, string>>> & {
    readonly path: string;
    readonly value?: unknown;
    readonly at?: string;
  })[];
  readonly read: Readonly<Record<string, readonly [asFloat: string, asInt: string]>>;
  readonly written: Readonly<Record<string, string>>;
  readonly loads: Readonly<Record<string, readonly string[]>>;
}

/** More digits than a float holds. */
const digits = `1${"0".repeat(400)}`;

const text = readFileSync(join(import.meta.dirname, "cases.yaml"), "utf8");

export const modelCases = parse(text.replaceAll("DIGITS", digits)) as Cases;
