import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { reasonOf } from "../problem/reason.js";

/** One file of the spec as it lies on disk; `path` is relative to the spec's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const sizeLimit = 5_000_000;

/** All JSON files of a spec folder, by path. The dialect's own meta-schemas are not part of a spec. */
export function readSpec(folder: string): Outcome<readonly SourceFile[]> {
  const listing = listFiles(folder);
  if (!listing.ok) return listing;
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  for (const path of listing.value) {
    const file = readSource(folder, path);
    if (file.ok) files.push(file.value);
    else problems.push(...file.problems);
  }
  return problems.length > 0 ? failure(problems) : success(files);
}

function listFiles(folder: string): Outcome<readonly string[]> {
  try {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.name.endsWith(".json") && !item.isDirectory())
      .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll(sep, "/"))
      .filter((path) => !path.startsWith("dialect/"))
      .sort();
    return success(paths);
  } catch (error) {
    return failure([report("spec-unreadable", { path: folder, reason: reasonOf(error) })]);
  }
}

function readSource(folder: string, path: string): Outcome<SourceFile> {
  const place = { file: path, pointer: "" };
  try {
    const status = statSync(join(folder, path));
    if (!status.isFile())
      return failure([report("file-unreadable", { reason: "it is no regular file" }, place)]);
    if (status.size > sizeLimit) {
      return failure([report("file-unreadable", { reason: `it is larger than ${sizeLimit} bytes` }, place)]);
    }
    return decode(path, readFileSync(join(folder, path)));
  } catch (error) {
    return failure([report("file-unreadable", { reason: reasonOf(error) }, place)]);
  }
}

function decode(path: string, bytes: Buffer): Outcome<SourceFile> {
  const detail = encodingFault(bytes);
  return detail === undefined
    ? success({ path, text: bytes.toString("utf8") })
    : failure([report("not-utf8", { detail }, { file: path, pointer: "" })]);
}

function encodingFault(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "it begins with a byte order mark";
  if (bytes.includes(0)) return "it holds a NUL byte, as UTF-16 does";
  return Buffer.from(bytes.toString("utf8")).equals(bytes) ? undefined : "some bytes are no UTF-8";
}
