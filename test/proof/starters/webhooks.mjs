import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** How to install and call the tool with each package manager. Deno runs it through npm. */
const install = {
  npm: (tarball) => `npm install --save-dev ${tarball}`,
  pnpm: (tarball) => `pnpm add --save-dev ${tarball}`,
  yarn: (tarball) => `yarn add --dev mplus-codegen@file:${tarball}`,
  bun: (tarball) => `bun add --dev ${tarball}`,
};
const execute = {
  npm: () => "npx mplus-codegen",
  pnpm: () => "pnpm exec mplus-codegen",
  yarn: () => "yarn run mplus-codegen",
  bun: () => "bunx mplus-codegen",
  deno: (tarball) => `npm exec --yes --package ${tarball} -- mplus-codegen`,
};

/**
 * Adds the webhooks to a starter, with `init` and the lines it asks for, or by following the row's `page`. Returns
 * the next commands, the import extension, and whether there is a test.
 */
export function addWebhooks(row, { folder, tarball, run }) {
  const must = (command) => {
    const { status, output, stdout } = run(command);
    if (status !== 0) throw new Error(output);
    return stdout;
  };
  const call = execute[row.packageManager](tarball);
  const read = (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : "");
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  if (install[row.packageManager]) must(install[row.packageManager](tarball));

  const { page, edits = [] } = row;
  const changed = new Set(edits.map(({ path }) => path));
  let generate = `--target ${page?.target} --min-version 48 --out ${page?.out}`;
  let hasTest = false;
  if (page) {
    must(`${call} --quiet ${generate}`);
    for (const [path, text] of Object.entries(page.files)) write(path, text);
  } else {
    const { files, needs, next } = JSON.parse(must(`${call} init ${row.init ?? ""} --json`));
    for (const path of new Set(needs.map((each) => each.path))) {
      const lines = needs.filter((each) => each.path === path);
      write(path, addLines(read(path), lines));
      changed.add(path);
    }
    if (next.some((each) => each.endsWith(" dev"))) throw new Error("init made a project of its own.");
    // The project's own test command runs later.
    for (const command of next.filter((each) => !each.endsWith(" test"))) must(command);
    const [, options] = /^mplus-codegen (.*?)(?: && |$)/.exec(
      JSON.parse(read("package.json")).scripts.generate,
    );
    generate = options;
    hasTest = files.some((path) => /\.(test|spec)\.\w+$/.test(path));
  }
  for (const { path, from, to } of edits) {
    if (!read(path).includes(from)) throw new Error(`${path} has no ${from}`);
    // A replacement function leaves `$` untouched.
    write(
      path,
      read(path).replaceAll(from, () => to),
    );
  }
  const edited = [...changed].filter((path) => /\.\w?[jt]s$/.test(path));
  if (row.tidy && edited.length > 0) must(`${row.tidy} ${edited.join(" ")}`);

  const [, out] = /--out (\S+)/.exec(generate);
  const [settings] = Object.values(JSON.parse(read(`${out}/stamp.json`)).targets);
  return {
    picked: settings.importExtension ?? "js",
    hasTest,
    secret: /^MPLUS_SECRET=(.*)$/m.exec(read(".env"))?.[1],
    send: `${call} send ${row.event ?? "scanCode"} --deadline 60`,
    check: `${call} ${generate} --check`,
  };
}

/** Inserts lines from last to first, so that line numbers stay valid. */
function addLines(text, needs) {
  const lines = text === "" ? [] : text.trimEnd().split("\n");
  const first = /^(#!|['"]use strict)/.test(text) ? 1 : 0;
  const places = needs.map(({ place, lines: added }) => {
    const [, side, line] = /^(above|below|in) line (\d+)/.exec(place) ?? [];
    return { place, side, at: line === undefined ? -1 : line - 1, added };
  });
  for (const { place, side, at, added } of places.toSorted((one, other) => other.at - one.at)) {
    if (side === "above") lines.splice(at, 0, ...added);
    else if (side === "below") lines.splice(at + 1, 0, ...added);
    else if (side === "in") lines[at] = lines[at].replace("[", () => `[${added.join("\n")}`);
    else if (place === "at the top") lines.splice(first, 0, ...added);
    else if (place === "these lines") lines.push(...added);
    else if (place === "in register()")
      lines.splice(lines.findIndex((line) => line.includes("function register(")) + 1, 0, ...added);
    // `"name": value` directly after the opening bracket.
    else if (place === "in compilerOptions" || place === "at the top level") {
      const bracket = place === "at the top level" ? /^\{/ : /"compilerOptions":\s*\{/;
      const index = lines.findIndex((line) => bracket.test(line));
      const entries = added.map((entry) => entry.replace(/,?$/, ","));
      const names = entries.map((entry) => entry.slice(0, entry.indexOf(":")));
      const kept = lines
        .slice(index + 1)
        .filter((line) => !names.some((name) => line.trim().startsWith(name)));
      lines.splice(index + 1, Infinity, ...entries, ...kept);
    } else throw new Error(`Nobody knows the place "${place}" of ${added.join("\n")}`);
  }
  return `${lines.join("\n")}\n`;
}
