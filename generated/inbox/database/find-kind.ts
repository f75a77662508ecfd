// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/**
 * Whether a text is the URL of a PostgreSQL or a folder. Undefined if it is neither: a URL of something else, or one that is
 * misspelt, quoted or written as `password=…`. As a folder, it would be made, with the password in its name.
 */
export function findKind(database: string): "postgres" | "folder" | undefined {
  if (/^postgres(?:ql)?:\/\//i.test(database)) return "postgres";
  const isOdd = /^\s|\s$|["']|:\/\/|^postgres(?:ql)?:|\b(?:host|user|password|dbname)\s*=/i.test(database);
  return database === "" || isOdd ? undefined : "folder";
}
