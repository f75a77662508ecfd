import { rows } from "./rows.js";

const of = (command: string): string => `See mplus-codegen ${command} --help.`;
const see = of("generate");

const noCommand = (word: string, hint: string): string =>
  `Unknown command: "${word}". ${hint}See mplus-codegen --help.`;

export const usageCalls = rows("usage", {
  "express --min-version 48": noCommand("express", "Did you mean mplus-codegen --target express? "),
  expres: noCommand("expres", "Did you mean mplus-codegen --target express? "),
  "generat --target types": noCommand("generat", "Did you mean mplus-codegen generate? "),
  docs: noCommand("docs", "Did you mean mplus-codegen --target docs? "),
  nonsense: noCommand("nonsense", ""),
  "lint --spce ./spec": `lint has no option --spce. Did you mean --spec? ${of("lint")}`,
  "inbox lst": `The action must be list, show, retry or drop, not "lst". Did you mean list? ${of("inbox")}`,
  "explain form --marrkdown": `explain has no option --marrkdown. --markdown belongs to diff and drift. ${of("explain")}`,
  "--target types --outt x": `generate has no option --outt. Did you mean --out? ${see}`,
  "--target types --min 48": `generate has no option --min. Did you mean --min-version? ${see}`,
  "--target types --fail-onn --min-versoin 48 -xy --wach": `generate has no option --fail-onn, --min-versoin, -x, -y or --wach. --fail-on belongs to diff. Did you mean --min-version? Did you mean --watch? ${see}`,
  "--target types --constructor --__proto__.a --valueOf=x": `generate has no option --constructor, --__proto__.a or --valueOf. ${see}`,
  "--target x --x": `generate has no option -x. ${see}`,
  "--target types --url http://localhost:1": `generate has no option --url. --url belongs to till, send, simulate, doctor, explore and replay. ${see}`,
  "--target types x": `Unexpected argument for generate: "x". ${see}`,
  "-t": `--target needs a value. ${see}`,
  "--target types --min-version --check": `--min-version needs a value. ${see}`,
  "--target types --out a --out b": `--out may be given only once. ${see}`,
  "--target types --out=": `--out needs a value. ${see}`,
  "--target types --int64 bigint": `generate has no option --int64. ${see}`,
  "--target types --responses=gatd": `--responses must be safe or gated, not "gatd". Did you mean gated? ${see}`,
  "--target types --check=maybe": `--check takes no value. ${see}`,
  "lint spek": `Unexpected argument for lint: "spek". Did you mean --spec spek? ${of("lint")}`,
  "diff 48 59 60": `Unexpected argument for diff: "60". ${of("diff")}`,
  "diff 48 59 --fail-on braking": `--fail-on must be breaking, handle, safe or docs, not "braking". Did you mean breaking? ${of("diff")}`,
  explain: `The path is missing. For example: mplus-codegen explain receiptFooter --min-version 48. ${of("explain")}`,
  "release 60": `--summary is missing. ${of("release")}`,
  "release 60 --sumary New.": `release has no option --sumary. Did you mean --summary? ${of("release")}`,
  "explain -- -x": `Unexpected argument for explain: "-x". ${of("explain")}`,
  "--target types --no-check": `generate has no option --no-check. Did you mean --check? ${see}`,
  "init express --package-manager bun": `--package-manager must be npm, pnpm or yarn, not "bun". ${of("init")}`,
  "doctor http://localhost:1": `Unexpected argument for doctor: "http://localhost:1". Did you mean --url 'http://localhost:1'? ${of("doctor")}`,
});
