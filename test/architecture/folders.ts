/** Folders of `generator/`, bottom layer first, each with the folders it may import. */
export type Folders = ReadonlyMap<string, readonly string[]>;

/**
 * Parses the table under "The folders" in ARCHITECTURE.md: folders in the first column, allowed imports in the
 * third. Throws if there is no such table.
 */
export function parseFolders(markdown: string): Folders {
  const [, section = ""] = markdown.split("\n## The folders\n");
  const rows = section.split("\n## ")[0]?.match(/^\| `.*$/gm) ?? [];
  if (rows.length === 0) throw new Error('ARCHITECTURE.md has no table under "## The folders"');
  return new Map(rows.map(parseRow));
}

function parseRow(row: string): readonly [string, readonly string[]] {
  const [name = "", , allowed = ""] = row.split("|").slice(1, -1);
  const [folder = ""] = listNames(name);
  return [folder, listNames(allowed)];
}

const listNames = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

export function findReachable(folders: Folders, folder: string): ReadonlySet<string> {
  const allowed = folders.get(folder) ?? [];
  return new Set([folder, ...allowed.flatMap((other) => [...findReachable(folders, other)])]);
}
