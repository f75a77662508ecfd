import type { Command } from "../../workbench/run.js";
import { exportToolPath } from "../../workbench/tools.js";
import type { Range } from "../../workbench/emit.js";

export interface Fleet {
  readonly range: Range;
  readonly responses: "safe" | "gated";
}

export const fleets: readonly Fleet[] = [
  { range: "48..", responses: "safe" },
  { range: "..48", responses: "gated" },
  { range: "..", responses: "gated" },
];

export const documents = ["openapi/server-3.1.json", "openapi/server-3.0.json"];

const runTool = (path: string, ...args: string[]): Command => [
  process.execPath,
  exportToolPath(path),
  ...args,
];

export interface Checker {
  readonly name: string;
  readonly document: string;
  readonly command: Command;
  /** One entry per place. */
  readonly list: (printed: string) => readonly string[];
  /** Accepted warnings by rule, with reasons. */
  readonly left: Readonly<Record<string, string>>;
}

const asyncapi = "asyncapi/mplus.asyncapi.yaml";
const noContact = "Nobody is responsible for an unofficial document.";

const toRedocly = (document: string): Checker => ({
  name: "Redocly CLI 2.77.0",
  document,
  command: runTool(
    "@redocly/cli/bin/cli.js",
    ...["lint", "--extends=recommended", "--format=json", "--max-problems=1000", document],
  ),
  list: (printed) =>
    (JSON.parse(printed) as { problems: { ruleId: string }[] }).problems.map(({ ruleId }) => ruleId),
  left: {},
});

const toSpectral = (document: string, rules: string, left: Checker["left"]): Checker => ({
  name: "Spectral 6.16.3",
  document,
  command: runTool(
    "@stoplight/spectral-cli/dist/index.js",
    ...["lint", "--quiet", "--format=json", `--ruleset=${rules}.yaml`, document],
  ),
  list: (printed) => (JSON.parse(printed) as { code: string }[]).map(({ code }) => code),
  left,
});

export const checkers: readonly Checker[] = [
  ...[...documents, asyncapi].map(toRedocly),
  ...documents.map((document) => toSpectral(document, "oas", { "info-contact": noContact })),
  toSpectral(asyncapi, "asyncapi", {
    "asyncapi-info-contact": noContact,
    "asyncapi-latest-version": "Only a note. Tools that read 3.1 read 3.0, and many read 3.0 only.",
  }),
];

export const rulesets: readonly (readonly [string, string])[] = ["oas", "asyncapi"].map((name) => [
  `${name}.yaml`,
  `extends: ["spectral:${name}"]\n`,
]);

export interface Maker {
  readonly name: string;
  readonly command: (document: string, out: string) => Command;
  /** Files whose names come from the document. Default: all TypeScript files. */
  readonly named?: RegExp;
  readonly own?: RegExp;
  /** True if its types equal those of the target `types`, except for nulls. */
  readonly hasOurTypes?: boolean;
}

const rootTypes = ["--root-types", "--root-types-no-schema-prefix"];

export const makers: readonly Maker[] = [
  {
    name: "openapi-typescript 7.13.0",
    command: (document, out) =>
      runTool("openapi-typescript/bin/cli.js", document, ...rootTypes, "-o", `${out}/types.ts`),
    own: /^(paths|webhooks|components|\$defs|operations|(Response|Parameter|Header)\w+)$/,
    hasOurTypes: true,
  },
  {
    name: "@hey-api/openapi-ts 0.95.0",
    command: (document, out) => runTool("@hey-api/openapi-ts/bin/run.js", "-i", `./${document}`, "-o", out),
    // The other files are its client.
    named: /^types\.gen\.ts$/,
    own: /^ClientOptions$/,
  },
];
