import { join } from "node:path";
import { expect, it } from "vitest";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { inProject } from "../../workbench/project.js";
import { runProgram, withServer } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";

const missing = needs("php", "composer", "phpunit");

const events = ["scanCode", "addSessionLine", "startExternalPayment", "completeSession"];

it.skipIf(missing)(
  withReason(
    "init makes a project in PHP that passes its tests and doctor, and takes another event",
    missing,
  ),
  () =>
    inProject(async (project) => {
      const call = async (...words: readonly string[]): Promise<string> => {
        const { code, stdout, stderr } = await project.call(...words);
        expect([code, stderr]).toEqual([0, ""]);
        return stdout;
      };
      await call("init", "php", "--dir", "shop", "--min-version", "48", "--events", events.join(","));
      const cwd = join(project.folder, "shop");
      // PHPUnit is the one of the system: no package is loaded from a registry here.
      const env = { COMPOSER_HOME: join(project.folder, "composer"), COMPOSER_ALLOW_SUPERUSER: "1" };
      expect(await runProgram(cwd, ["composer", "dump-autoload", "--quiet"], env)).toMatchObject({ code: 0 });
      const test = async (): Promise<string> => {
        const { code, stdout, stderr } = await runProgram(cwd, ["composer", "test"], env);
        expect(code, stdout + stderr).toBe(0);
        return stdout;
      };
      expect(await test()).toMatch(/^OK \(2 tests, /m);

      await call("init", "php", "--dir", "shop", "--events", "printBill");
      const handlers = project.read("shop/src/Webhooks.php");
      const added = "new Handlers(\n            printBill: static fn (): array => [],";
      project.put("shop/src/Webhooks.php", handlers.replace("new Handlers(", added));
      await test();

      const port = await findFreePort();
      const { scripts } = JSON.parse(project.read("shop/composer.json")) as { scripts: { start: string[] } };
      const start = (scripts.start.at(-1) ?? "").replace("@php", "exec php").replace("3000", `${port}`);
      await withServer({ cwd, command: ["sh", "-c", start], port }, async () => {
        const url = `http://localhost:${port}/mplus`;
        const scenarios = [...events, "printBill"].map((event) => `scenarios/${event}.yaml`);
        for (const [words, verdict] of [
          [["doctor"], /\nNo problems found/],
          [["simulate", ...scenarios], /\n5 passed\.\n$/],
        ] as const) {
          const { code, stdout } = await project.callIn("shop", ...words, "--url", url);
          expect(stdout).toMatch(verdict);
          expect(code).toBe(0);
        }
      });
    }),
);
