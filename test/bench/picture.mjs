// A picture of ratios for light and dark pages, with one line per ratio and one mark per series.
import { formatNumber } from "./table.mjs";

const [width, labels, rowHeight, top] = [760, 330, 24, 44];
const plot = width - labels - 20;

const colours = {
  light: {
    ground: "#f6f8fa",
    text: "#1f2328",
    line: "#d0d7de",
    aim: "#1a7f37",
    series: ["#8250df", "#bc4c00", "#0969da"],
  },
  dark: {
    ground: "#161b22",
    text: "#e6edf3",
    line: "#30363d",
    aim: "#56d364",
    series: ["#bc8cff", "#ffa657", "#58a6ff"],
  },
};

const shapes = [
  (x, y) => `<circle cx="${x}" cy="${y}" r="3.5"/>`,
  (x, y) => `<rect x="${round(x - 3)}" y="${y - 3}" width="6" height="6"/>`,
  (x, y) => `<path d="M${x} ${y - 4.5}l4.5 8h-9z"/>`,
];

/**
 * Draws rows `{ label, aim, points }` with a point for each series `{ name, mark }`. A point is `{ low, median, high }` or
 * undefined: a line for the middle half, with a mark for the median. A row with an aim is bold and has a stroke at the aim.
 */
export function drawRatios({ title, series, rows }) {
  const largest = Math.max(
    1,
    ...rows.flatMap(({ aim, points }) => [aimOf(aim), ...points.map((each) => each?.high ?? 0)]),
  );
  const end = 1.05 * largest;
  const toX = (value) => round(labels + (plot * value) / end);
  const height = top + rows.length * rowHeight + 26;
  const bottom = height - 22;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style(colours.light)}@media(prefers-color-scheme:dark){${style(colours.dark)}}</style>`,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    `<text x="16" y="24" class="title">${escapeXml(title)}</text>`,
    ...series.map((each, index) => drawName(each, width - 80 * (series.length - index))),
    ...ticksTo(end).map((value) => drawTick(value, toX(value), bottom)),
    ...rows.flatMap((row, index) => drawRow(row, top + (index + 0.5) * rowHeight, series, toX)),
    "</svg>",
    "",
  ].join("\n");
}

const style = ({ ground, text, line, aim, series }) =>
  [
    `text{fill:${text};font:12.5px system-ui,sans-serif}.title{font-weight:600}.ground{fill:${ground}}`,
    `.tick{stroke:${line}}.one{stroke:${text}}.aim{stroke:${aim};stroke-width:2}.end{text-anchor:end}.middle{text-anchor:middle}`,
    ...series.map((colour, index) => `.s${index}{fill:${colour};stroke:${colour}}`),
  ].join("");

const drawName = ({ name, mark }, x) =>
  `<g class="s${mark}">${shapes[mark](x, 20)}</g><text x="${x + 9}" y="24">${escapeXml(name)}</text>`;

/** Ticks: at most eight steps of 0.1, 0.25, 0.5 or a whole number. */
function ticksTo(end) {
  const step = [0.1, 0.25, 0.5].find((each) => end / each <= 8) ?? Math.ceil(end / 8);
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => round(index * step));
}

const drawTick = (value, x, bottom) =>
  `<path class="${value === 1 ? "one" : "tick"}" d="M${x} ${top - 6}V${bottom}"/>` +
  `<text class="middle" x="${x}" y="${bottom + 15}">${value === 1 ? "1 ×" : value}</text>`;

function drawRow({ label, aim, points }, y, series, toX) {
  const place = (index) => round(y + 6 * (index - (points.length - 1) / 2));
  return [
    `<text class="end${aim === undefined ? "" : " title"}" x="${labels - 12}" y="${y + 4}">${escapeXml(label)}</text>`,
    ...(aim === undefined ? [] : [`<path class="aim" d="M${toX(aimOf(aim))} ${y - 9}v18"/>`]),
    ...points.flatMap((point, index) =>
      point === undefined ? [] : [drawPoint(point, series[index].mark, place(index), toX)],
    ),
  ];
}

const drawPoint = ({ low, median, high }, mark, y, toX) =>
  `<g class="s${mark}"><title>${formatNumber(median)} ×</title><path d="M${toX(low)} ${y}H${toX(high)}"/>` +
  `${shapes[mark](toX(median), y)}</g>`;

const aimOf = (aim) => aim?.least ?? aim?.most ?? 0;
const round = (value) => Math.round(100 * value) / 100;
const escapeXml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
