import { expect } from "vitest";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { inProject, type Project } from "../../workbench/project.js";
import { fencedBlocks, withServer } from "../../workbench/run.js";

const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** Generates the receiver and saves a file of its guide. Then starts `public/index.php`, and passes doctor. */
export const tryGuide = (
  find: (code: readonly string[]) => readonly (readonly [path: string, code: string])[],
  { base, use }: { base: string; use?: (project: Project, url: string) => Promise<void> },
): Promise<void> =>
  inProject(
    async (project) => {
      await project.call("--target", "php", "--min-version", "48", "--out", "mplus");
      for (const file of find(fencedBlocks(project.read("mplus/php/README.md"), "php"))) project.put(...file);
      const port = await findFreePort();
      const command = ["php", "-S", `localhost:${port}`, "public/index.php"] as const;
      const url = `http://localhost:${port}${base}`;
      await withServer({ cwd: project.folder, command, port, env: { MPLUS_SECRET: secret } }, async () => {
        expect((await project.call("doctor", "--url", url)).stdout).toMatch(/\nNo problems found/);
        await use?.(project, url);
      });
    },
    { MPLUS_SECRET: secret },
  );
