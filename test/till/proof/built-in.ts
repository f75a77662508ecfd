import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import type { Scenario, ScenarioResult } from "../../../generator/till/scenario/scenario.js";
import { playAtNewTill } from "../../../generator/till/scenario/play-at-new-till.js";
import type { TillOptions } from "../../../generator/till/engine/till-types.js";
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
    { contract, startTill: (till) => startTill(contract, till) },
  );
}

export const listFailures = ({ steps, failures }: ScenarioResult): string[] =>
  [...steps.flatMap((step) => step.failures), ...failures].map(({ message, differences }) =>
    [message, ...differences.map((each) => JSON.stringify(each))].join(" "),
  );

/** The newest release of the frozen contract, the one that most shops run, and an old one. */
const releases = ["59.5.2", "48", "16.2"];

export interface OpenShop extends Pick<Playing, "url" | "fetch"> {
  readonly log: () => readonly string[];
}

/** Plays each built-in scenario at a new shop of each release. Returns the lines of `built-in.txt`. */
export async function playAllBuiltIn(
  withShop: (release: string, use: (shop: OpenShop) => Promise<void>) => Promise<void>,
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const name of builtIn().keys())
    for (const release of releases)
      await withShop(release, async ({ log, ...shop }) => {
        const result = await playBuiltIn(name, { ...shop, release });
        const lines = describe(result, log()).map((line) => `  ${line}`);
        outcomes.push(`${name} at v${release}: ${result.outcome}`, ...lines, "");
      });
  return outcomes;
}

/** What the till sent in each step, the sale at the end, notes, and why the scenario did not pass. */
function describe({ steps, session, ...result }: ScenarioResult, log: readonly string[]): readonly string[] {
  const sent = steps.map(({ exchanges }) => exchanges.map(({ event }) => event).join("+") || "-");
  const { lines, payments, relation, ended } = session;
  const sale = { lines: lines.length, paid: payments.map(({ amount }) => amount), relation, ended };
  const reasons = [result.reason, ...listFailures({ steps, session, ...result }), ...log];
  const told = result.outcome === "passed" ? result.notes : reasons;
  return [sent.join(" "), JSON.stringify(sale), ...told].flatMap((text) => text ?? []);
}
