/** What a call of a page needs before it can be run, and how it ends. `http://localhost:3000` is a server that answers every scenario. */
export interface Needs {
  readonly calls: RegExp;
  /** Why it cannot be run. Then nothing else is said of it. */
  readonly because?: string;
  /** What is typed before it, in the folder of the project. */
  readonly before?: string;
  /** What a reader writes in the place of something. */
  readonly edit?: Readonly<Record<string, string>>;
  /** The page's own server, started by these words, in the place of the one that answers every scenario. */
  readonly server?: string;
  /** Its exit code, if it is not 0. */
  readonly code?: number;
  /** What it prints once it works: Ctrl-C ends it then. */
  readonly until?: RegExp;
}

const spec = "node_modules/mplus-codegen/spec";
const withNews = `cp -r ${spec} . && mkdir pages && sed -n '/^\`\`\`markdown$/,/^\`\`\`$/{//!p}' "$PAGE" > pages/news.md`;
/** Recordings of one event. */
const withRecording = `request=$(npx mplus-codegen mock scanCode | tr -d '\\n')
echo "{\\"event\\":\\"scanCode\\",\\"subscription\\":\\"shop-12\\",\\"request\\":$request}" > today.ndjson
cp today.ndjson redacted.ndjson && cp today.ndjson shop.ndjson`;
/** Leaves an inbox behind, by the program of docs/inbox.md, which needs a newer Node than the rest. */
const withInbox = `export PATH="$NEW_NODE:$PATH"
if ! [ -e inbox ]; then
  PORT=$SPARE node --import tsx server.ts > log &
  until grep -q Listening log || ! kill -0 $!; do sleep 0.1; done
  kill $!; wait $!
fi`;

/** A row for each kind of call that README, docs/, generated/docs/ and the README of a project print; the first that fits counts. */
export const needs: readonly Needs[] = [
  // The files of a contract, and what is known of it.
  {
    calls:
      /^(npx )?mplus-codegen (--target [\w,]+( --(language|out|min-version) [\w/]+)*|--version|(diff )?--help|completion)$/,
  },
  {
    calls:
      /^mplus-codegen (--target exprss .*|diff 48\S*( [\d.]+)?( --json \| jq .*)?|explain "\S+" --min-version 48|mock scanCode .*)$/,
  },
  { calls: /^npx mplus-codegen simulate$/ },
  { calls: /\[generate\]/, edit: { "[generate]": "generate" } },
  { calls: /^SHELL=\w+ mplus-codegen completion >> / },
  {
    calls: / --out src\/mplus --check$/,
    before: "npx mplus-codegen --target express --min-version 48 --out src/mplus",
  },
  { calls: / --spec spec --watch$/, before: `cp -r ${spec} .`, until: /^Watching .* Ctrl-C/m },
  { calls: /^npx mplus-codegen( --check| --min-version 50)?$/ },
  { calls: / --config fleet\.json --check$/, before: "npx mplus-codegen --config fleet.json" },
  {
    calls: /--spec-from before\//,
    before: "mkdir before && ln -s ../node_modules before",
  },
  { calls: /--spec-from OLD/, edit: { OLD: spec, NEW: spec } },
  { calls: / drift pages --spec spec$/, before: withNews, code: 1 },
  { calls: / drift pages /, before: `[ -e pages ] || { ${withNews}; }` },
  {
    calls: / drift "\$page" /,
    before: `page=pages report=report patch=patch; [ -e pages ] || { ${withNews}; }`,
  },
  // Projects. The first is called in an empty one.
  {
    calls: /^npx mplus-codegen init( --min-version 48 --events \S+)?$/,
    because: "it needs a project with a framework: test/proof/starters has real ones",
  },
  { calls: / init --dir apps\/api$/, because: "it needs a workspace: test/proof/starters has one" },
  { calls: / init express --dir \.\.\/shop/, before: "rm -rf ../shop" },
  {
    calls: / init express --dir \. --events /,
    before: "[ -e src/handlers.ts ] || npx mplus-codegen init express --dir .",
    edit: { "<name>": "completeSession" },
  },
  // What asks a server.
  { calls: / till --url \S+$/, edit: { " till ": " till --port $SPARE " }, until: /http:\/\/localhost:\d+/ },
  {
    calls: / listen --forward /,
    edit: { " listen ": " listen --port $SPARE " },
    until: /Ctrl-C ends it/,
  },
  {
    calls: / replay (today|redacted)\.ndjson --url \S+( --renew)?$/,
    before: withRecording,
    edit: { "localhost:4000": "localhost:3000" },
  },
  // The recorded answer is another one.
  { calls: / replay (today|shop)\.ndjson --url \S+ --compare$/, before: withRecording, code: 1 },
  { calls: / explore /, edit: { "60s": "1s" } },
  { calls: /^# .* found\.yaml /, because: "found.yaml is what `explore` finds in a server with a fault" },
  { calls: / doctor --url https:\/\/ADDRESS/, edit: { "https://ADDRESS": "http://localhost:3000" } },
  { calls: / simulate coffee\.yaml /, server: "node --import tsx server.ts" },
  { calls: / simulate tea\.yaml /, server: "node --import tsx server.ts", code: 1 },
  {
    calls: / send NAME --url URL$/,
    edit: { " NAME ": " startSession ", URL: "http://localhost:3000" },
  },
  { calls: / (send|simulate|doctor) .*--url http:\/\/localhost:3000(\/mplus)?( --set \S+)?$/ },
  // The inbox.
  { calls: / inbox list --database \.\/inbox$/, before: withInbox },
  { calls: / inbox list --dead/, before: `export DATABASE_URL=./inbox; ${withInbox}` },
  // What is no call.
  {
    calls: / --package (\.\/)?mplus-codegen(-|@)1\.4\.0/,
    because: "there is no such version; npx installs it from the registry",
  },
  {
    calls: / (explain|inbox|diff --fail-on breaking --json)$/,
    because: "it names the command, and leaves out what is asked",
  },
];

/** The row that is about a call; undefined if there is none yet. */
export const findNeeds = (call: string): Needs | undefined => needs.find(({ calls }) => calls.test(call));
