import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import { targets } from "../../../generator/targets/all.js";
import { int64Calls } from "./int64-calls.js";
import { initCalls } from "./init-calls.js";
import { overlapCalls } from "./overlap-calls.js";
import type { Project } from "../project.js";
import { versionCalls } from "./version-calls.js";

/** A call that is wrong: one line on stderr, exit code 2, and nothing is touched. */
export interface BadCall {
  readonly name: string;
  readonly given: readonly string[];
  /** What lies in the project before. */
  readonly before?: (project: Project) => void;
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

const known = targets.map(({ name }) => name).join(", ");
const notation = "A release is a number of up to three parts: 48, 59.3 or 59.3.2.";
const small = (project: Project): void => project.putSpec();

const usage = (name: string, given: readonly string[], line: string): BadCall => ({
  name,
  given,
  want: { code: "usage", line: `${line} See mplus-codegen --help.` },
});

const leftOut = (event: string): string =>
  `${event} is left out: no answer to it works in every shop of the fleet (\`label\` is required, but since v12.1: not in every shop). Choose fewer releases, for example with a later --min-version, or use --responses gated.`;

const alone = "--github marks what --check finds: give both, and no --json.";

export const badCalls: readonly BadCall[] = [
  {
    name: "--github without --check",
    given: ["--target", "types", "--github"],
    want: { code: "usage", line: alone },
  },
  {
    name: "no target",
    given: [],
    want: {
      code: "usage",
      line: `Say what to generate with --target. The targets are ${known}; for example: mplus-codegen --target express --min-version 48`,
    },
  },
  {
    name: "targets that are all commas",
    given: ["--target", " , ,"],
    want: {
      code: "usage",
      line: `Say what to generate with --target. The targets are ${known}; for example: mplus-codegen --target express --min-version 48`,
    },
  },
  {
    name: "a misspelt target",
    given: ["--target", "types,exprss"],
    want: {
      code: "unknown-target",
      line: `There is no target "exprss". Did you mean "express"? The targets are ${known}.`,
    },
  },
  {
    name: "a target that resembles none",
    given: ["--target", "nonsense"],
    want: { code: "unknown-target", line: `There is no target "nonsense". The targets are ${known}.` },
  },
  {
    name: "a target that would act on the terminal",
    given: ["--target", "\u001b[2Jboo\u202e"],
    want: {
      code: "unknown-target",
      line: `There is no target "\\u001b[2Jboo\\u202e". The targets are ${known}.`,
    },
  },
  {
    name: "a malformed --min-version",
    given: ["--target", "types", "--min-version", "4x"],
    want: { code: "malformed-release", line: `--min-version "4x" is not a release. ${notation}` },
  },
  {
    name: "a malformed --max-version",
    given: ["--target", "types", "--max-version", "latest"],
    want: { code: "malformed-release", line: `--max-version "latest" is not a release. ${notation}` },
  },
  ...["", "48,", "48,,59", "48, 59", "48..59", "48;59", "48,4x"].map((versions): BadCall => ({
    name: `--versions ${JSON.stringify(versions)}`,
    given: ["--target", "types", `--versions=${versions}`],
    want: {
      code: "malformed-versions",
      line: `--versions ${JSON.stringify(versions)} is not a list of releases. A list has commas and no spaces between releases of up to three parts: 48,59.3.2.`,
    },
  })),
  ...[
    ["--min-version", "48"],
    ["--max-version", "59"],
    ["--min-version", "48", "--max-version", "59"],
  ].map((beside): BadCall => ({
    name: `--versions beside ${beside.join(" ")}`,
    given: ["--target", "types", "--versions", "48,59", ...beside],
    want: {
      code: "usage",
      line: "--versions lists every release of the fleet: --min-version and --max-version cannot stand beside it. Choose a list or a range.",
    },
  })),
  {
    name: "a range that is empty",
    given: ["--target", "types", "--min-version", "60", "--max-version", "48"],
    want: {
      code: "empty-range",
      line: "The range is empty: --min-version 60 is later than --max-version 48.",
    },
  },
  {
    name: "a range in which nothing can be answered",
    given: ["--target", "types", "--spec", "spec"],
    before: (project) =>
      project.putSpec({
        "responses/label.json": {
          title: "Label",
          description: "A label.",
          type: "object",
          properties: {},
        },
        "envelope.json#/answers/label": { required: true, "x-added-in": "12.1" },
        "examples/scanCode/card.json#/response/label": {},
      }),
    want: {
      code: "no-safe-response",
      line: ["printBill", "scanCode"].map(leftOut).join("\nmplus-codegen: "),
    },
  },
  {
    name: "a range before the first event",
    given: ["--target", "types", "--max-version", "10", "--spec", "spec"],
    before: (project) =>
      project.putSpec({
        "events/scanCode.json#/x-added-in": "12.1",
        "events/printBill.json#/x-added-in": "12.1",
      }),
    want: {
      code: "no-event",
      line: "No shop of ..10 has any event. Widen the range with --min-version or --max-version.",
    },
  },
  usage(
    "an unknown option",
    ["--target", "types", "--outt", "x"],
    "Unknown argument: --outt. Did you mean --out?",
  ),
  usage(
    "an unknown option at the end",
    ["--target", "types", "--checkk"],
    "Unknown argument: --checkk. Did you mean --check?",
  ),
  usage(
    "an unknown option with a hyphen",
    ["--target", "types", "--min-versoin", "48"],
    "Unknown argument: --min-versoin. Did you mean --min-version?",
  ),
  usage(
    "an unknown option in one word with its value",
    ["--min-versoin=48"],
    "Unknown argument: --min-versoin. Did you mean --min-version?",
  ),
  usage(
    "an unknown option that resembles a command more",
    ["--targt", "types"],
    "Unknown argument: --targt. Did you mean --target?",
  ),
  usage(
    "several unknown options",
    ["--target", "types", "--fail-onn", "--min-versoin", "48", "-xy", "--dryrun"],
    "Unknown arguments: --fail-onn, --min-versoin, -xy, --dryrun. Did you mean --min-version and --dry-run?",
  ),
  usage(
    "options that every object has",
    ["--target", "types", "--constructor", "--__proto__.a", "--__proto__=x"],
    "Unknown arguments: --constructor, --__proto__.",
  ),
  usage(
    "a choice without its value",
    ["--target", "types", "--int64"],
    "Not enough arguments following: int64.",
  ),
  usage("an unknown option whose name is a value, too", ["--target", "x", "--x"], "Unknown argument: --x."),
  usage(
    "an unknown option of another command",
    ["diff", "48", "59", "--fail-onn", "breaking"],
    "Unknown argument: --fail-onn. Did you mean --fail-on?",
  ),
  usage(
    "an unknown option in the place of one that must be there",
    ["release", "60", "--sumary", "New."],
    "Unknown argument: --sumary. Did you mean --summary?",
  ),
  usage("a misspelt --version", ["--versoin"], "Unknown argument: --versoin. Did you mean --version?"),
  usage("an unknown word after a command", ["lint", "targts"], "Unknown argument: targts."),
  usage(
    "an unknown command",
    ["generat", "--target", "types"],
    "Unknown argument: generat. Did you mean generate?",
  ),
  usage("an option of another command", ["lint", "--out", "x"], "Unknown argument: --out."),
  usage("an option without its value", ["--target"], "Not enough arguments following: target."),
  usage(
    "another option in the place of a value",
    ["--target", "types", "--min-version", "--check"],
    "Not enough arguments following: min-version.",
  ),
  usage(
    "a folder given twice",
    ["--target", "types", "--out", "a", "--out", "b"],
    "--out is given more than once.",
  ),
  usage(
    "a value that is no choice",
    ["--target", "types", "--import-extension", "mjs"],
    'Invalid values: Argument: import-extension, Given: "mjs", Choices: "js", "ts", "none".',
  ),
  ...int64Calls,
  ...["express", "fastify", "koa", "nest", "node", "lambda"].map((target): BadCall => ({
    name: `web crypto for ${target}`,
    given: ["--target", target, "--crypto", "web"],
    want: {
      code: "web-crypto-on-node",
      line: `${target} runs on node and signs with node's own crypto: --crypto web is not for it. Leave --crypto out; web is for hono and fetch.`,
    },
  })),
  {
    name: "a spec that is not there",
    given: ["--target", "types", "--spec", "nowhere"],
    want: {
      code: "spec-unreadable",
      line: "The spec folder nowhere cannot be read: it does not exist. A spec is a folder that holds releases.json, envelope.json, events/ and so on.",
    },
  },
  {
    name: "a file in the place of the output folder",
    given: ["--target", "types", "--spec", "spec", "--out", "file"],
    before: (project) => {
      small(project);
      project.put("file", "mine\n");
    },
    want: {
      code: "output-unwritable",
      line: "file/stamp.json cannot be written: the output folder is not a folder.",
    },
  },
  {
    name: "a file above the output folder",
    given: ["--target", "types", "--spec", "spec", "--out", "file/out"],
    before: (project) => {
      small(project);
      project.put("file", "mine\n");
    },
    want: { code: "output-unwritable", line: "file/out/stamp.json cannot be written: it is not a folder." },
  },
  {
    name: "a file of the user's in the way",
    given: ["--target", "types", "--spec", "spec"],
    before: (project) => {
      small(project);
      project.put("generated/types/index.ts", "mine\n");
    },
    want: {
      code: "foreign-file",
      line: "generated/types/index.ts is in the way: mplus-codegen did not write it, so it is left alone and nothing was written. Move it, or choose another folder with --out.",
    },
  },
  ...versionCalls,
  ...initCalls,
  ...overlapCalls,
];
