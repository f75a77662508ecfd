import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSpec } from "../../../generator/contract/package/package-files.js";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import type * as fetchTarget from "../../../generated/fetch/index.js";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { createLog, createStage, type LogLine } from "../../conformance/stage.js";
import { secret } from "../../conformance/signature.js";
import { need } from "../../workbench/need.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";

type Handlers = MplusOptions["handlers"];

export interface Example {
  readonly createShop: () => Pick<MplusOptions, "handlers">;
  /** Opens a new shop of a release, with some handlers replaced. Its receiver can be called without a server. */
  readonly openShop: (version: string, others?: Partial<Handlers>) => Shop;
}

export interface Shop {
  readonly fetch: typeof fetch;
  /** The receiver's log. */
  readonly lines: readonly LogLine[];
}

const folderOfExample = "test/till/example";

/** The files of the example, and of a gated `generated/` for all releases beside it. Paths are as in the repository. */
export async function listExampleFiles(): Promise<(readonly [path: string, text: string])[]> {
  const output = await emit(need(loadSpec()), "..", { targets: ["fetch", "node"], responses: "gated" });
  const paths = readdirSync(join(packageRoot, folderOfExample))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folderOfExample}/${name}`);
  return [
    ...[...collectFiles(output)].map(([path, text]) => [`generated/${path}`, text] as const),
    ...paths.map((path) => [path, readFileSync(join(packageRoot, path), "utf8")] as const),
  ];
}

/** Makes the example runnable in a folder of `makeRunFolder`, and imports it. */
export async function loadExample(folder: string): Promise<Example> {
  writeFiles(folder, transpile(await listExampleFiles()));
  const { createShop } = await importFrom<Pick<Example, "createShop">>(folder, `${folderOfExample}/shop.js`);
  const { createMplusHandler } = await importFrom<typeof fetchTarget>(folder, "generated/fetch/index.js");
  const openShop: Example["openShop"] = (version, others = {}) => {
    const stage = createStage();
    const subscriptions = { "shop-12": { secret, version } };
    const handlers = { ...createShop().handlers, ...others };
    const handle = createMplusHandler({ handlers, subscriptions, log: createLog(stage), basePath: "/mplus" });
    return { fetch: (input, init) => handle(new Request(input, init)), lines: stage.lines };
  };
  return { createShop, openShop };
}
