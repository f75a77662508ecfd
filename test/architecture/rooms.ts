/** The rooms of a folder, each with the rooms that it may import from, and from all that these may. */
export type Rooms = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the table of rooms below a heading of ARCHITECTURE.md: the first column names a room, the third the rooms that
 * it may import from. Returns undefined if there is no such heading; throws if it has no table.
 */
export function parseRooms(markdown: string, heading: string): Rooms | undefined {
  const rows = findRows(markdown, heading);
  return rows && new Map(rows.map(parseRow));
}

/** Reads a table of files below a heading of ARCHITECTURE.md, in its order; otherwise as {@link parseRooms}. */
export const parseOrder = (markdown: string, heading: string): readonly string[] | undefined =>
  findRows(markdown, heading)?.flatMap((row) => findNames(row).slice(0, 1));

function findRows(markdown: string, heading: string): readonly string[] | undefined {
  const lines = markdown.split("\n");
  const start = lines.indexOf(`## ${heading}`);
  if (start === -1) return undefined;
  const section = lines.slice(start + 1);
  const end = section.findIndex((line) => line.startsWith("## "));
  const rows = section.slice(0, end === -1 ? undefined : end).filter((line) => line.startsWith("| `"));
  if (rows.length === 0) throw new Error(`ARCHITECTURE.md has no table under "## ${heading}"`);
  return rows;
}

function parseRow(row: string): readonly [string, readonly string[]] {
  const cells = row.split("|").slice(1, -1);
  const [room] = findNames(cells[0] ?? "");
  if (cells.length !== 3 || room === undefined)
    throw new Error(`ARCHITECTURE.md: a row of the table of rooms needs three columns: ${row}`);
  return [room, findNames(cells[2] ?? "")];
}

const findNames = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

/** Lists a room and all rooms that it may import from, through others too. */
export function findReachable(rooms: Rooms, room: string): ReadonlySet<string> {
  return new Set([room, ...(rooms.get(room) ?? []).flatMap((other) => [...findReachable(rooms, other)])]);
}

/** The room in which a path lies, as the table names it: `text/` of `text/quote.ts`; a file at the top is its own. */
export function findRoom(path: string): string {
  const [first = "", ...rest] = path.split("/");
  return rest.length > 0 ? `${first}/` : first;
}
