import { getOwn, isArray } from "../base/json.js";
import { getText, isNodeResolution, type ProjectFacts } from "../output/project-facts.js";
import type { ExistingProject, RequiredLines } from "./changes.js";

export function listCompilerDemands(facts: ProjectFacts, moduleKind: string): readonly RequiredLines[] {
  const { compilerOptions: options, dependencies } = facts;
  if (!options) return [];
  const major = Number(/\d+/.exec(dependencies["typescript"] ?? "")?.[0] ?? 5);
  const lib = getOwn(options, "lib");
  const types = getOwn(options, "types");
  const known = isArray(types) ? types : [];
  // Bun's types include Node's.
  const lacksNode =
    types === undefined ? major >= 6 : !["node", "bun", "bun-types"].some((name) => known.includes(name));
  const usualTarget = isNodeResolution(facts) || major >= 6 ? "esnext" : "es5";
  const isOld = /^es(?:[356]|20(?:1\d|20|21))$/.test(getText(options, "target") || usualTarget);
  const lacksLibrary = isArray(lib) ? !/es(?:202[2-9]|next)\b/i.test(JSON.stringify(lib)) : isOld;
  const lines = [
    ...(lacksLibrary ? [isArray(lib) ? '"lib": ["ES2022"],' : '"target": "ES2022",'] : []),
    ...(lacksNode ? [`"types": ${JSON.stringify([...known, "node"])},`] : []),
    ...(moduleKind === "commonjs" && getOwn(options, "verbatimModuleSyntax") === true
      ? ['"verbatimModuleSyntax": false,']
      : []),
  ];
  return lines.length === 0 ? [] : [{ path: "tsconfig.json", place: "in compilerOptions", lines }];
}

export function listSecretDemands({ env }: ExistingProject): readonly RequiredLines[] {
  if (env === undefined || /^MPLUS_SECRET=/m.test(env)) return [];
  const place =
    "with the secret key of the subscription, or for now with the output of `openssl rand -base64 32`";
  return [{ path: ".env", place, lines: ["MPLUS_SECRET="] }];
}
