// The latest figures by part and Node release, in docs/performance.json. docs/performance.md shows those that
// users notice.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { meetsAim } from "./figures.mjs";
import { root } from "./processes.mjs";
import { formatNumber } from "./table.mjs";

const path = join(root, "docs/performance.json");

export const readKept = () => JSON.parse(readFileSync(path, "utf8")).runs;

/** Parts that run in a user's server, measured on every Node release. */
export const onEachNode = ["receiver", "loopback", "validation"];
export const nodes = ["20", "22", "24"];

/** The Node releases that the page shows for a part: all, or the newest. */
export const nodesOf = (part) => (onEachNode.includes(part) ? nodes : nodes.slice(-1));

export const majorOf = ({ node }) => node.split(".")[0];

const isSame = (run, other) => run.part === other.part && majorOf(run) === majorOf(other);

/**
 * Adds runs. Removes earlier runs of the same part and Node, and runs of Node releases that the page no longer
 * shows.
 */
export function keep(runs) {
  const isOver = (run) => !nodesOf(run.part).includes(majorOf(run));
  const old = readKept().filter(
    (run) => !runs.some((other) => isSame(run, other) || (run.part === other.part && isOver(run))),
  );
  const all = [...old, ...runs.map((run) => ({ ...run, figures: run.figures.flatMap(shorten) }))];
  all.sort((a, b) => a.part.localeCompare(b.part) || majorOf(a) - majorOf(b));
  writeFileSync(path, `{\n"runs": [\n${all.map(formatRun).join(",\n")}\n]\n}\n`);
}

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

/** Describes each figure with an aim that is less than half as good as the kept figure of the same Node. */
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
