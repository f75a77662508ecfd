import { withDefaults, type GenerateOptions } from "./config.js";
import { makePages } from "../pages/docs/make-pages.js";
import { createFleetExamples, type FindExamples } from "../contract/examples/fleet-examples.js";
import { createSnapshots } from "../contract/lattice/snapshot.js";
import { buildModel } from "../contract/model/build.js";
import { once, getOrCreate } from "../base/once.js";
import type { TargetOptions } from "../base/options.js";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../base/problem/problem.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { collectReachable } from "../contract/read/values.js";
import { compileTemplate } from "../base/text/template.js";
import { suggest } from "../base/text/words.js";
import { targets as allTargets } from "../targets/all.js";
import { admitTarget, emitFiles, type OwnTarget } from "../targets/own-target.js";
import { languages } from "../targets/target.js";
import type { OutputFile, Target, TargetContext } from "../targets/target.js";
import { buildView } from "../contract/view/build-view.js";
import { parseFleet } from "../base/time/fleet.js";
import type { View } from "../contract/view/view.js";

export interface Generation {
  readonly view: View;
  readonly outputs: readonly {
    readonly target: string;
    readonly reads: Target["reads"] | undefined;
    readonly files: readonly OutputFile[];
  }[];
}

/** The text of every file in `templates/`, by its path there. */
export type Templates = ReadonlyMap<string, string>;

/** Called when a custom target begins to emit. The promise settles when it has ended. */
export type WatchTarget = (target: string, emitting: Promise<unknown>) => void;

/** Generates files from a checked spec. Pure: the same input gives the same bytes. */
export async function generate(
  spec: CheckedSpec,
  templates: Templates,
  generateOptions: GenerateOptions<string>,
  watchTarget?: WatchTarget,
): Promise<Outcome<Generation>> {
  const options = withDefaults(generateOptions);
  const selected = selectTargets(options.target, options);
  if (!selected.ok) return selected;
  const model = buildModel(spec);
  const fleet = parseFleet(options, model);
  if (!fleet.ok) return fleet;
  const snapshots = createSnapshots(model);
  const built = buildView(snapshots, fleet.value, options);
  if (!built.ok) return built;
  const view = built.value;
  const context = createContext({ templates, options, snapshots }, view);
  const outputs: Generation["outputs"][number][] = [];
  const problems: Problem[] = [];
  for (const target of selected.value) {
    const emitting = emitFiles(target, view, context);
    if (!allTargets.includes(target)) watchTarget?.(target.name, emitting);
    const files = await emitting;
    if (files.ok) outputs.push({ target: target.name, reads: target.reads, files: files.value });
    else problems.push(...files.problems);
  }
  return problems.length > 0
    ? failure(problems)
    : success({ view, outputs }, [...fleet.warnings, ...built.warnings]);
}

/**
 * Selects these targets and those that their output imports, once each. Built-in targets are in the order of
 * `all.ts`; the user's own follow in the order given.
 */
export function selectTargets(
  requested: readonly (string | OwnTarget)[],
  { crypto, language }: Pick<TargetOptions, "crypto" | "language">,
): Outcome<readonly Target[]> {
  const admitted = requested.map((target) => (typeof target === "string" ? target : admitTarget(target)));
  const own = admitted.filter((target) => typeof target !== "string");
  const refused = own.flatMap((target) => (target.ok ? [] : target.problems));
  if (refused.length > 0) return failure(refused);
  const all = [...allTargets, ...own.flatMap((target) => (target.ok ? target.value : []))];
  const known = all.map(({ name }) => name);
  const twice = known.find((name, index) => known.indexOf(name) < index);
  if (twice !== undefined)
    return failure([report("own-target-unusable", { name: twice, reason: "two targets have that name" })]);
  const names = admitted.flatMap((target) =>
    typeof target === "string" ? target : target.ok ? target.value.name : [],
  );
  const wanted = collectReachable(names, (name) => all.find((target) => target.name === name)?.needs ?? []);
  const selected = all.filter(({ name }) => wanted.has(name));
  const onOther = allTargets.filter(({ isAdapter, needsNode }) => isAdapter === true && needsNode !== true);
  const problems = [
    ...[...wanted]
      .filter((target) => !known.includes(target))
      .map((target) => report("unknown-target", { target, known, suggestion: suggest(target, known) })),
    ...selected
      .filter(({ name, needsNode }) => crypto === "web" && needsNode === true && names.includes(name))
      .map(({ name: target }) =>
        report("web-crypto-on-node", { target, others: onOther.map(({ name }) => name) }),
      ),
    ...selected
      .filter(({ needsLanguage }) => language === undefined && needsLanguage === true)
      .map(({ name: target }) => report("no-language", { target, known: languages })),
  ];
  return problems.length > 0 ? failure(problems) : success(selected);
}

interface ContextSources extends Pick<TargetContext, "snapshots"> {
  readonly templates: Templates;
  readonly options: TargetOptions;
}

function createContext({ templates, options, snapshots }: ContextSources, view: View): TargetContext {
  const template = (path: string): string => {
    const text = templates.get(path);
    if (text === undefined) throw new Error(`There is no template ${path}.`);
    return text;
  };
  const compiled = new Map<string, (data: object) => string>();
  const examples = once((): FindExamples => createFleetExamples(view, snapshots.model));
  const layout = (path: string) => getOrCreate(compiled, path, () => compileTemplate(template(path)));
  return {
    ...options,
    snapshots,
    template,
    layout,
    examples: (event) => examples()(event),
    codeIn: (folder, ending) =>
      [...templates.keys()]
        .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending))
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    pages: once(() => makePages(view, { ...options, snapshots, template, layout })),
  };
}
