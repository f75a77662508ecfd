/** Quotes a path for a command that the user can copy. */
export function quoteForShell(path: string): string {
  const portable = path.replaceAll("\\", "/");
  return /^[\w./-]+$/.test(portable) ? portable : `"${portable.replace(/["$`]/g, "\\$&")}"`;
}
