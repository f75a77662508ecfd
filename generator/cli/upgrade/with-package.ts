import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, type Outcome } from "../../problem/problem.js";
import { describeSystemError } from "../../problem/system-error.js";
import type { Choice } from "./choice.js";
import { findNpm } from "./find-npm.js";
import { runProgram, type Calling, type Ended } from "./run-program.js";

/**
 * Gets the package that was chosen, and uses the folder that it lies in. What has to be installed is installed in a temporary folder,
 * which goes again whatever happens.
 */
export async function withPackage<T>(
  choice: Choice,
  calling: Calling,
  use: (folder: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (choice.kind === "folder") return use(choice.path);
  const what = choice.kind === "tarball" ? choice.path : `mplus-codegen@${choice.version}`;
  // Only this user can read a folder that is made so.
  const folder = mkdtempSync(join(tmpdir(), "mplus-codegen-upgrade-"));
  try {
    copySettings(folder);
    const ended = await install(what, folder, calling);
    const reason = typeof ended === "string" ? ended : describeFailure(ended);
    return reason === undefined
      ? await use(join(folder, "node_modules/mplus-codegen"))
      : failure([report("upgrade-not-installed", { what, reason })]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** npm reads the settings of the folder that it installs into: those of the project may name the registry. */
function copySettings(folder: string): void {
  const project = listFoldersUp(resolve("")).find((each) => existsSync(join(each, "package.json")));
  const settings = project === undefined ? "" : join(project, ".npmrc");
  if (existsSync(settings)) copyFileSync(settings, join(folder, ".npmrc"));
}

/** A folder and those that it lies in, innermost first. */
const listFoldersUp = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...listFoldersUp(dirname(folder))];

/** Nothing that is installed is run by npm. */
const options = [
  ...["--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"],
  // npm would ask for what is only needed to look into an inbox.
  "--legacy-peer-deps",
];

async function install(what: string, folder: string, calling: Calling): Promise<Ended | string> {
  const args = ["install", "--prefix", folder, ...options, "--loglevel", "error", what];
  try {
    return await runProgram(findNpm(calling.environment, process.platform), args, calling);
  } catch (error) {
    return describeSystemError(error);
  }
}

/** What npm says in its own words, without the name that it puts before each line. */
const describeFailure = ({ code, stdout, stderr }: Ended): string | undefined =>
  code === 0
    ? undefined
    : `${stderr}\n${stdout}`
        .split("\n")
        .map((line) => line.replace(/^npm (error|ERR!)( code)? ?/, "").trim())
        .filter((line) => line !== "" && !line.startsWith("A complete log"))
        .join(" ");
