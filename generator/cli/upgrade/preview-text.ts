import type { Problem } from "../../problem/problem.js";
import type { Result } from "../json/results.js";
import { showInvisible } from "../../text/invisible.js";
import { formatCounts } from "../report/summary.js";
import { formatTable } from "../report/terminal-text.js";
import { isChanged, type Preview, type PreviewedFile, type PreviewedOutput } from "./preview.js";

/** A preview as text: what is new, what would change for each target, and the patch where that is asked for. */
export function formatPreview(preview: Preview, withPatch: boolean): string {
  const { from, to, changelog, outputs } = preview;
  const parts = [
    `mplus-codegen ${from} runs here. This is what ${to} would change.\n`,
    ...(changelog === "" ? [] : [`What its changelog says:\n\n${indent(changelog)}`]),
    ...outputs.map(formatOutput),
    `Nothing was written.${withPatch || !outputs.some(isChanged) ? "" : " For each line that would change, add --patch."}\n`,
    ...(withPatch ? [outputs.map(({ patch }) => patch).join("")] : []),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Indented, nothing in it can be taken for a patch. */
const indent = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? "\n" : `  ${showInvisible(line)}\n`))
    .join("");

function formatOutput(output: PreviewedOutput): string {
  const { out, files, patch } = output;
  const folder = `${showInvisible(out)}/`;
  if (!isChanged(output))
    return patch === ""
      ? `${folder}: nothing would change.\n`
      : `${folder}: nothing would change but stamp.json, which names the version that wrote the folder.\n`;
  const rows = countTargets(files)
    .filter(({ files: own }) => own.some(({ action }) => action !== "unchanged"))
    .map(({ target, files: own, added, removed }) => [
      target,
      formatCounts(own),
      `+${added} -${removed} lines`,
    ]);
  return `${formatTable(rows)}${folder} would change: ${formatCounts(files)}.\n`;
}

/** The files of each target, and how many lines of them come and go. */
function countTargets(files: readonly PreviewedFile[]) {
  const names = [...new Set(files.map(({ target }) => target))];
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  return names.map((target) => {
    const own = files.filter((file) => file.target === target);
    return {
      target,
      files: own,
      added: sum(own.map(({ added }) => added)),
      removed: sum(own.map(({ removed }) => removed)),
    };
  });
}

/** The same for programs. */
export const previewToJson = (
  { from, to, changelog, outputs }: Preview,
  warnings: readonly Problem[],
  withPatch: boolean,
): Result<"upgrade-preview"> => ({
  from,
  to,
  changes: outputs.some(isChanged),
  changelog,
  outputs: outputs.map(({ out, files, patch }) => ({
    out,
    files: files.filter(({ action }) => action !== "unchanged"),
    ...(withPatch && { patch }),
  })),
  warnings,
});
