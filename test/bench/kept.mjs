// The figures that docs/performance.md shows, in docs/performance.json: of each part and Node those that were measured last.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { meetsAim } from "./figures.mjs";
import { root } from "./processes.mjs";
import { formatNumber } from "./table.mjs";

const path = join(root, "docs/performance.json");

export const readKept = () => JSON.parse(readFileSync(path, "utf8")).runs;

/** What runs in a user's server is measured on each of these. */
export const onEachNode = ["receiver", "loopback", "validation"];
export const nodes = ["20", "22", "24"];

/** The releases of Node that the page has of a part: each of them, or the newest. */
export const nodesOf = (part) => (onEachNode.includes(part) ? nodes : nodes.slice(-1));

export const majorOf = ({ node }) => node.split(".")[0];

const isSame = (run, other) => run.part === other.part && majorOf(run) === majorOf(other);

/** Keeps runs in place of those of the same part and Node, and of a Node that the page no longer has of this part. */
export function keep(runs) {
  const isOver = (run) => !nodesOf(run.part).includes(majorOf(run));
  const old = readKept().filter(
    (run) => !runs.some((other) => isSame(run, other) || (run.part === other.part && isOver(run))),
  );
  const all = [...old, ...runs.map((run) => ({ ...run, figures: run.figures.flatMap(shorten) }))];
  all.sort((a, b) => a.part.localeCompare(b.part) || majorOf(a) - majorOf(b));
  writeFileSync(path, `{\n"runs": [\n${all.map(formatRun).join(",\n")}\n]\n}\n`);
}

/** What the page needs of a figure, to four digits; nothing of details. */
function shorten({ what, contestant, beside, unit, n, low, median, high, aim, note, detail }) {
  const [from, middle, to] = [low, median, high].map((value) => value && Number(value.toPrecision(4)));
  const values = n > 0 ? { low: from, median: middle, high: to } : { note };
  return detail ? [] : [{ what, contestant, beside, unit, n, ...values, aim }];
}

/** One figure a line, so that a diff shows which changed. */
const formatRun = ({ figures, ...run }) =>
  JSON.stringify({ ...run, figures: [] }).replace(
    /\]\}$/,
    `\n${figures.map((each) => JSON.stringify(each)).join(",\n")}\n]}`,
  );

export const isSameFigure = (figure, other) =>
  ["what", "contestant", "beside"].every((key) => figure[key] === other[key]);

/** A sentence for each figure with an aim that is less than half as good as the kept one of the same Node. */
export const findFallen = (runs, kept) =>
  runs.flatMap((run) => {
    const old = kept.find((other) => isSame(run, other))?.figures ?? [];
    const place = `${run.part}, Node ${majorOf(run)}`;
    return run.figures
      .filter(({ aim, detail }) => aim !== undefined && !detail)
      .flatMap((figure) => {
        const name = `${figure.what}: ${figure.contestant}`;
        const before = old.find((each) => isSameFigure(figure, each));
        if (before === undefined)
          return [`${place}: no figure is kept of "${name}". npm run bench -- --keep ${run.part}`];
        if (meetsAim(figure.median, toHalf(figure.aim, before.median))) return [];
        const [now, was] = [figure, before].map(({ median }) => formatNumber(median));
        return [`${place}: "${name}" was ${was} beside ${figure.beside}, and is ${now}`];
      });
  });

const toHalf = ({ most }, median) => (most === undefined ? { least: median / 2 } : { most: median * 2 });
