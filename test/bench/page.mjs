// `node test/bench/page.mjs [bench.json …]`: keeps what was measured, if anything is named, and makes docs/performance.md of
// all that is kept: each part of the page between `<!-- figures: name -->` and `<!-- end -->`, and its picture.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { meetsAim } from "./figures.mjs";
import { isSameFigure, keep, majorOf, nodes, readKept } from "./kept.mjs";
import { drawRatios } from "./picture.mjs";
import { root } from "./processes.mjs";
import { formatAim, formatNumber, formatRange } from "./table.mjs";

const page = "docs/performance.md";

/** What a part's picture is about, and which figures are in it. */
const pictures = {
  receiver: { title: "Speed, × the bound (more is better)", shows: () => true },
  loopback: {
    title: "Speed of servers, in processor time (more is better)",
    shows: ({ what }) => /speed in/.test(what),
  },
  validation: {
    title: "Speed, × ajv standalone (more is better)",
    shows: ({ n, beside }) => n > 1 && beside === "ajv standalone",
  },
  checking: { title: "Time, × the same server by hand (less is better)", shows: ({ unit }) => unit === "×" },
  generation: { title: "Time of a cold run (less is better)", shows: () => true },
};

/** The page and its pictures, as kept runs and the page's prose have them: files `{ path, content }`. */
export async function makePage(runs, text) {
  const names = [...text.matchAll(/<!-- figures: (\w+) -->/g)].map(([, name]) => name);
  const missing = runs.filter(({ part }) => !names.includes(part)).map(({ part }) => part);
  if (missing.length > 0) throw new Error(`${page} has no place for ${missing.join(", ")}`);
  const filled = text.replace(/(<!-- figures: (\w+) -->\n)[^]*?(<!-- end -->)/g, (_, start, name, end) => {
    const block =
      name === "aims"
        ? formatAims(names.map((part) => runsOf(runs, part)))
        : formatPart(name, runsOf(runs, name));
    return `${start}\n${block}\n\n${end}`;
  });
  const options = await resolveConfig(join(root, page));
  return [
    { path: page, content: await format(filled, { ...options, parser: "markdown" }) },
    ...Object.keys(pictures).flatMap((part) => drawPart(part, runsOf(runs, part))),
  ];
}

export async function writePage() {
  const files = await makePage(readKept(), readFileSync(join(root, page), "utf8"));
  for (const { path, content } of files) writeFileSync(join(root, path), content);
}

const runsOf = (runs, name) => runs.filter(({ part }) => part === name);

/** How many aims are met; the tables show which. */
function formatAims(parts) {
  const judged = parts.flatMap((runs) => rowsOf(runs).flatMap(({ cells }) => judge(runs, cells)));
  const met = judged.filter((each) => each.met).length;
  return `Of ${judged.length} aims, each on its Node, ${met} are met; the last column of a table shows the others.`;
}

/** Whether each run that has an aim of a figure meets it. */
const judge = (runs, cells) =>
  runs.flatMap((run, index) => {
    const cell = cells[index];
    if (cell?.aim === undefined) return [];
    return [{ node: majorOf(run), cell, met: meetsAim(cell.median, cell.aim) }];
  });

const toTable = ([head, ...rows]) =>
  [head, head.map(() => "-"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Picture, table, and where and when it was measured. Beside a picture, the table has only the figures with an aim. */
function formatPart(part, runs) {
  const head = ["what", "beside", ...runs.map((run) => `Node ${majorOf(run)}`), "aim", "met"];
  const hasAim = ({ cells }) => cells.some((cell) => cell?.aim !== undefined);
  const shown = rowsOf(runs).filter((row) => !(part in pictures) || hasAim(row));
  const rows = shown.map(({ figure, cells }) => {
    const values = cells.map((cell) => formatCell(cell));
    return [
      `${stripPart(part, figure.what)}: ${figure.contestant}`,
      figure.beside ?? "",
      ...values,
      formatAim(figure.aim),
      formatMet(judge(runs, cells)),
    ];
  });
  const picture =
    runs.length > 0 && part in pictures && `![${pictures[part].title}](performance-${part}.svg)\n\n`;
  return `${picture || ""}${toTable([head, ...rows])}\n\n${formatPlaces(runs)}`;
}

/** Each figure that any run has, and what each run has of it. */
function rowsOf(runs) {
  const all = runs.flatMap(({ figures }) => figures);
  const first = all.filter((figure, index) => all.findIndex((each) => isSameFigure(each, figure)) === index);
  return first.map((figure) => ({
    figure,
    cells: runs.map(({ figures }) => figures.find((each) => isSameFigure(each, figure))),
  }));
}

const stripPart = (part, what) => what.replace(new RegExp(`^${part},? `), "");

const formatMedian = ({ n, unit, median, note }) =>
  n === 0 ? note : `${formatNumber(median)} ${unit}`.trim();

const formatCell = (cell) =>
  cell === undefined ? "" : formatMedian(cell) + (cell.n > 1 ? ` (${formatRange(cell.low, cell.high)})` : "");

function formatMet(judged) {
  const missed = judged.filter(({ met }) => !met);
  if (missed.length === 0) return judged.length === 0 ? "" : "yes";
  return missed.length === judged.length ? "no" : `not on ${missed.map(({ node }) => node).join(", ")}`;
}

/** What differs between runs is told of each, and the machine once. */
function formatPlaces(runs) {
  const places = new Map();
  for (const { node, date, cpu, cores, memoryGiB, os, load, figures } of runs) {
    const place = `${date}: ${[cpu, `${cores} cores`, memoryGiB && `${memoryGiB} GiB`, os].filter(Boolean).join(", ")}`;
    const rounds = Math.max(...figures.map(({ n }) => n));
    const busy = load === undefined ? "" : `, load ${load} before`;
    places.set(place, [...(places.get(place) ?? []), `Node ${node} (${rounds} rounds${busy})`]);
  }
  return [...places].map(([place, nodes]) => `- ${place}. ${nodes.join(", ")}.`).join("\n");
}

function drawPart(part, runs) {
  const { title, shows } = pictures[part];
  const rows = rowsOf(runs).filter(({ figure }) => shows(figure));
  if (rows.length === 0) return [];
  const differs = (key) => new Set(rows.map(({ figure }) => figure[key])).size > 1;
  /** What all rows have in common is in the title. */
  const toLabel = ({ what, contestant, beside }) =>
    [
      ...(differs("what") ? [stripPart(part, what)] : []),
      ...(differs("contestant") ? [contestant] : []),
      ...(differs("beside") ? [`beside ${beside}`] : []),
    ].join(", ");
  const drawn = rows.map(({ figure, cells }) => ({
    label: toLabel(figure),
    aim: figure.aim,
    points: cells,
  }));
  /** A Node has the same mark in each picture. */
  const series = runs.map((run) => ({
    name: `Node ${majorOf(run)}`,
    mark: Math.max(0, nodes.indexOf(majorOf(run))),
  }));
  return [{ path: `docs/performance-${part}.svg`, content: drawRatios({ title, series, rows: drawn }) }];
}

if (process.argv[1] === import.meta.filename) {
  const measured = process.argv.slice(2).flatMap((path) => JSON.parse(readFileSync(path, "utf8")).runs);
  if (measured.length > 0) keep(measured);
  await writePage();
}
