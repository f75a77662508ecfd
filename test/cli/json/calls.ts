import { packageRoot } from "../../../generator/package/package-root.js";
import type { ResultName } from "../../../generator/cli/json/results.js";
import { createCafe, type Handlers } from "../../scenario/shop.js";
import type { Project } from "../project.js";

/** A call with --json, and which part of its schema holds what it prints. */
export interface JsonCall {
  readonly name: string;
  readonly of: ResultName;
  /** `URL` stands for the receiver's. */
  readonly given: readonly string[];
  /** The receiver that runs meanwhile. */
  readonly shop?: Handlers;
  /** What lies in the project, and what was called there before. */
  readonly before?: (project: Project, url: string) => unknown;
  readonly want: readonly ["result" | "problems", code: 0 | 1 | 2];
}

const done = ["result", 0] as const;
const amiss = ["result", 1] as const;
const wrong = ["problems", 2] as const;

const small = (project: Project): void => project.putSpec();
const types = ["--target", "types", "--spec", "spec"];
const failing: Handlers = { scanCode: () => Promise.reject(new Error("no database")) };
const round = "steps:\n  - scanCode: { scannedCode: '1' }\n    expect: { scanCode: { recognized: false } }\n";
const other = "steps:\n  - scanCode: { scannedCode: '1' }\n    expect: { scanCode: { recognized: true } }\n";
const putRounds = (project: Project): void => {
  project.put("round.yaml", round);
  project.put("other.yaml", other);
};

type More = Pick<JsonCall, "before" | "shop">;

const row =
  (of: ResultName) =>
  (name: string, given: readonly string[], want: JsonCall["want"], more: More = {}): JsonCall => ({
    of,
    name,
    given: of === "version" ? given : [of, ...given],
    want,
    ...more,
  });

const putLate = (project: Project): void =>
  project.putSpec({
    "responses/label.json": { title: "Label", description: "A label.", type: "object", properties: {} },
    "events/scanCode.json#/answers/label": { required: true, "x-added-in": "12.1" },
    "examples/scanCode/card.json#/response/label": {},
  });

const putWeather = (project: Project): void =>
  project.putSpec({
    "responses/weather.json": { title: "Weather", description: "x", type: "object", properties: {} },
  });

const putNotes = (project: Project, release: string, ...items: readonly string[]): void => {
  project.putSpec();
  const list = items.map((item) => `- ${item}\n`).join("");
  project.put("notes/release-notes.md", `# Webhook release notes\n\n## ${release}\n\n${list}`);
};

