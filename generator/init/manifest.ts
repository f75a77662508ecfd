import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { isObject, parseJson } from "../json.js";

/** What counts of a package.json that is there already. */
export interface Manifest {
  readonly type?: string;
  readonly packageManager?: string;
  /** The names of its scripts, without the one that npm puts there to be replaced. */
  readonly scripts: ReadonlySet<string>;
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly peerDependencies?: object;
}

const sections = ["scripts", "dependencies", "devDependencies", "peerDependencies"] as const;

/** Reads a package.json that something is to be added to. */
export function readManifest(text: string, path: string): Outcome<Manifest> {
  const refuse = (reason: string) => failure([report("package-json-unusable", { path, reason })]);
  const value = parseJson(text);
  if (!isObject(value)) return refuse("it is not a JSON object");
  const odd = sections.find((name) => value[name] !== undefined && !isObject(value[name]));
  if (odd !== undefined) return refuse(`its ${odd} are not an object`);
  const { type, packageManager, scripts = {} } = value;
  return success({
    ...value,
    ...(typeof type === "string" ? { type } : {}),
    ...(typeof packageManager === "string" ? { packageManager } : {}),
    scripts: new Set(
      Object.entries(scripts as object).flatMap(([name, command]) => (command === placeholder ? [] : [name])),
    ),
  });
}

/** The script `test` of `npm init`. */
const placeholder = `echo "Error: no test specified" && exit 1`;
