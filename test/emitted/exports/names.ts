/** Removes case, separators and suffixes that tools append: `OpenURL`, `open_url`. */
const normalize = (name: string): string =>
  name
    .toLowerCase()
    .replace(/_/g, "")
    .replace(/(?<=.)(union|class|enum)$/, "");

/**
 * Problems in a tool's type names: contract objects without a type, and types without a title of ours. Tools may also have types per
 * operation, such as `ScanCodeData`.
 */
export function findWrongNames(
  names: readonly string[],
  files: ReadonlyMap<string, string>,
  operations: readonly string[],
  own = /^$/,
) {
  const text = files.get("jsonschema/draft-07.schema.json") ?? "";
  const { definitions } = JSON.parse(text) as {
    readonly definitions: Readonly<Record<string, { readonly properties?: object }>>;
  };
  const titles = [...text.matchAll(/"title": "(\w+)"/g)].map(([, title = ""]) => normalize(title));
  const made = new Set(names.map(normalize));
  const starts = [...titles, ...operations.map(normalize), "refusal", "subscriptionid"];
  const isOurs = (name: string): boolean =>
    starts.some((start) => name.replace(/^get/, "").startsWith(start)) ||
    titles.some((title) => title.endsWith(name));
  return {
    missing: Object.keys(definitions).filter(
      (name) =>
        Object.keys(definitions[name]?.properties ?? {}).length > 0 &&
        ![normalize(name), `${normalize(name)}schema`].some((each) => made.has(each)),
    ),
    strange: names.filter((name) => !own.test(name) && !isOurs(normalize(name))),
  };
}

/** The names that code exports. */
export const listNames = (code: string): readonly string[] =>
  [...code.matchAll(/^export (?:declare )?(?:type|interface|enum|const|class) ([\w$]+)/gm)].map(
    ([, name = ""]) => name,
  );
