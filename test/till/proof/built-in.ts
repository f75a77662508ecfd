import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import type { Scenario, ScenarioResult } from "../../../generator/till/scenario/scenario.js";
import { playAtNewTill } from "../../../generator/till/scenario/play-at-new-till.js";
import type { TillOptions } from "../../../generator/till/engine/till.js";
import { startTill, type TillContract } from "../../../generator/till/engine/start-till.js";
import { need } from "../../workbench/need.js";
import { atShop, reader } from "../desk.js";
import { ownContract } from "../own-spec.js";

const folder = join(packageRoot, "templates/rendered/scenarios");

let known: ReadonlyMap<string, Scenario> | undefined;

export const builtIn = (): ReadonlyMap<string, Scenario> => (known ??= readBuiltIn());

const readBuiltIn = (): ReadonlyMap<string, Scenario> =>
  new Map(
    readdirSync(folder).flatMap((file) => {
      const scenarios = need(reader().readText({ file, text: readFileSync(join(folder, file), "utf8") }));
      return scenarios.map((scenario) => [basename(file, ".yaml"), scenario] as const);
    }),
  );

type Playing = Pick<TillOptions, "url" | "release" | "fetch"> & Pick<Scenario, "settings">;

export async function playBuiltIn(
  name: string,
  { settings, ...options }: Playing,
  contract: TillContract = ownContract(),
): Promise<ScenarioResult> {
  const scenario = builtIn().get(name);
  if (!scenario) throw new Error(`There is no built-in scenario ${name}`);
  return playAtNewTill(
    { ...scenario, settings: { ...scenario.settings, ...settings } },
    { ...atShop, ...options },
    (till) => startTill(contract, till),
  );
}

export const listFailures = ({ steps, failures }: ScenarioResult): string[] =>
  [...steps.flatMap((step) => step.failures), ...failures].map(({ message, differences }) =>
    [message, ...differences.map((each) => JSON.stringify(each))].join(" "),
  );
