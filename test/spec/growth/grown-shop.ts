import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type * as fetchTarget from "../../../generated/fetch/index.js";
import type * as receiverTarget from "../../../generated/receiver/index.js";
import { packageRoot } from "../../../generator/contract/package/package-files.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { createTillContract, type TillContract } from "../../../generator/till/engine/start-till.js";
import { defined } from "../../../generator/contract/read/values.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { secret } from "../../conformance/signature.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { listFailures, playBuiltIn } from "../../till/proof/built-in.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";

/** The shop runs one release, and its receiver is in this process. */
export interface Shop {
  readonly contract: TillContract;
  readonly openShop: (version: string) => typeof fetch;
}

interface ExampleShop {
  readonly createShop: () => Pick<receiverTarget.MplusOptions, "handlers">;
}

/** Generates code from a spec into a run folder, and creates an example shop of each release. */
export async function openShopsOf(spec: CheckedSpec, folder: string): Promise<Shop> {
  const output = collectFiles(await emit(spec, "..", { targets: ["fetch"], responses: "gated" }));
  const example = "test/till/example";
  writeFiles(
    folder,
    transpile([
      ...[...output].map(([path, text]) => [`generated/${path}`, text] as const),
      ...readdirSync(join(packageRoot, example))
        .filter((name) => name.endsWith(".ts"))
        .map((name) => {
          const path = `${example}/${name}`;
          return [path, readFileSync(join(packageRoot, path), "utf8")] as const;
        }),
    ]),
  );
  const { createReceiver } = await importFrom<typeof receiverTarget>(folder, "generated/receiver/index.js");
  const { toFetchHandler } = await importFrom<typeof fetchTarget>(folder, "generated/fetch/index.js");
  const { createShop } = await importFrom<ExampleShop>(folder, `${example}/shop.js`);
  const openShop: Shop["openShop"] = (version) => {
    const subscriptions = { "shop-12": { secret, version } };
    const handle = toFetchHandler(createReceiver({ ...createShop(), subscriptions }), "/mplus");
    return (input, init) => handle(new Request(input, init));
  };
  return { contract: createTillContract(spec), openShop };
}

export const url = "http://shop.example/mplus";

export async function playAtNewest(name: string, { contract, openShop }: Shop): Promise<readonly string[]> {
  const release = formatRelease(defined(contract.model.releases.at(-1), "a contract has releases").release);
  const result = await playBuiltIn(name, { url, release, fetch: openShop(release) }, contract);
  const step = result.steps.find(({ outcome }) => outcome !== "passed");
  const place = `templates/rendered/scenarios/${name}.yaml:${step?.position?.line ?? 1}`;
  const reasons = [...(result.reason === undefined ? [] : [result.reason]), ...listFailures(result)];
  return [result.outcome, ...reasons.map((reason) => `${place}: ${reason}`)];
}
