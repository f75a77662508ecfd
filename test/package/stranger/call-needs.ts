/**
 * Prerequisites and expected end of a documented call. `http://localhost:3000` is a server that answers every
 * scenario.
 */
export interface Needs {
  readonly calls: RegExp;
  /** Reason not to run the call. If it is set, all other optional properties are absent. */
  readonly because?: string;
  readonly before?: string;
  /** Text that the reader replaces. */
  readonly edit?: Readonly<Record<string, string>>;
  /** Command that starts the page's own server instead of the default one. */
  readonly server?: string;
  readonly code?: number;
  /** Output to wait for before sending Ctrl-C. */
  readonly until?: RegExp;
}

const spec = "node_modules/mplus-codegen/spec";
const withNews = `cp -r ${spec} . && mkdir pages && sed -n '/^\`\`\`markdown$/,/^\`\`\`$/{//!p}' "$PAGE" > pages/news.md`;
const withRecording = `request=$(npx mplus-codegen mock scanCode | tr -d '\\n')
echo "{\\"event\\":\\"scanCode\\",\\"subscription\\":\\"shop-12\\",\\"request\\":$request}" > today.ndjson
cp today.ndjson redacted.ndjson && cp today.ndjson shop.ndjson`;
/** Creates an inbox with the program of docs/inbox.md, which requires a newer Node release. */
const withInbox = `export PATH="$NEW_NODE:$PATH"
if ! [ -e inbox ]; then
  PORT=0 node --import tsx server.ts > log &
  until grep -q Listening log || ! kill -0 $!; do sleep 0.1; done
  kill $!; wait $!
fi`;

/** One row for each kind of call in README, docs/, generated/docs/ and project READMEs. The first match wins. */
export const needs: readonly Needs[] = [
  // Contract files, and the output of `explain` and `diff`.
  {
    calls:
      /^(npx )?mplus-codegen (--target [\w,]+( --(language|out|min-version|responses) [\w/]+)*|--version|(diff )?--help|completion)$/,
  },
  {
    calls:
      /^mplus-codegen (--target exprss .*|diff 48\S*( [\d.]+)?( --json \| jq .*)?|explain "\S+" --min-version 48|mock scanCode .*)$/,
  },
  { calls: /^npx mplus-codegen simulate$/ },
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
  {
    calls: / drift "\$page" /,
    before: `page=pages report=report; [ -e pages ] || { ${withNews}; }`,
  },
  // Projects. The first call runs in an empty folder.
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
  // Calls that send requests to a server.
  { calls: / till --url \S+$/, edit: { " till ": " till --port 0 " }, until: /http:\/\/localhost:\d+/ },
  {
    calls: / listen --forward /,
    edit: { " listen ": " listen --port 0 " },
    until: /Press Ctrl-C to stop/,
  },
  {
    calls: / replay (today|redacted)\.ndjson --url \S+( --renew)?$/,
    before: withRecording,
    edit: { "localhost:4000": "localhost:3000" },
  },
  // The recorded answer differs.
  { calls: / replay (today|shop)\.ndjson --url \S+ --compare$/, before: withRecording, code: 1 },
  { calls: / explore .* --for 60s$/, edit: { "60s": "1s --seed 1" } },
  { calls: / explore /, edit: { " explore ": " explore --for 1s --seed 1 " } },
  { calls: / doctor --url https:\/\/ADDRESS/, edit: { "https://ADDRESS": "http://localhost:3000" } },
  { calls: / simulate coffee\.yaml /, server: "node --import tsx server.ts" },
  {
    calls: / send NAME --url URL$/,
    edit: { " NAME ": " startSession ", URL: "http://localhost:3000" },
  },
  { calls: / (send|simulate|doctor) .*--url http:\/\/localhost:3000(\/mplus)?( --set \S+)?$/ },
  { calls: / inbox list --database \.\/inbox$/, before: withInbox },
  { calls: / inbox list --dead/, before: `export DATABASE_URL=./inbox; ${withInbox}` },
  // Text that looks like a call.
  {
    calls: / --package (\.\/)?mplus-codegen(-|@)1\.4\.0/,
    because: "there is no such version; npx installs it from the registry",
  },
  {
    calls: / (explain|inbox|diff --fail-on breaking --json)$/,
    because: "it names the command, and leaves out what is asked",
  },
];

export const findNeeds = (call: string): Needs | undefined => needs.find(({ calls }) => calls.test(call));
