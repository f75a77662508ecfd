import { rows } from "./rows.js";

const of = (command: string): string => `See mplus-codegen ${command} --help.`;
const see = of("generate");

/** Calls that are misspelt: what yargs says, and what was probably meant, where something is near. */
export const usageCalls = rows("usage", {
  "express --min-version 48":
    "Unknown argument: express. It is a target: mplus-codegen --target express. See mplus-codegen --help.",
  expres:
    "Unknown argument: expres. Did you mean the target express? mplus-codegen --target express. See mplus-codegen --help.",
  "generat --target types": "Unknown argument: generat. Did you mean generate? See mplus-codegen --help.",
  nonsense: "Unknown argument: nonsense. See mplus-codegen --help.",
  "lint --spce ./spec": "Unknown argument: spce. Did you mean --spec? See mplus-codegen lint --help.",
  "inbox lst":
    'Invalid values: Argument: action, Given: "lst", Choices: "list", "show", "retry", "drop". Did you mean list? See mplus-codegen inbox --help.',
  "explain form --marrkdown":
    "Unknown argument: marrkdown. --markdown belongs to diff and drift. See mplus-codegen explain --help.",
  "--target types --outt x": `Unknown argument: outt. Did you mean --out? ${see}`,
  "--target types --min 48": `Unknown argument: min. Did you mean --min-version? ${see}`,
  "--target types --fail-onn --min-versoin 48 -xy --wach": `Unknown arguments: fail-onn, min-versoin, x, y, wach. --fail-on belongs to diff. Did you mean --min-version? Did you mean --watch? ${see}`,
  "--target types --constructor --__proto__.a --__proto__=x": `Unknown arguments: constructor, __proto__. ${see}`,
  "--target x --x": `Unknown argument: x. ${see}`,
  "--target types --url http://localhost:1": `Unknown argument: url. --url belongs to send, doctor, simulate, till and explore. ${see}`,
  "-t": `Not enough arguments following: t. ${see}`,
  "--target types --min-version --check": `Not enough arguments following: min-version. ${see}`,
  "--target types --out a --out b": `--out is given more than once. ${see}`,
  "--target types --out=": `--out needs the name of a folder. ${see}`,
  "--target types --int64 bigit": `Invalid values: Argument: int64, Given: "bigit", Choices: "number", "bigint". Did you mean "bigint"? ${see}`,
  "--target types --responses=gatd": `Invalid values: Argument: responses, Given: "gatd", Choices: "safe", "gated". Did you mean "gated"? ${see}`,
  "--target types --check=maybe": `--check takes no value. ${see}`,
  "lint spek": `Unknown argument: spek. Did you mean --spec spek? ${of("lint")}`,
  "diff 48 59 60": `Unknown argument: 60. ${of("diff")}`,
  "diff 48 59 --fail-on braking": `Invalid values: Argument: fail-on, Given: "braking", Choices: "breaking", "handle", "safe", "docs". Did you mean "breaking"? ${of("diff")}`,
  explain: `Not enough non-option arguments: got 0, need at least 1. Missing required argument: path. ${of("explain")}`,
  "release 60": `Missing required argument: summary. ${of("release")}`,
  "init express --package-manager bun": `Invalid values: Argument: package-manager, Given: "bun", Choices: "npm", "pnpm", "yarn". ${of("init")}`,
  "doctor http://localhost:1": `Unknown argument: http://localhost:1. Did you mean --url 'http://localhost:1'? ${of("doctor")}`,
});
