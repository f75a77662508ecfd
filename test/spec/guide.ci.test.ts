import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownSpec } from "../../generator/contract/package/package-files.js";
import { runCommand, splitWords } from "../workbench/command.js";
import { fencedBlocks } from "../workbench/run.js";
import { copySpec } from "../cli/copied-spec.js";

const page = readFileSync(join(ownSpec, "README.md"), "utf8");
const [guide = ""] = page.split("\n## Keeping in step")[1]?.split("\n## ") ?? [];

const [property = ""] = fencedBlocks(guide, "json");
const commands = fencedBlocks(guide, "bash").flatMap((block) =>
  [...block.matchAll(/^npx mplus-codegen (.*)$/gm)].map(([, call = ""]) => call),
);

const parse = (text: string) => JSON.parse(text) as unknown;

describe("the guide to keeping in step with a release", () => {
  it("adds what the spec really has", () => {
    const dialog = readFileSync(join(ownSpec, "responses", "dialog.json"), "utf8");
    const pattern = /"disabled": (\{[^]*?\n {10}\})/;
    expect({ disabled: parse(pattern.exec(dialog)?.[1] ?? "null") }).toEqual(parse(property));
  });

  it("shows what diff really prints", async () => {
    expect((await runCommand(["diff", "59.3.4"])).stdout).toBe(fencedBlocks(guide, "")[0]);
  });

  it("has commands that work, from the announcement to the pull request", async () => {
    const [before, spec] = [copyUnannounced(), copyUnannounced()];
    const cwd = join(spec, "..");
    const call = (text = "", ...more: string[]) => {
      const notes = join(spec, "..", "notes.md");
      writeFileSync(notes, "# Releases\n\n## 59.3.4\n\n- Added `dialog.dialogOptions[].disabled`.\n");
      const folders: Record<string, string> = { spec, "../before/spec": before, "notes.md": notes };
      return runCommand([...splitWords(text).map((word) => folders[word] ?? word), ...more], { cwd });
    };
    const [release, compare = "", lint, versions, diff, annotate] = commands;
    expect((await call(release, "--spec", spec)).code).toBe(0);
    const report = await call(compare);
    expect(report.code).toBe(1);
    expect(report.stdout).toContain("says: “Added dialog.dialogOptions[].disabled.”");
    const path = "responses/dialog.json";
    const added = `$1,${property.trim().slice(1, -1)}`;
    writeFileSync(join(spec, path), textOf(spec, path).replace(/("optionColor": \{[^]*?\n {10}\})/, added));
    expect((await call(lint)).stderr).toBe("");
    expect((await call(versions)).stdout).toMatch(
      /\/dialog\/dialogOptions\/\*\/disabled +property-added +v59\.3\.4/,
    );
    expect((await call(diff)).stdout).toMatch(/^1 change from .*: 1 safe\.$/m);
    const [diffing = "", script = ""] = (annotate ?? "").split(" | node ");
    const { code, stdout: input } = await call(diffing);
    expect(code).toBe(0);
    expect(execFileSync(process.execPath, [script], { input, encoding: "utf8" })).toMatch(
      /^::notice file=.*responses\/dialog\.json,line=\d+,/,
    );
  });
});

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

/** The example that the guide adds. */
const example = "examples/addSessionLine/side-dishes-asked.json";

/** A copy of the spec before the announcement: without 59.3.4 and later, and without the property. */
function copyUnannounced(): string {
  const spec = copySpec({
    "releases.json": (text) => text.replace(/,\s*\{\s*"release": "59\.3\.4"[^]*\}/, "] }"),
    "responses/dialog.json": (text) => text.replace(/,\s*"disabled": \{[^]*?\n {10}\}/, ""),
  });
  rmSync(join(spec, "drift"), { recursive: true });
  for (const path of readdirSync(spec, { recursive: true, encoding: "utf8" }))
    if (path.endsWith(".json") && path !== "releases.json" && path !== example)
      writeFileSync(
        join(spec, path),
        textOf(spec, path).replace(/"59\.(?:3\.4|4\.1|4\.2|5\.2)"/g, '"59.3.2"'),
      );
  return spec;
}
