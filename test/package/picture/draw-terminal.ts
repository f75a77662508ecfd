const colours = [
  { code: "91", name: "red", light: "#b3261e", dark: "#ff8a80" },
  { code: "93", name: "yellow", light: "#7a5900", dark: "#ffd479" },
  { code: "96", name: "cyan", light: "#00606b", dark: "#7fdbe6" },
  { code: "90", name: "grey", light: "#5f6368", dark: "#a0a6ad" },
  { code: "1", name: "bold", light: "#1f2328", dark: "#ffffff" },
  { code: "7", name: "grey", light: "#5f6368", dark: "#a0a6ad" },
] as const;

const plain = { light: "#1f2328", dark: "#e6edf3" };
const ground = { light: "#f6f8fa", dark: "#161b22" };

const columns = 100;
const [charWidth, lineHeight, margin] = [8.2, 20, 18];

/** Draws terminal output as SVG that is readable on light and dark backgrounds. */
export function drawTerminal(printed: string, title: string): string {
  const lines = printed.trim().split(/\r?\n/).map(toCells).flatMap(wrap);
  const width = Math.ceil(columns * charWidth + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style("light")}@media(prefers-color-scheme:dark){${style("dark")}}</style>`,
    `<rect width="${width}" height="${height}" rx="8"/>`,
    ...lines.map((line, index) => drawLine(line, margin + (index + 0.75) * lineHeight)),
    "</svg>",
    "",
  ].join("\n");
}

const style = (mode: "light" | "dark"): string =>
  [
    `rect{fill:${ground[mode]}}`,
    `text{fill:${plain[mode]};font:13.6px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre}`,
    ...new Set(colours.map((each) => `.${each.name}{fill:${each[mode]}}`)),
    ".bold{font-weight:bold}",
  ].join("");

/** A character and its ANSI color code; "0" means none. */
interface Cell {
  readonly character: string;
  readonly code: string;
}

/** Wraps a line at word boundaries and indents continuation lines by two more columns. */
function wrap(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  if (cells.length <= columns) return [cells];
  const indent = cells.findIndex(({ character }) => character !== " ") + 2;
  const space = cells.findLastIndex(({ character }, index) => character === " " && index <= columns);
  const [end, next] = space > indent ? [space, space + 1] : [columns, columns];
  const blank = Array<Cell>(indent).fill({ character: " ", code: "0" });
  return [cells.slice(0, end), ...wrap([...blank, ...cells.slice(next)])];
}

function toCells(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let code = "0";
  for (const [, change, character = ""] of line.matchAll(/\u001b\[(\d+)m|(.)/gsu)) {
    if (change !== undefined) code = change;
    else cells.push({ character, code });
  }
  return cells;
}

function drawLine(cells: readonly Cell[], y: number): string {
  const runs: { text: string; code: string }[] = [];
  for (const { character, code } of cells) {
    const last = runs.at(-1);
    if (last?.code === code) last.text += character;
    else runs.push({ text: character, code });
  }
  const spans = runs.map(({ text, code }) => {
    const colour = colours.find((each) => each.code === code);
    return colour ? `<tspan class="${colour.name}">${escapeXml(text)}</tspan>` : escapeXml(text);
  });
  return `<text x="${margin}" y="${y}" xml:space="preserve">${spans.join("")}</text>`;
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
