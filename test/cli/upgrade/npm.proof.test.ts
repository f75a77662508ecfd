import { cpSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { packageRoot, readToolVersion } from "../../../generator/package/package-files.js";
import { signalGroup, startProgram, type Ended } from "../running.js";
import { makeBuild, newerVersion, packBuild } from "./builds.js";
import { changed, emitted, inGenerated, parse, preview, template, useDesk } from "./generated-project.js";
import { startRegistry } from "./registry.js";

const desk = useDesk();

describe("upgrade-preview of what npm brings", { concurrent: true }, () => {
  let tarball = "";
  beforeAll(() => {
    const folder = join(desk, "packed");
    mkdirSync(folder);
    tarball = packBuild(makeBuild(join(desk, "to pack"), { [template]: changed }), folder);
  });

  const home = (url: string) => ({
    npm_config_registry: url,
    npm_config_cache: mkdtempSync(join(desk, "npm-")),
  });
  const listed = (run: Ended) =>
    parse(run).outputs.flatMap(({ files }) => files.map(({ path, action }) => [path, action]));
  const wanted = [[emitted, "change"]];

  it("takes a tarball", async () => {
    await using registry = await startRegistry(tarball, newerVersion);
    await inGenerated(async (project) => {
      cpSync(tarball, join(project.folder, "newer.tgz"));
      const run = await preview(project, "--to", "newer.tgz", "--out", "src/mplus", "--json");
      expect([run.code, listed(run)]).toEqual([1, wanted]);
    }, home(registry.url));
    expect(registry.asked).toEqual([]);
  });

  it.each(["latest", newerVersion])(
    "takes %s of the registry that the project's .npmrc names",
    async (to) => {
      await using registry = await startRegistry(tarball, newerVersion);
      const { npm_config_cache } = home("");
      await inGenerated(
        async (project) => {
          project.put(".npmrc", `registry=${registry.url}\n`);
          const run = await preview(project, "--to", to, "--out", "src/mplus", "--json");
          expect([run.code, listed(run)]).toEqual([1, wanted]);
        },
        { npm_config_cache },
      );
      expect([...new Set(registry.asked)]).toEqual(["/mplus-codegen", `/${basename(tarball)}`]);
    },
  );

  it("says so where that is what runs here already", async () => {
    const same = makeBuild(join(desk, "same"), {
      "package.json": (text) => `${text}\n`,
    });
    const folder = join(desk, "packed same");
    mkdirSync(folder);
    await using registry = await startRegistry(packBuild(same, folder), readToolVersion());
    await inGenerated(async (project) => {
      const { code, stdout } = await preview(project, "--out", "src/mplus");
      expect([code, stdout]).toEqual([
        0,
        `mplus-codegen ${readToolVersion()} runs here already: latest is no other.\n`,
      ]);
    }, home(registry.url));
  });

  it("passes on why npm cannot get it", async () => {
    await using registry = await startRegistry(tarball, newerVersion);
    await inGenerated(async (project) => {
      const { code, stderr } = await preview(project, "--to", "9.9.9", "--out", "src/mplus");
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^mplus-codegen: npm could not install mplus-codegen@9\.9\.9: .*No matching version found for mplus-codegen@9\.9\.9/,
      );
    }, home(registry.url));
  });

  it("leaves nothing behind where it is interrupted", async () => {
    await using registry = await startRegistry(undefined, newerVersion);
    const environment = home(registry.url);
    await inGenerated(async (project, temporary) => {
      const main = join(packageRoot, "dist/generator/cli/main.js");
      const command = [process.execPath, main, "upgrade-preview", "--out", "src/mplus"] as const;
      const program = startProgram(project.folder, command, { ...environment, TMPDIR: temporary });
      while (registry.asked.length === 0) await wait(20);
      expect(readdirSync(temporary)).toHaveLength(1);
      signalGroup(program.child, "SIGINT");
      expect(await program.ended).toEqual({
        code: 2,
        stdout: "",
        stderr: "mplus-codegen: It was interrupted; nothing was changed.\n",
      });
    }, environment);
  });
});
