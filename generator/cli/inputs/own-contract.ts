import { join } from "node:path";
import * as checks from "../../../build/contract/validators/checks.js";
import * as omit from "../../../build/contract/validators/omit.js";
import * as results from "../../../build/contract/validators/results.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import { packageRoot, readTemplates } from "../../contract/package/package-files.js";
import type { CheckedSpec } from "../../contract/read/checked-spec.js";
import { generate } from "../../output/generate.js";
import { listKnown } from "../../targets/receiver/receiver.js";
import type { TillContract } from "../../till/engine/till-set-up.js";
import type { RequestChecks } from "../../till/traffic/observe.js";
import { requireSuccess } from "../call-error.js";
import { createLoader } from "./jiti.js";

type Validators = Pick<TillContract, "validateResponse"> & Pick<RequestChecks, "validateRequest">;

/** Generates the validators of a spec with additions, and runs them in this process. */
export async function createOwnContract(spec: CheckedSpec) {
  const made = await generate(spec, readTemplates(), { target: ["validators"], responses: "gated" });
  const { view, outputs } = requireSuccess(made).value;
  const snapshots = createSnapshots(buildModel(spec));
  const texts = new Map(outputs.flatMap(({ files }) => files).map(({ path, content }) => [path, content]));
  const load = async (name: string, more: object = {}): Promise<unknown> => {
    const path = `validators/${name}.ts`;
    const virtualModules = { "./checks.js": checks, "./omit.js": omit, "./results.js": results, ...more };
    // No file has this name.
    const filename = join(packageRoot, path);
    const loader = await createLoader(filename, { virtualModules });
    return loader.evalModule(texts.get(path) ?? "", { filename });
  };
  const validators = (await load("index", { "./compiled.js": await load("compiled") })) as Validators;
  const { validateRequest, validateResponse } = validators;
  const known = listKnown(view, snapshots) as RequestChecks["known"];
  return { ...snapshots, validateResponse, requests: { known, validateRequest } };
}
