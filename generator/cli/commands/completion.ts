import { frameworkNames } from "../../init/frameworks.js";
import { buildModel } from "../../model/build.js";
import { loadSpec } from "../../package/load-spec.js";
import { readTemplates } from "../../package/package-files.js";
import { targets } from "../../targets/all.js";
import { formatRelease } from "../../time/release.js";
import { formatBash } from "../completion/bash.js";
import { formatFish } from "../completion/fish.js";
import { createGrammar } from "../completion/grammar.js";
import { formatZsh } from "../completion/zsh.js";
import type { Args } from "../options/args.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";
import { listBuiltIn } from "../scenario-files.js";
import type { Surroundings } from "../surroundings.js";

const formats = { bash: formatBash, zsh: formatZsh, fish: formatFish } as const;

/** `completion`: prints a script that completes calls, with the words that the built-in spec has. */
export function completion({ shell }: Args<"completion">, { memo }: Surroundings): Ending {
  const spec = loadSpec(undefined, memo);
  if (!spec.ok) return problemEnding(spec.problems, false);
  const { events, products, releases } = buildModel(spec.value);
  const numbers = releases.map(({ release }) => formatRelease(release));
  const grammar = createGrammar({
    target: targets.map(({ name }) => name),
    event: events.map(({ name }) => name),
    release: numbers,
    releases: numbers,
    product: products.map(({ id }) => id),
    framework: frameworkNames,
    scenario: listBuiltIn(),
  });
  const template = readTemplates().get(`completion/${shell}.hbs`) ?? "";
  return successEnding(formats[shell](template, grammar));
}
