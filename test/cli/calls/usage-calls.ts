import { commandNames } from "../../../generator/cli/options/commands.js";
import { listWords } from "../../../generator/text/words.js";
import { rows } from "./rows.js";

const of = (command: string): string => `See mplus-codegen ${command} --help.`;
const see = of("generate");
const target = "What to generate (see `targets`); repeat it or separate with commas.";

/** Calls that are misspelt. */
export const usageCalls = rows("usage", {
  "express --min-version 48":
    'There is no command "express". It is a target: mplus-codegen --target express. See mplus-codegen --help.',
  expres:
    'There is no command "expres". Did you mean the target express? mplus-codegen --target express. See mplus-codegen --help.',
  "generat --target types": 'There is no command "generat". Did you mean generate? See mplus-codegen --help.',
  nonsense: `There is no command "nonsense". The commands are ${listWords(commandNames, "and")}. See mplus-codegen --help.`,
  "--target types --outt x": `generate has no option --outt. Did you mean --out? ${see}`,
  "--target types --min 48": `generate has no option --min. Did you mean --min-version? ${see}`,
  "--target types --fail-onn --min-versoin 48 -xy --dryrun": `generate has no options --fail-onn, --min-versoin, -xy or --dryrun. --fail-on belongs to diff. Did you mean --min-version? Did you mean --dry-run? ${see}`,
  "--target types --constructor --__proto__.a --__proto__=x": `generate has no options --constructor or --__proto__. ${see}`,
  "--target x --x": `generate has no option --x. ${see}`,
  "--target types --url http://localhost:1": `generate has no option --url. --url belongs to send, doctor and simulate. ${see}`,
  "--target types --color blue": `--color cannot be "blue". It takes auto, always or never. ${see}`,
  "-t": `--target needs a value. ${target} ${see}`,
  "--target types --min-version --check": `--min-version needs a value. The oldest release that any of your shops runs. ${see}`,
  "--target types --out a --out b": `--out is given more than once. ${see}`,
  "--target types --out=": `--out needs the name of a folder. ${see}`,
  "--target types --int64 bigit": `--int64 cannot be "bigit". Did you mean bigint? It takes number or bigint. ${see}`,
  "--target types --check=maybe": `--check takes no value. ${see}`,
  "targets express": `targets takes options only, and "express" is none. ${of("targets")}`,
  "lint spek": `lint takes options only, and "spek" is none. Did you mean --spec spek? ${of("lint")}`,
  "versions 48 59": `"59" is more than versions takes: versions [range]. range: Releases from A to B: 48..59, 48.., ..59, or one release; 48,59 means 48..59. ${of("versions")}`,
  "diff 48 59 --fail-on braking": `--fail-on cannot be "braking". Did you mean breaking? It takes breaking, handle, safe or docs. ${of("diff")}`,
  explain: `explain needs <path>: A property (form.fields[].separator, receiptFooter) or an event. For example: mplus-codegen explain receiptFooter --min-version 48. ${of("explain")}`,
  "release 60": `--summary is missing. What the release changed, in one sentence. ${of("release")}`,
  "init express --package-manager bun": `--package-manager cannot be "bun". It takes npm, pnpm or yarn. ${of("init")}`,
  "doctor http://localhost:1": `doctor takes options only, and "http://localhost:1" is none. Did you mean --url "http://localhost:1"? ${of("doctor")}`,
});
