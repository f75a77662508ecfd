import { quote } from "../../base/text/quote.js";
import { defaultSettings, readSettings } from "../../till/engine/till-set-up.js";
import type { TillSettings } from "../../till/engine/till-types.js";
import { TillError } from "../../till/engine/till-error.js";
import { overrideValues } from "../../till/scenario/references.js";
import { throwUsageProblem } from "../call-error.js";

/** Reads each `--set name=value`. */
export const readSet = (set: readonly string[], example: string): ReadonlyMap<string, string> =>
  new Map(
    set.map((setting) => {
      const [, name, value = ""] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
      if (name !== undefined) return [name, value];
      return throwUsageProblem(`--set ${quote(setting)} is not name=value.`, `For example: --set ${example}`);
    }),
  );

export const isSetting = (name: string): boolean => Object.hasOwn(defaultSettings, name);

/** Ends the command if a value is not one of the setting's. */
export function toTillSettings(given: ReadonlyMap<string, string>): Partial<TillSettings> {
  const settings = {
    ...Object.fromEntries(given),
    ...overrideValues({ ...defaultSettings }, given),
  };
  try {
    readSettings(settings);
  } catch (error) {
    if (error instanceof TillError) throwUsageProblem(error.message);
    throw error;
  }
  return settings;
}
