import { describe, expect, it } from "vitest";
import { createCafe, failing, secret, withShop, type Handlers } from "../../till/desk.js";
import { inProject } from "../../workbench/project.js";

const files = {
  "notes.md": "# Webhook release notes\n\n## Release 14 (2027-01-31)\n\n- `scanCode.colour` was added.\n",
  "answer.json": "{}",
  "round.yaml": "steps: [{ scanCode: { scannedCode: '1' } }]",
  "today.ndjson": '{"event":"scanCode","request":{"event":{"eventCounter":1}},"answer":null}\n',
};
const nobody = "http://127.0.0.1:9";

/** Each kind of result: a call, its exit code, and the properties of what it prints. */
const results: Readonly<Record<string, readonly [code: number, properties: string, handlers?: Handlers]>> = {
  "--version": [0, "version knownUpTo"],
  "generate --target types --spec spec": [0, "outputs warnings"],
  "generate --target types --spec spec --check --min-version 70": [1, "outputs warnings"],
  "lint --spec spec": [0, "problems"],
  diff: [0, "releases knownUpTo sources"],
  "diff 48..": [0, "releases warnings"],
  "diff 48.. 59.. --fail-on safe": [1, "changes warnings"],
  "explain form.fields[].separator --min-version 48": [0, "fleet foundBy matches warnings"],
  "drift notes.md --spec spec": [1, "sources findings questions entries reviews warnings"],
  "release 60 --summary N. --date 2027-01-31 --spec spec": [0, "file line release summary date"],
  "init express --dir shop --events scanCode": [
    0,
    "dir framework packageManager module events files left needs next warnings",
  ],
  "send scanCode --url URL": [0, "events notSent"],
  "send scanCode --url URL --curl": [0, "calls notSent"],
  [`send scanCode --url ${nobody}`]: [1, "events notSent"],
  "doctor --url URL": [0, "findings untried"],
  [`doctor --url ${nobody}`]: [1, "findings untried"],
  "simulate round.yaml --url URL": [0, "scenarios"],
  simulate: [0, "scenarios"],
  "explore --url URL --for 1s --seed 1": [0, "seed walks events lacking open failures", {}],
  "explore --url URL --for 10m --seed 1": [1, "seed walks events lacking open failures", failing],
  [`explore --url ${nobody} --for 1s`]: [1, "seed stopped"],
  "replay today.ndjson --url URL --compare": [1, "exchanges notSent"],
  "replay today.ndjson --save-scenario sales.yaml": [0, "file scenarios leftOut"],
  "mock scanCode": [0, "event side size seed shops note body warnings"],
  "validate answer.json --event scanCode": [0, "event side release valid verdict problems notes till"],
  "validate answer.json --event scanCode --side request": [
    1,
    "event side release valid verdict problems notes till",
  ],
};

/** A call of each command that cannot work. */
const refusals = [
  "generate --target types --spec nowhere",
  "lint --spec nowhere",
  "diff --al",
  "explain receiptFoter",
  "drift",
  "release 60",
  "init expres",
  "send scanCode",
  "doctor --url URL --release 48,59",
  "simulate rond --url URL",
  "explore --url URL --for ever",
  "replay tomorrow.ndjson --url URL",
  "mock scanCod",
  "validate answer.json --event scanCod",
  "inbox list --database nowhere",
];

/** Returns the exit code and the properties of what a call prints. */
async function call(line: string, handlers = createCafe()): Promise<unknown> {
  let printed: unknown;
  await withShop(handlers, (url) =>
    inProject(
      async (project) => {
        project.putSpec();
        project.putAll(files);
        const words = line.replace("URL", url).split(" ");
        const { code, stdout, stderr } = await project.call(...words, "--json");
        expect(stderr).toBe("");
        printed = [code, Object.keys(JSON.parse(stdout) as object).join(" ")];
      },
      { MPLUS_SECRET: secret },
    ),
  );
  return printed;
}

describe("--json prints one JSON document on stdout, and nothing else:", () => {
  it.each(Object.entries(results))("%s", async (line, [code, properties, handlers]) => {
    expect(await call(line, handlers)).toEqual([code, properties]);
  });

  it.each(refusals)("%s", async (line) => {
    expect(await call(line)).toEqual([2, "problems"]);
  });
});
