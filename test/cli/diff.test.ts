import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import type { Change } from "../../generator/changes/change.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { copySpec } from "./copied-spec.js";
import { inProject } from "../workbench/project.js";

const call = (...argv: readonly string[]) =>
  runCommand(argv.includes("--spec") ? argv : [...argv, "--spec", frozenSpec]);

/** `verdict code side path release`, and the events if they are few. */
async function listChanges(...argv: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await call("diff", ...argv, "--json");
  const { changes } = JSON.parse(stdout) as { changes: Change[] };
  return changes.map(({ code, verdict, direction, pointer, release }) =>
    [verdict, code, direction, pointer, release].join(" "),
  );
}

const withoutColumns = (text: string) => text.replace(/\n {4}"columns": \{.*\},/, "");

it.each([
  { settings: { minVersion: "48" }, fleet: "48.." },
  { settings: { maxVersion: "48" }, fleet: "..48" },
  { settings: { versions: "48,56" }, fleet: "48,56" },
])(
  "diff of what two folders were generated for is that of their fleets: $fleet",
  async ({ settings, fleet }) => {
    await inProject(async (project) => {
      project.put("stamp.json", JSON.stringify({ targets: { express: { ...settings, files: {} } } }));
      const path = join(project.folder, "stamp.json");
      expect(await call("diff", path, "57..")).toEqual(await call("diff", fleet, "57.."));
      const from = ["--spec-from", frozenSpec];
      expect(await call("diff", ...from, path)).toEqual(await call("diff", ...from, fleet));
    });
  },
);

describe("diff of two releases", () => {
  it("prints what touches every handler once, then event by event", async () => {
    const { code, stdout } = await call("diff", "48", "57");
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "2 changes from v48 to v57: 2 safe.",
        "",
        "Every event",
        "  safe  request  /sender/hasReceiptPrinter  property-added  v57",
        "        Use it if it helps; it may be missing.",
        "",
        "cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment, startExternalPayment",
        "  safe  request  /externalPayment/callbackUrl  property-added  v56",
        "        Use it if it helps; it may be missing.",
        "",
      ].join("\n"),
    );
  });

  it("prints the same as JSON", async () => {
    const { stdout } = await call("diff", "48", "59", "--json");
    const { changes } = JSON.parse(stdout) as { changes: Change[] };
    expect(changes.find(({ direction, pointer }) => direction === "response" && pointer === "/form")).toEqual(
      {
        code: "answer-added",
        verdict: "safe",
        direction: "response",
        pointer: "/form",
        release: "59",
        advice: "Use it in answers if it helps.",
        events: expect.arrayContaining(["scanCode", "startSession"]) as unknown,
        file: "test/fixtures/spec/responses/form.json",
        line: 1,
      },
    );
  });

  it("says so where nothing differs", async () => {
    const { stdout } = await call("diff", "49", "55");
    expect(stdout).toBe("The spec lists no changes from v49 to v55.\n");
    expect(await listChanges("49", "55")).toEqual([]);
  });

  it("prints a Markdown table for each group", async () => {
    const { stdout } = await call("diff", "56", "57", "--markdown");
    expect(stdout).toBe(
      [
        "## Webhooks: from v56 to v57",
        "",
        "1 change from v56 to v57: 1 safe.",
        "",
        "### Every event",
        "",
        "| Verdict  | Side     | Path                         | Change           | Since    | To do",
        "| -------- | -------- | ---------------------------- | ---------------- | -------- | ---",
        "| safe     | request  | `/sender/hasReceiptPrinter`  | `property-added` | v57      | Use it if it helps; it may be missing.",
        "",
      ].join("\n"),
    );
  });

  it("warns where a release is ahead of the spec", async () => {
    const { code, stderr } = await call("diff", "59", "99");
    expect(code).toBe(0);
    expect(stderr).toContain("v99 is newer than");
  });
});

describe("diff of two fleets", () => {
  it("names them as the user did", async () => {
    expect((await call("diff", "48..", "59..")).stdout).toContain("from 48.. to 59..:");
    expect((await call("diff", "48,57", "57")).stdout).toContain("from 48 and 57 to v57:");
  });

  it("dates what comes between the releases of a list by what brought it", async () => {
    expect(await listChanges("48,57", "57")).toEqual([
      "safe in-every-shop request /externalPayment/callbackUrl 56",
      "safe in-every-shop request /sender/hasReceiptPrinter 57",
    ]);
  });
});

describe("diff of two states of the spec", () => {
  it("exits 1 on a removed property", async () => {
    const spec = copySpec({ "responses/dialog.json": withoutColumns });
    const given = ["--spec-from", frozenSpec, "--spec", spec];
    expect((await call("diff", ...given, "--fail-on", "breaking")).code).toBe(1);
    expect(await listChanges(...given)).toEqual(["breaking property-removed response /dialog/columns "]);
  });

  it("looks only at the releases of a list, or a range", async () => {
    const fax =
      '$&\n    "fax": { "type": "boolean", "description": "A fax.", "x-added-in": "56", "x-removed-in": "57" },';
    const spec = copySpec({
      "requests/sender.json": (text) => text.replace(/\n {2}"properties": \{/, fax),
      "responses/dialog.json": (text) => text.replace('"x-added-in": "46"', '"x-added-in": "48"'),
    });
    const codes = (...range: readonly string[]) =>
      listChanges("--spec-from", frozenSpec, "--spec", spec, ...range);
    const added = "safe property-added request /sender/fax 56";
    expect(await codes("48..57")).toEqual([added]);
    expect(await codes("48,57")).toEqual([]);
    expect(await codes()).toEqual([
      "breaking property-removed response /dialog/requireConfirmation 46",
      added,
    ]);
  });

  it("names the line where a reviewer has to look", async () => {
    const note = '"x-notes": [{ "since": "57", "text": "A note." }], "x-added-in": "46"';
    const folder = copySpec({
      "responses/dialog.json": (text) => withoutColumns(text).replace('"x-added-in": "46"', note),
    });
    const { stdout } = await call("diff", "--spec-from", frozenSpec, "--spec", folder, "--json");
    const file = join(folder, "responses/dialog.json");
    const lines = readFileSync(file, "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes('"requireConfirmation"')) + 1;
    const { changes } = JSON.parse(stdout) as { changes: readonly object[] };
    expect(changes).toEqual([
      expect.objectContaining({ code: "property-removed", file: relative(".", file), line: 1 }),
      expect.objectContaining({ code: "note-added", file: relative(".", file), line }),
    ]);
  });

  it("says which of the two specs is wrong", async () => {
    const folder = copySpec({ "releases.json": () => "{" });
    const { code, stderr } = await call("diff", "--spec-from", folder);
    expect(code).toBe(2);
    expect(stderr).toContain(join(folder, "releases.json"));
  });

  it("does not check examples", async () => {
    const folder = copySpec({
      "examples/startSession/new-session.json": (text) =>
        text.replace('"request": {', '"request": { "bogus": 1,'),
    });
    expect((await call("diff", "--spec-from", folder)).code).toBe(0);
  });
});

it.each([
  ["handle", 0],
  ["safe", 1],
  ["docs", 1],
])("diff --fail-on %s ends with %d where there are safe changes", async (limit, code) => {
  expect((await call("diff", "48", "59", "--fail-on", limit)).code).toBe(code);
});
