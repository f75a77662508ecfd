// `node test/bench/page.mjs [bench.json …]`: keeps the given measurements, and updates the picture, the table and
// the machines in docs/performance.md, between `<!-- figures -->` and `<!-- end -->`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { isSameFigure, keep, majorOf, nodes, readKept } from "./kept.mjs";
import { drawRatios } from "./picture.mjs";
import { root } from "./processes.mjs";
import { formatAim, formatNumber, formatRange } from "./table.mjs";

const page = "docs/performance.md";

const pictured = { part: "receiver", title: "Speed, × the bound (more is better)" };

/** Figures that users notice, in the order of the table. */
const noticed = [
  { part: "generation", label: "generate `express`", contestant: "express" },
  { part: "generation", label: "generate again, nothing to do", contestant: "express, nothing to do" },
  { part: "generation", label: "`--check`", contestant: "express --check" },
  { part: "generation", label: "`--help`", contestant: "--help" },
  { part: "checking", label: "`tsc` 6, one file of handlers", what: "checking, TypeScript 6, tsc" },
  { part: "checking", label: "`tsc` 7, one file of handlers", what: "checking, TypeScript 7, tsc" },
  { part: "output", label: "start: import the receiver", contestant: "receiver" },
  ...["0.5 kB", "5 kB", "100 kB"].map((size) => ({
    part: "receiver",
    label: `speed of a request of ${size}`,
    what: `receiver, speed at ${size}`,
    contestant: "receiver",
  })),
  { part: "loopback", label: "p99 in Express", what: "loopback, p99", contestant: "generated express" },
];

/** Makes the page and its picture as files `{ path, content }`. `text` is the page with the prose to keep. */
export async function makePage(runs, text) {
  const filled = text.replace(
    /(<!-- figures -->\n)[^]*(<!-- end -->)/,
    (_, start, end) => `${start}\n${formatFigures(runs)}\n\n${end}`,
  );
  const options = await resolveConfig(join(root, page));
  return [
    { path: page, content: await format(filled, { ...options, parser: "markdown" }) },
    drawPart(runsOf(runs, pictured.part)),
  ];
}

export async function writePage() {
  const files = await makePage(readKept(), readFileSync(join(root, page), "utf8"));
  for (const { path, content } of files) writeFileSync(join(root, path), content);
}

const runsOf = (runs, name) => runs.filter(({ part }) => part === name);

const toTable = ([head, ...rows]) =>
  [head, head.map(() => "-"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function formatFigures(runs) {
  const head = ["what", "beside", ...nodes.map((node) => `Node ${node}`), "aim"];
  const table = toTable([head, ...noticed.map((each) => formatNoticed(runs, each))]);
  const parts = new Set(noticed.map(({ part }) => part));
  const places = formatPlaces(runs.filter(({ part }) => parts.has(part)));
  return `![${pictured.title}](performance-${pictured.part}.svg)\n\n${table}\n\n${places}`;
}

function formatNoticed(runs, { part, label, ...wanted }) {
  const isWanted = ({ figure }) => Object.entries(wanted).every(([key, value]) => figure[key] === value);
  const measured = runsOf(runs, part);
  const row = rowsOf(measured).find(isWanted);
  if (row === undefined) throw new Error(`nothing is kept of ${part}: ${label}`);
  const cells = nodes.map((node) =>
    formatCell(row.cells[measured.findIndex((run) => majorOf(run) === node)]),
  );
  return [label, row.figure.beside ?? "", ...cells, formatAim(row.figure.aim)];
}

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

function formatPlaces(runs) {
  const places = new Map();
  for (const { part, date, cpu, cores, memoryGiB, os } of runs) {
    const place = `${date}, ${[cpu, `${cores} cores`, memoryGiB && `${memoryGiB} GiB`, os].filter(Boolean).join(", ")}`;
    places.set(place, new Set([...(places.get(place) ?? []), part]));
  }
  return [...places].map(([place, parts]) => `- ${[...parts].join(", ")}: ${place}.`).join("\n");
}

function drawPart(runs) {
  const { part, title } = pictured;
  const rows = rowsOf(runs);
  const differs = (key) => new Set(rows.map(({ figure }) => figure[key])).size > 1;
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
  return { path: `docs/performance-${part}.svg`, content: drawRatios({ title, series, rows: drawn }) };
}

if (process.argv[1] === import.meta.filename) {
  const measured = process.argv.slice(2).flatMap((path) => JSON.parse(readFileSync(path, "utf8")).runs);
  if (measured.length > 0) keep(measured);
  await writePage();
}