export const jsonCalls: readonly JsonCall[] = [
  row("version")("of the package", ["--version"], done),
  row("generate")("files that are written", types, done, { before: small }),
  row("generate")("what is left out, and a warning", types, done, { before: putLate }),
  row("generate")("files that are there", [...types, "--check"], done, {
    before: (project) => (small(project), project.call(...types)),
  }),
  row("generate")("a folder that is not up to date", [...types, "--check"], amiss, { before: small }),
  row("generate")("a fleet ahead of the spec", [...types, "--min-version", "70", "--dry-run"], done, {
    before: small,
  }),
  row("generate")("no target", [], wrong),
  row("generate")("a spec that is broken", types, wrong, {
    before: (project) => project.put("spec/releases.json", "{"),
  }),
  row("upgrade-preview")("the build that runs", ["--to", packageRoot, "--out", "generated"], done, {
    before: (project) => project.call("--target", "types", "--min-version", "48"),
  }),
  row("upgrade-preview")("no output to preview", ["--to", "nowhere"], wrong),
  row("lint")("a clean spec", [], done),
  row("lint")("a spec with warnings", ["--spec", "spec"], done, { before: putWeather }),
  row("lint")("a spec with errors", ["--spec", "spec"], wrong, {
    before: (project) => project.putSpec({ "common/table.json#/requird": [] }),
  }),
  row("targets")("all of them", [], done),
  row("targets")("an option that there is not", ["--al"], wrong),
  row("versions")("all of them", [], done),
  row("versions")("a range", ["48.."], done),
  row("versions")("a range in which nothing changed", ["49..50"], done),
  row("versions")("a range ahead of the spec", ["59..70"], done),
  row("versions")("no range", ["x"], wrong),
  row("diff")("two releases", ["48", "59"], done),
  row("diff")("two fleets with a grave change", ["48..", "59..", "--fail-on", "safe"], amiss),
  row("diff")("what did not change", ["49", "55"], done),
  row("diff")("a fleet ahead of the spec", ["48", "70"], done),
  row("diff")("one side", ["48"], wrong),
  row("explain")("an event", ["scanCode"], done),
  row("explain")(
    "a property that there is not in an answer",
    ["receiptFooter.bold", "--min-version", "48"],
    wrong,
  ),
  row("explain")("a nested property", ["form.fields[].separator", "--min-version", "48"], done),
  row("explain")("an answer", ["receiptFooter", "--max-version", "70"], done),
  row("explain")("what is announced", ["dialog"], done),
  row("explain")("what there is not", ["receiptFoter"], wrong),
  row("drift")("a note of what the spec has", ["notes", "--spec", "spec"], done, {
    before: (project) => putNotes(project, "Release 12.1", "`scanCode.label` was added to answers."),
  }),
  row("drift")("a note of what is new, what differs and what is unread", ["notes", "--spec", "spec"], amiss, {
    before: (project) =>
      putNotes(
        project,
        "Release 14 (2027-01-31)",
        "`scanCode.colour` was added.",
        "`scanCode.label` was added.",
        "Fast.",
      ),
  }),
  row("drift")("a page and a recording", ["page.md", "scanCode.ndjson", "--spec", "spec"], amiss, {
    before: (project) => {
      project.putSpec();
      project.put("page.md", "# Definitions\n\n## scanCode\n\nWhat?\n");
      project.put("scanCode.ndjson", '{"event":{"eventCounter":1},"scanCode":{"scannedCode":"1"}}\n');
    },
  }),
  row("drift")("what is no source", ["spec/releases.exe", "--spec", "spec"], wrong, {
    before: (project) => {
      project.putSpec();
      project.put("spec/releases.exe", "MZ");
    },
  }),
  row("drift")("nothing to read", [], wrong),
  row("release")("one that is new", ["60", "--summary", "New.", "--spec", "spec"], done, { before: small }),
  row("release")(
    "one with a date",
    ["60", "--summary", "N.", "--date", "2027-01-31", "--spec", "spec"],
    done,
    {
      before: small,
    },
  ),
  row("release")("no summary", ["60"], wrong),
  row("release")("no number", ["x", "--summary", "New.", "--spec", "spec"], wrong, { before: small }),
  row("init")("a new project", ["express", "--dir", "shop", "--events", "scanCode"], done),
  row("init")("a folder with files of its own", ["node", "--dir", ".", "--events", "scanCode"], done, {
    before: (project) => {
      project.put("package.json", '{ "name": "mine", "type": "module" }\n');
      project.put("src/handlers.ts", "export {};\n");
    },
  }),
  row("init")("a fleet ahead of the spec", ["node", "--dir", "shop", "--min-version", "70"], done),
  row("init")("a framework that there is not", ["expres"], wrong),
  row("send")("an event that is taken", ["scanCode", "--url", "URL"], done, { shop: createCafe() }),
  row("send")("releases, one without the event", ["printBill", "--url", "URL", "--release", "15,48"], done, {
    shop: createCafe(),
  }),
  row("send")("a server that fails", ["scanCode", "--url", "URL"], amiss, { shop: failing }),
  row("send")("a server that refuses", ["scanCode", "--url", "URL", "--subscription", "other"], amiss, {
    shop: createCafe(),
  }),
  row("send")("nobody", ["scanCode", "--url", "http://127.0.0.1:9"], amiss),
  row("send")("calls for curl", ["scanCode", "--url", "URL", "--curl"], done, { shop: createCafe() }),
  row("send")("an event that there is not", ["scanCod", "--url", "URL"], wrong, { shop: createCafe() }),
  row("send")("no address", ["scanCode"], wrong),
  row("doctor")("a server that is well", ["--url", "URL"], done, { shop: createCafe() }),
  row("doctor")("nobody", ["--url", "http://127.0.0.1:9"], amiss),
  row("doctor")("two releases", ["--url", "URL", "--release", "48,59"], wrong, { shop: createCafe() }),
  row("simulate")("one that passes", ["round.yaml", "--url", "URL"], done, {
    shop: createCafe(),
    before: putRounds,
  }),
  row("simulate")("one that fails, and one that is not run", ["other.yaml", "--url", "URL"], amiss, {
    shop: createCafe(),
    before: putRounds,
  }),
  row("simulate")("one where the server fails", ["round.yaml", "--url", "URL"], amiss, {
    shop: failing,
    before: putRounds,
  }),
  row("simulate")(
    "one that no shop of a release can play",
    ["bill.yaml", "--url", "URL", "--release", "15"],
    done,
    {
      shop: createCafe(),
      before: (project) => project.put("bill.yaml", "steps:\n  - printBill:\n"),
    },
  ),
  row("simulate")("the built-in ones", ["--list"], done),
  row("simulate")("the schema of scenarios", ["--schema"], done),
  row("simulate")("a trace as a scenario", ["--from-trace", "trace.ndjson"], done, {
    shop: createCafe(),
    before: (project, url) => {
      putRounds(project);
      return project.call("simulate", "round.yaml", "--url", url, "--trace", "trace.ndjson");
    },
  }),
  row("simulate")("one that there is not", ["rond", "--url", "URL"], wrong, { shop: createCafe() }),
  row("mock")("a request", ["scanCode"], done),
  row("mock")("an answer", ["completeSession", "--side", "response", "--size", "smallest"], done),
  row("mock")("a fleet ahead of the spec", ["scanCode", "--max-version", "70"], done),
  row("mock")("an event that there is not", ["scanCod"], wrong),
  row("inbox")("a folder without one", ["list", "--database", "nowhere"], wrong),
];
