import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** How a package manager installs the tool, and how it is called; Deno runs it with npm. */
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
 * Adds the webhooks to a starter: by `init`, with the lines and commands that it asks for, or as the row's `page` says.
 * Returns the calls that follow, the import extension that was picked, and whether there is a test.
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
  const changed = new Set(edits.map(([path]) => path));
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
    // The project's own command for tests comes later.
    for (const command of next.filter((each) => !each.endsWith(" test"))) must(command);
    const [, options] = /^mplus-codegen (.*?)(?: && |$)/.exec(
      JSON.parse(read("package.json")).scripts.generate,
    );
    generate = options;
    hasTest = files.some((path) => /\.(test|spec)\.\w+$/.test(path));
  }
  for (const [path, from, to] of edits) {
    if (!read(path).includes(from)) throw new Error(`${path} has no ${from}`);
    // A function, because a string may have `$` in it.
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
    send: `${call} send scanCode`,
    check: `${call} ${generate} --check`,
  };
}

/** Puts lines into their places, from the last line to the first, so that the numbers hold. */
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
    // `"name": value`, right after the bracket of the object.
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
