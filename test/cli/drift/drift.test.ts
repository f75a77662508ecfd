import { describe, expect, it } from "vitest";
import { runCommand } from "../../workbench/command.js";
import { inSmallProject } from "../../workbench/project.js";

describe("drift", () => {
  it.each([
    [[], "Name the files to compare. drift reads saved files and fetches nothing."],
    [["x.md", "--markdown", "--json"], "Use only one of --json and --markdown."],
    [["x.md", "--sarif"], "drift has no option --sarif."],
    [["no/such.md"], "This file cannot be read: it does not exist."],
    [["package.json", "--spec", "no-spec"], "The spec folder no-spec cannot be read: it does not exist."],
  ])("refuses %j", async (given, message) => {
    const { code, stdout, stderr } = await runCommand(["drift", ...given]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(message);
  });

  const notes = (...items: readonly string[]): string =>
    `# Webhook release notes\n\n## Release 12.1\n\n${items.map((item) => `- ${item}\n`).join("")}`;

  it("exits with 1 if there is something to do, and says how much in the first line, the table and the last line", () =>
    inSmallProject(async (project) => {
      project.put(
        "notes.md",
        notes("Tills are faster.", "So are printers.", "`scanCode.label` was changed."),
      );
      const { code, stdout, stderr } = await project.call("drift", "notes.md", "--spec", "spec");
      expect([code, stderr]).toEqual([1, ""]);
      const lines = stdout.trimEnd().split("\n");
      const [, count = ""] = /^To do: (\d+) unread\.$/.exec(lines[0] ?? "") ?? [];
      expect(lines.at(-1)).toBe(lines[0]);
      expect(lines.find((line) => line.startsWith("notes.md "))).toMatch(new RegExp(` ${count}$`));
      expect(lines.filter((line) => line.startsWith("  notes.md:"))).toHaveLength(Number(count));
      const quiet = await project.call("drift", "notes.md", "--spec", "spec", "--quiet");
      expect(`\n${stdout}`).toContain(`\n${quiet.stdout}`);
    }));

  it("is quiet once each entry that it printed is reviewed, and says which reviews fit nothing any more", () =>
    inSmallProject(async (project) => {
      project.put("notes.md", notes("Tills are faster."));
      const first = await project.call("drift", "notes.md", "--spec", "spec");
      const entries = [...first.stdout.matchAll(/^ {4}(\{.*\}),?$/gm)].map(([, entry = ""]) =>
        entry.replace('"words":""', '"words":"Nothing for us."'),
      );
      expect(entries).not.toEqual([]);
      project.put("spec/drift/reviewed.json", `{ "claims": [], "sentences": [${entries.join(", ")}] }`);
      const again = await project.call("drift", "notes.md", "--spec", "spec");
      expect([again.code, again.stderr]).toEqual([0, ""]);
      expect(again.stdout).toMatch(/^Nothing to do\.\n/);
      const quiet = await project.call("drift", "notes.md", "--spec", "spec", "--quiet");
      expect(quiet).toEqual({ code: 0, stdout: "", stderr: "" });
      project.put("notes.md", notes("Tills are slower."));
      const changed = await project.call("drift", "notes.md", "--spec", "spec");
      expect(changed.stdout).toMatch(/^To do: 1 vanished, 1 unread\.\n/);
      expect(changed.stdout).toContain("    spec: spec/drift/reviewed.json:1\n");
    }));
});
