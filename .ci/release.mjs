// Helps `npm version` and `.ci/release`: `node .ci/release.mjs date` dates the changelog's unreleased section, and
// `node .ci/release.mjs notes [--dry-run]` prints the notes of the current version.
import { readFileSync, writeFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

const { version, ...fields } = JSON.parse(read("package.json"));
const changelog = read("CHANGELOG.md");
const unreleased = /^## .* \(unreleased\)$/m;
const [command, option] = process.argv.slice(2);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function date() {
  if (!unreleased.test(changelog)) fail("CHANGELOG.md has no section whose title ends in “(unreleased)”.");
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(
    new URL("../CHANGELOG.md", import.meta.url),
    changelog.replace(unreleased, `## ${version} (${today})`),
  );
}

function printNotes() {
  const placeholder = ["repository", "bugs", "homepage"].find((name) =>
    JSON.stringify(fields[name]).includes("OWNER"),
  );
  if (placeholder !== undefined && option !== "--dry-run")
    fail(`package.json: replace OWNER in "${placeholder}" with the owner of the repository.`);
  const [, ...sections] = changelog.split(/^## /m);
  const isCurrent = (section) =>
    section.startsWith(`${version} (20`) || (option === "--dry-run" && /^.* \(unreleased\)\n/.test(section));
  const current = sections.find(isCurrent);
  if (current === undefined) fail(`CHANGELOG.md has no dated section for ${version}.`);
  console.log(current.replace(/^.*\n/, "").trim());
}

({ date, notes: printNotes })[command]();
