import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { describeSystemError } from "../problem/system-error.js";
import { suggest } from "../text/suggest.js";
import { readTemplates, readTexts } from "./package-files.js";

/**
 * Reads the templates of the package, with those of the same path in a folder of the user's in their place. What is
 * hidden there is left alone.
 */
export function loadTemplates(folder?: string): Outcome<ReadonlyMap<string, string>> {
  const templates = readTemplates();
  if (folder === undefined) return success(templates);
  try {
    const own = new Map([...readTexts(folder)].filter(([path]) => !/(^|\/)\./.test(path)));
    const unknown = [...own.keys()].filter((path) => !templates.has(path));
    return unknown.length === 0
      ? success(new Map([...templates, ...own]))
      : failure(
          unknown.map((path) =>
            report("unknown-template", { path, folder, suggestion: suggest(path, templates.keys()) }),
          ),
        );
  } catch (error) {
    return failure([report("templates-unreadable", { folder, reason: describeSystemError(error) })]);
  }
}
