import { describe, expect, it } from "vitest";
import { runCommand } from "../../workbench/command.js";

describe("drift", () => {
  it.each([
    [[], "Say what to read: drift reads files that you have saved, and fetches nothing."],
    [["x.md", "--json", "--patch"], "Choose one of --json and --patch."],
    [["x.md", "--markdown", "--sarif", "--patch"], "Choose one of --markdown, --sarif and --patch."],
    [["no/such.md"], "This file cannot be read: it does not exist."],
    [["package.json", "--spec", "no-spec"], "The spec folder no-spec cannot be read: it does not exist."],
  ])("refuses %j", async (given, message) => {
    const { code, stdout, stderr } = await runCommand(["drift", ...given]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(message);
  });
});
