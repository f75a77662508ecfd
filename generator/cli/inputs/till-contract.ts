import { join } from "node:path";
import * as checks from "../../../build/contract/validators/checks.js";
import * as omit from "../../../build/contract/validators/omit.js";
import * as results from "../../../build/contract/validators/results.js";
import { once } from "../../base/once.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import { loadSpec, packageRoot, readTemplates } from "../../contract/package/package-files.js";
import { readTillContract, startTill } from "../../till/engine/start-till.js";
import type { TillOptions } from "../../till/engine/till.js";
import type { TillContract } from "../../till/engine/till-set-up.js";
import { createScenarioReader, getScenarioReader } from "../../till/scenario/read-scenarios.js";
import type { RequestChecks } from "../../till/traffic/observe.js";
import { requireSuccess } from "../call-error.js";
import { createLoader } from "./jiti.js";

/** What a till is made from: this package's contract, with the user's additions from a folder. */
export async function loadTill(additions: string | undefined) {
  const own = additions === undefined ? undefined : await readOwnContract(additions);
  const contract = own?.contract ?? readTillContract();
  return {
    contract,
    checks: own?.checks,
    startTill: (options: TillOptions) => startTill(contract, options),
    getReader: once(() => (own ? createScenarioReader(contract) : getScenarioReader())),
  };
}

/** Undefined if the folder adds nothing. The build cannot know additions, so their validators are made here. */
async function readOwnContract(additions: string) {
  const spec = requireSuccess(loadSpec(undefined, additions)).value;
  if (spec.additions.size === 0) return undefined;
  const { generate } = await import("../../output/generate.js");
  const { listKnown } = await import("../../targets/receiver/receiver.js");
  const made = await generate(spec, readTemplates(), { target: ["validators"], responses: "gated" });
  const { view, outputs } = requireSuccess(made).value;
  const snapshots = createSnapshots(buildModel(spec));
  const texts = new Map(outputs.flatMap(({ files }) => files).map(({ path, content }) => [path, content]));
  const load = async (name: string, more: object = {}): Promise<unknown> => {
    const path = `validators/${name}.ts`;
    // No file has this path.
    const filename = join(packageRoot, path);
    const virtualModules = { "./checks.js": checks, "./omit.js": omit, "./results.js": results, ...more };
    const loader = await createLoader(filename, { virtualModules });
    return loader.evalModule(texts.get(path) ?? "", { filename });
  };
  const validators = (await load("index", { "./compiled.js": await load("compiled") })) as Validators;
  return {
    contract: { ...snapshots, validateResponse: validators.validateResponse } satisfies TillContract,
    checks: {
      known: listKnown(view, snapshots) as RequestChecks["known"],
      ...validators,
    } satisfies RequestChecks,
  };
}

type Validators = Pick<TillContract, "validateResponse"> & Pick<RequestChecks, "validateRequest">;
