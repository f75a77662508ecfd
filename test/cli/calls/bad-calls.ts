import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import { targets } from "../../../generator/targets/all.js";
import { int64Calls } from "./int64-calls.js";
import { initCalls } from "./init-calls.js";
import { overlapCalls } from "./overlap-calls.js";
import type { Project } from "../project.js";
import { usageCalls } from "./usage-calls.js";
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
    name: "--patch where files would be written",
    given: ["--target", "types", "--patch"],
    want: {
      code: "usage",
      line: "--patch prints what --dry-run or --check finds: give one of them, too.",
    },
  },
  {
    name: "--patch beside --github",
    given: ["--target", "types", "--check", "--github", "--patch"],
    want: { code: "usage", line: "--patch and --github cannot both be printed: give one of them." },
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
  ...usageCalls,
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
    name: "models in no language",
    given: ["--target", "models"],
    want: {
      code: "no-language",
      line: "models is written in one of several languages, and none is named. Add --language: it is one of csharp, go, java, kotlin, php, python or swift.",
    },
  },
  {
    name: "a spec that is not there",
    given: ["--target", "types", "--spec", "nowhere"],
    want: {
      code: "spec-unreadable",
      line: "The spec folder nowhere cannot be read: it does not exist. A spec is a folder that holds releases.json, envelope.json, events/ and so on.",
    },
  },
  {
    name: "a spec beside one of nearly that name",
    given: ["lint", "--spec", "specs"],
    before: small,
    want: {
      code: "spec-unreadable",
      line: 'The spec folder specs cannot be read: it does not exist. Did you mean "spec"?',
    },
  },
  {
    name: "a stamp beside one of nearly that name",
    given: ["diff", "out2/stamp.json", "48"],
    before: (project) => project.put("out2/stamp.jsn", "{}"),
    want: {
      code: "usage",
      line: 'out2/stamp.json cannot be read: it does not exist. Did you mean "out2/stamp.jsn"?',
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
