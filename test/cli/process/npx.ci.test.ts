import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { inProject } from "../project.js";
import { runProgram } from "../running.js";

it("begins the calls that it prints with npx where npx started it", async () => {
  await inProject(async ({ folder, put }) => {
    put("package.json", "{}");
    mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
    symlinkSync(join(packageRoot, "dist/main.js"), join(folder, "node_modules/.bin/mplus-codegen"));
    const call = ["mplus-codegen", "exprss"] as const;
    const sentence = 'mplus-codegen: Unknown command: "exprss". Did you mean ';
    expect((await runProgram(folder, ["npx", ...call])).stderr).toBe(
      `${sentence}npx mplus-codegen --target express? See npx mplus-codegen --help.\n`,
    );
    expect((await runProgram(folder, [`node_modules/.bin/${call[0]}`, call[1]])).stderr).toBe(
      `${sentence}mplus-codegen --target express? See mplus-codegen --help.\n`,
    );
  });
});
