import { commandNames } from "../../../generator/cli/options/commands.js";
import { listWords } from "../../../generator/text/list.js";

/** Calls that are misspelt, as a shell reads them, and what is said of each. */
const lines: Readonly<Record<string, string>> = {
  "express --min-version 48":
    'There is no command "express". It is a target: mplus-codegen --target express. See mplus-codegen --help.',
  expres:
    'There is no command "expres". Did you mean the target express? mplus-codegen --target express. See mplus-codegen --help.',
  "generat --target types": 'There is no command "generat". Did you mean generate? See mplus-codegen --help.',
  "gen --target types": 'There is no command "gen". Did you mean generate? See mplus-codegen --help.',
  nonsense: `There is no command "nonsense". The commands are ${listWords(commandNames, "and")}. See mplus-codegen --help.`,
  "--targt types":
    "generate has no option --targt. Did you mean --target? See mplus-codegen generate --help.",
  "--target types --outt x":
    "generate has no option --outt. Did you mean --out? See mplus-codegen generate --help.",
  "--target types --min-versoin 48":
    "generate has no option --min-versoin. Did you mean --min-version? See mplus-codegen generate --help.",
  "--min-versoin=48":
    "generate has no option --min-versoin. Did you mean --min-version? See mplus-codegen generate --help.",
  "--target types --min 48":
    "generate has no option --min. Did you mean --min-version? See mplus-codegen generate --help.",
  "--target types --fail-onn --min-versoin 48 -xy --dryrun":
    "generate has no options --fail-onn, --min-versoin, -xy or --dryrun. --fail-on belongs to diff. Did you mean --min-version? Did you mean --dry-run? See mplus-codegen generate --help.",
  "--target types --constructor --__proto__.a --__proto__=x":
    "generate has no options --constructor or --__proto__. See mplus-codegen generate --help.",
  "--target x --x": "generate has no option --x. See mplus-codegen generate --help.",
  "--target types --fail-on breaking":
    "generate has no option --fail-on. --fail-on belongs to diff. See mplus-codegen generate --help.",
  "--target types --url http://localhost:1":
    "generate has no option --url. --url belongs to send, doctor and simulate. See mplus-codegen generate --help.",
  "--target types --colour never":
    "generate has no option --colour. Did you mean --color? See mplus-codegen generate --help.",
  "--target types --color blue":
    '--color cannot be "blue". It takes auto, always or never. See mplus-codegen generate --help.',
  "--versoin": "generate has no option --versoin. Did you mean --version? See mplus-codegen generate --help.",
  "--hepl": "generate has no option --hepl. Did you mean --help? See mplus-codegen generate --help.",
  "--target":
    "--target needs a value. What to generate (see `targets`); repeat it or separate with commas. See mplus-codegen generate --help.",
  "-t": "--target needs a value. What to generate (see `targets`); repeat it or separate with commas. See mplus-codegen generate --help.",
  "--target types --min-version --check":
    "--min-version needs a value. The oldest release that any of your shops runs. See mplus-codegen generate --help.",
  "--target types --out a --out b": "--out is given more than once. See mplus-codegen generate --help.",
  "--target types --out=": "--out needs the name of a folder. See mplus-codegen generate --help.",
  "--target types --int64":
    "--int64 needs a value. The type of 64-bit integers; as a number, those beyond 2^53 - 1 are refused. See mplus-codegen generate --help.",
  "--target types --int64 bigit":
    '--int64 cannot be "bigit". Did you mean bigint? It takes number, bigint or string. See mplus-codegen generate --help.',
  "--target types --responses gate":
    '--responses cannot be "gate". Did you mean gated? It takes safe or gated. See mplus-codegen generate --help.',
  "--target types --import-extension mjs":
    '--import-extension cannot be "mjs". Did you mean js? It takes js, ts or none. See mplus-codegen generate --help.',
  "--target types --check=maybe": "--check takes no value. See mplus-codegen generate --help.",
  "lint spek":
    'lint takes options only, and "spek" is none. Did you mean --spec spek? See mplus-codegen lint --help.',
  "lint --sepc x": "lint has no option --sepc. Did you mean --spec? See mplus-codegen lint --help.",
  "targets express": 'targets takes options only, and "express" is none. See mplus-codegen targets --help.',
  "targets --jsno": "targets has no option --jsno. Did you mean --json? See mplus-codegen targets --help.",
  "versions 48 59":
    '"59" is more than versions takes: versions [range]. range: Releases from A to B: 48..59, 48.., ..59, or one release; 48,59 means 48..59. See mplus-codegen versions --help.',
  "diff 48 59 60":
    '"60" is more than diff takes: diff [from] [to]. to: What to compare it with. See mplus-codegen diff --help.',
  "diff 48 59 --failon breaking":
    "diff has no option --failon. Did you mean --fail-on? See mplus-codegen diff --help.",
  "diff 48 59 --fail-onn breaking":
    "diff has no option --fail-onn. Did you mean --fail-on? See mplus-codegen diff --help.",
  "diff 48 59 --fail-on braking":
    '--fail-on cannot be "braking". Did you mean breaking? It takes breaking, handle, safe or docs. See mplus-codegen diff --help.',
  "diff 48 59 --check":
    "diff has no option --check. --check belongs to generate. See mplus-codegen diff --help.",
  explain:
    "explain needs <path>: A property (form.fields[].separator, receiptFooter) or an event. For example: mplus-codegen explain receiptFooter --min-version 48. See mplus-codegen explain --help.",
  "explain receiptFooter form":
    '"form" is more than explain takes: explain <path>. path: A property (form.fields[].separator, receiptFooter) or an event. See mplus-codegen explain --help.',
  release:
    "release needs <number>: The number of the release: 60, or 59.5.1. For example: mplus-codegen release 60 --summary 'Forms have a title.'. See mplus-codegen release --help.",
  "release 60":
    "--summary is missing. What the release changed, in one sentence. See mplus-codegen release --help.",
  "release 60 --sumary New.":
    "release has no option --sumary. Did you mean --summary? See mplus-codegen release --help.",
  init: "init needs <framework>: express, fastify, hono, koa, nest or node. For example: mplus-codegen init express --min-version 48 --events scanCode. See mplus-codegen init --help.",
  "init express --package-manager bun":
    '--package-manager cannot be "bun". It takes npm, pnpm or yarn. See mplus-codegen init --help.',
  "init express --module cjs":
    '--module cannot be "cjs". It takes esm or commonjs. See mplus-codegen init --help.',
  send: "send needs <event>: The name of the event. For example: mplus-codegen send scanCode --url http://localhost:3000/mplus --set scannedCode=LOYAL-42. See mplus-codegen send --help.",
  "send scanCode --sub shop-1":
    "send has no option --sub. Did you mean --subscription? See mplus-codegen send --help.",
  "send scanCode --trace x":
    "send has no option --trace. --trace belongs to simulate. See mplus-codegen send --help.",
  "doctor http://localhost:1":
    'doctor takes options only, and "http://localhost:1" is none. Did you mean --url "http://localhost:1"? See mplus-codegen doctor --help.',
  "doctor --repeat 3":
    "doctor has no option --repeat. --repeat belongs to send. See mplus-codegen doctor --help.",
  "simulate loyalty --clock reel":
    '--clock cannot be "reel". Did you mean real? It takes virtual or real. See mplus-codegen simulate --help.',
  "simulate loyalty --deadline 3":
    "simulate has no option --deadline. --deadline belongs to send and doctor. See mplus-codegen simulate --help.",
  "simulate loyalty --lits":
    "simulate has no option --lits. Did you mean --list? See mplus-codegen simulate --help.",
};

export const usageCalls = Object.entries(lines).map(([call, line]) => ({
  name: call,
  given: call.split(" "),
  want: { code: "usage" as const, line },
}));
