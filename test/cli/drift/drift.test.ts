import { expect, it } from "vitest";
import { inSmallProject } from "../../workbench/project.js";

const notes = (words: string): string => `# Webhook release notes\n\n## Release 12.1\n\n- ${words}\n`;

it("drift is quiet once each entry that it printed is reviewed, and names reviews that fit nothing any more", () =>
  inSmallProject(async ({ call, put }) => {
    const drift = (...more: readonly string[]) => call("drift", "notes.md", "--spec", "spec", ...more);
    put("notes.md", notes("Tills are faster."));
    const [, block = ""] = /^Reviews\n.*\n([^]*?)\n\nTo do/m.exec((await drift()).stdout) ?? [];
    expect(block).toContain('"words":""');
    put("spec/drift/reviewed.json", block.replaceAll('"words":""', '"words":"Nothing for us."'));
    expect(await drift()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing to do\.\n/) as string,
      stderr: "",
    });
    expect(await drift("--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
    put("notes.md", notes("Tills are slower."));
    const { stdout } = await drift();
    expect(stdout).toMatch(/^To do: 1 vanished, 1 unread\.\n/);
    expect(stdout).toContain("    spec: spec/drift/reviewed.json:5\n");
  }));
