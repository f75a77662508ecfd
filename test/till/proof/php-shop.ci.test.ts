import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSpec } from "../../../generator/contract/package/package-files.js";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { examine } from "../../../generator/till/doctor/examine.js";
import { collectFiles, emit, type EmitOptions, type Range } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { need } from "../../workbench/need.js";
import { runProgram, withServer } from "../../workbench/run.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { needs, withReason } from "../../workbench/tools.js";
import { examinationAt } from "../doctor/examination.js";
import { expectAllWell } from "../doctor/our-shops.js";
import { newestRelease, secret } from "../desk.js";
import { explore, shop } from "../explore/exploring.js";
import { playAllBuiltIn, type OpenShop } from "./built-in.js";

const phpShop = join(packageRoot, "test/till/example/php");

const otherShop = { subscription: "shop-13", secret: Buffer.alloc(32, 7).toString("base64") };

const home = makeRunFolder();
afterAll(() => removeFolder(home));

const noPhp = needs("php");

describe.skipIf(noPhp)(withReason("the shop in PHP", noPhp), () => {
  let gated = "";
  beforeAll(async () => {
    gated = await writePhp(join(home, "gated"), "..", "gated");
  });

  /** Plays at shops in PHP, whose log must stay empty. */
  async function expectSameOutcomes(
    open: (release: string) => Promise<readonly [code: string, version: string]>,
  ) {
    const logged: string[] = [];
    const outcomes = await playAllBuiltIn(async (release, use) => {
      const [code, version] = await open(release);
      logged.push(...(await withPhpShop(code, version, use)));
    });
    expect(outcomes.join("\n")).toBe(readFileSync(join(import.meta.dirname, "built-in.txt"), "utf8"));
    expect(logged).toEqual([]);
  }

  it("has the outcomes of the TypeScript example, with code for all releases and a version of each shop", async () => {
    await expectSameOutcomes((release) => Promise.resolve([gated, release]));
  });

  it("has the same outcomes with code for the shop's release and later ones, without a version", async () => {
    const written = new Map<string, string>();
    await expectSameOutcomes(async (release) => {
      const code = written.get(release) ?? (await writePhp(join(home, release), `${release}..`, "safe"));
      written.set(release, code);
      return [code, ""];
    });
  });

  it("satisfies each probe of the doctor", async () => {
    await withPhpShop(gated, newestRelease, async ({ url }) => {
      const { findings } = await examine({ ...examinationAt(url), other: otherShop });
      expectAllWell(findings);
    });
  });

  it("has no failure that explore finds", async () => {
    for (const seed of [1, 2, 3])
      await withPhpShop(gated, newestRelease, async ({ url, log }) => {
        const { found } = await explore(fetch, { till: { ...shop, url }, seed, maxWalks: 20 });
        expect(found.map(({ yaml }) => [yaml, log()])).toEqual([]);
      });
  });
});

const noSniffer = needs("phpcs");

it.skipIf(noSniffer)(withReason("the shop in PHP follows PSR-12", noSniffer), async () => {
  const rules = join(home, "phpcs.xml");
  writeFileSync(rules, '<ruleset name="PSR-12"><rule ref="PSR12"/></ruleset>');
  const ended = await runProgram(phpShop, ["phpcs", `--standard=${rules}`, "-n", "."]);
  expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
});

/** Writes the receiver in PHP for a range of releases to a folder. Returns the folder. */
async function writePhp(folder: string, range: Range, responses: EmitOptions["responses"]): Promise<string> {
  writeFiles(folder, collectFiles(await emit(need(loadSpec()), range, { targets: ["php"], responses })));
  return join(folder, "php");
}

/** Opens a new shop in PHP, with empty files. The version of its subscription may be "". Returns its log. */
async function withPhpShop(
  code: string,
  version: string,
  use: (shop: OpenShop) => Promise<void>,
): Promise<string[]> {
  const port = await findFreePort();
  const command = ["php", "-d", "display_errors=0", "-S", `localhost:${port}`, "index.php"] as const;
  const env = {
    PHP_CLI_SERVER_WORKERS: "4",
    MPLUS_CODE: code,
    MPLUS_DATA: mkdtempSync(join(code, "data-")),
    MPLUS_SECRET: secret,
    MPLUS_OTHER_SECRET: otherShop.secret,
    MPLUS_VERSION: version,
  };
  const { stderr } = await withServer({ cwd: phpShop, command, port, env }, (server) =>
    use({ url: `http://localhost:${port}/mplus`, log: () => listLogged(server.printed().stderr) }),
  );
  return listLogged(stderr);
}

/** What PHP has logged, without its lines about connections. */
const listLogged = (stderr: string): string[] =>
  stderr
    .split("\n")
    .map((line) => line.replace(/^(?:\[\d+\] )?\[.*?\] /, ""))
    .filter((line) => !/^(?:|PHP .* Development Server .*|(?:127\.0\.0\.1|\[::1\]):\d+ .*)$/.test(line));
