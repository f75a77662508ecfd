import { makePages } from "./docs/make-pages.js";
import { createAlbum, type Album } from "./lattice/album.js";
import { buildModel } from "./model/build.js";
import { once } from "./once.js";
import { report } from "./problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "./problem/problem.js";
import type { ImportExtension } from "./text/source-file.js";
import type { CheckedSpec } from "./spec/checked-spec.js";
import { suggest } from "./text/suggest.js";
import { targets as allTargets } from "./targets/all.js";
import type { CryptoKind, OutputFile, Target, TargetContext } from "./targets/target.js";
import { buildView } from "./view/build-view.js";
import { parseFleet, type FleetOptions } from "./time/fleet.js";
import { holdInt64, type Int64Mode } from "./view/int64.js";
import type { ResponseMode, View } from "./view/view.js";

/** What a user asks for. */
export interface GenerateOptions extends FleetOptions {
  readonly targets: readonly string[];
  readonly responses: ResponseMode;
  readonly importExtension: ImportExtension;
  /** Default: `number`. */
  readonly int64?: Int64Mode;
  readonly crypto: CryptoKind;
}

/** Everything that belongs in the output folder, by target. */
export interface Generation {
  readonly view: View;
  readonly outputs: readonly { readonly target: string; readonly files: readonly OutputFile[] }[];
}

/** The text of every file under `templates/`, by its path there. */
export type Templates = ReadonlyMap<string, string>;

/** Generates files from a checked spec. Pure: the same input gives the same bytes. */
export async function generate(
  spec: CheckedSpec,
  templates: Templates,
  options: GenerateOptions,
): Promise<Outcome<Generation>> {
  const selected = selectTargets(options.targets, options.crypto);
  if (!selected.ok) return selected;
  const model = buildModel(spec);
  const fleet = parseFleet(options, model);
  if (!fleet.ok) return fleet;
  const album = createAlbum(model);
  const built = buildView(album, fleet.value, options.responses);
  if (!built.ok) return built;
  const view = holdInt64(built.value, options.int64 ?? "number");
  if (!view.ok) return view;
  const context = createContext(templates, options, album, view.value);
  const outputs = await Promise.all(
    selected.value.map(async (target) => ({
      target: target.name,
      files: await target.emit(view.value, context),
    })),
  );
  return success({ view: view.value, outputs }, [...fleet.warnings, ...built.warnings]);
}

/** Selects the targets of these names and those whose output they import, each once, in the order of `all.ts`. */
export function selectTargets(names: readonly string[], crypto: CryptoKind): Outcome<readonly Target[]> {
  const known = allTargets.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) return failure(unknown.map((target) => reportUnknownTarget(target, known)));
  const onNode = allTargets.filter(({ name, needsNode }) => needsNode === true && names.includes(name));
  if (crypto === "web" && onNode.length > 0)
    return failure(onNode.map(({ name }) => reportWebCryptoOnNode(name)));
  const wanted = new Set(names.flatMap((name) => [name, ...findNeeds(name)]));
  return success(allTargets.filter(({ name }) => wanted.has(name)));
}

const findNeeds = (name: string): readonly string[] =>
  allTargets.find((target) => target.name === name)?.needs ?? [];

const reportUnknownTarget = (target: string, known: readonly string[]): Problem =>
  report("unknown-target", { target, known, suggestion: suggest(target, known) });

const reportWebCryptoOnNode = (target: string): Problem =>
  report("web-crypto-on-node", {
    target,
    others: allTargets
      .filter(
        ({ name, needs, needsNode }) => needs.includes("receiver") && needsNode !== true && name !== target,
      )
      .map(({ name }) => name),
  });

function createContext(
  templates: Templates,
  { importExtension, crypto }: GenerateOptions,
  album: Album,
  view: View,
): TargetContext {
  const template = (path: string): string => {
    const text = templates.get(path);
    if (text === undefined) throw new Error(`there is no template ${path}`);
    return text;
  };
  return {
    album,
    importExtension,
    crypto,
    template,
    codeIn: (folder) =>
      [...templates.keys()]
        .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(".ts"))
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    pages: once(() => makePages(view, { album, template })),
  };
}
