/** The months, by the beginnings of their names in the vendor's languages. */
const months: readonly (readonly string[])[] = [
  ["jan"],
  ["feb"],
  ["mar", "maa", "mrt"],
  ["apr"],
  ["may", "mei"],
  ["jun"],
  ["jul"],
  ["aug"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec"],
];

/** A day, and how many words name it. */
export interface FoundDate {
  /** As `2024-11-19`. */
  readonly date: string;
  readonly length: number;
}

/** The day that bare words begin with: `2024-11-19`, `19-11-2024`, `19/11/2024`, `19 november 2024`, `November 19 2024`. */
export function findDate([first = "", second = "", third = ""]: readonly string[]): FoundDate | undefined {
  const parts = first.split(/[-/.]/);
  const [a = "", b = "", c = ""] = parts;
  if (parts.length === 3 && a.length === 4) return toDate([a, b, c], 1);
  if (parts.length === 3 && c.length === 4) return toDate([c, b, a], 1);
  if (third.length !== 4) return undefined;
  return toDate([third, findMonth(second), first], 3) ?? toDate([third, findMonth(first), second], 3);
}

/** The number of a month's name; "" if it is none. */
function findMonth(name: string): string {
  const start = name.slice(0, 3);
  const index = name.length < 3 ? -1 : months.findIndex((names) => names.includes(start));
  return index < 0 ? "" : String(index + 1);
}

function toDate(parts: readonly string[], length: number): FoundDate | undefined {
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { date: date.toISOString().slice(0, 10), length } : undefined;
}
