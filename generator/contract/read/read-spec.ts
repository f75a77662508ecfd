import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { report } from "../../base/problem/catalogue.js";
import {
  describeSystemError,
  failure,
  getErrorCode,
  type Outcome,
  type Problem,
  success,
} from "../../base/problem/problem.js";
import { suggest } from "../../base/text/words.js";
import { type FolderEntry, listFolderEntries, withPlainFile } from "./plain-file.js";

/** A file of the spec; `path` is relative to the spec's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** For an addition of the user to the file at `path`: its own path, from the working folder. */
  readonly addition?: string;
}

const sizeLimit = 5_000_000;

/**
 * Reads the contract in a spec folder: its JSON files and handlers, by path. The reviews in `drift/` and the
 * meta-schemas are not part of it. The folder itself may be a link. Links inside it are rejected, so that no file
 * from elsewhere is read and shown.
 */
export const readSpec = (folder: string): Outcome<readonly SourceFile[]> => readSpecFiles(folder, isContract);

/** Reads the user's additions as `readSpec` reads a spec. Problems name the user's own paths. */
export function readAdditions(folder: string): Outcome<readonly SourceFile[]> {
  const toOwn = (path: string): string => join(folder, path).replaceAll("\\", "/");
  const read = readSpecFiles(folder, isContract, "additions-unreadable");
  if (read.ok) return success(read.value.map((file) => ({ ...file, addition: toOwn(file.path) })));
  const toOwnPlace = ({ place, ...problem }: Problem): Problem =>
    place ? { ...problem, place: { ...place, file: toOwn(place.file) } } : problem;
  return failure(read.problems.map(toOwnPlace));
}

/** Reads the JSON files in `drift/`, which only `lint` and `drift` use; empty if there is no such folder. */
export const readReviews = (folder: string): Outcome<readonly SourceFile[]> =>
  readSpecFiles(folder, ({ path, item }) => item.isFile() && isReview(path) && path.endsWith(".json"));

function readSpecFiles(
  folder: string,
  isRead: (entry: FolderEntry) => boolean,
  code: "spec-unreadable" | "additions-unreadable" = "spec-unreadable",
): Outcome<readonly SourceFile[]> {
  try {
    const files = listFolderEntries(folder)
      .filter(isRead)
      .map((entry) => readEntry(folder, entry));
    const problems = files.flatMap((file) => (file.ok ? [] : file.problems));
    return problems.length > 0
      ? failure(problems)
      : success(files.flatMap((file) => (file.ok ? file.value : [])));
  } catch (error) {
    const [reason, suggestion] = [describeSystemError(error), findNearPath(folder, error)];
    return failure([report(code, { path: folder, reason, suggestion })]);
  }
}

/** Includes everything that is not a regular file, so that it is rejected. */
const isContract = ({ path, item }: FolderEntry): boolean =>
  !item.isFile() || (/\.json$|^tasks\/.*\.ts$/.test(path) && !path.startsWith("dialect/") && !isReview(path));

function readEntry(folder: string, { path, item }: FolderEntry): Outcome<SourceFile> {
  const place = { file: path, pointer: "" };
  const refuse = (reason: string) => failure([report("file-unreadable", { reason }, place)]);
  if (!item.isFile()) return failure([report("irregular-file", { kind: describeKind(item) }, place)]);
  try {
    const bytes = withPlainFile(join(folder, path), (file, size) =>
      size > sizeLimit ? undefined : readFileSync(file),
    );
    if (!bytes) return refuse(`it is larger than ${sizeLimit} bytes`);
    const text = bytes.toString("utf8");
    const detail = findEncodingFault(bytes, text);
    return detail === undefined ? success({ path, text }) : failure([report("not-utf8", { detail }, place)]);
  } catch (error) {
    return refuse(describeSystemError(error));
  }
}

const isReview = (path: string): boolean => path.startsWith("drift/");

const irregularKinds = [
  ["isSymbolicLink", "a symbolic link"],
  ["isFIFO", "a pipe"],
  ["isSocket", "a socket"],
] as const;

const describeKind = (item: Dirent): string => irregularKinds.find(([is]) => item[is]())?.[1] ?? "a device";

function findEncodingFault(bytes: Buffer, text: string): string | undefined {
  if (text.startsWith("\uFEFF")) return "it starts with a byte order mark";
  if (text.includes("\0")) return "it contains a NUL byte, like UTF-16";
  return Buffer.from(text).equals(bytes) ? undefined : "it contains invalid bytes";
}

/** A neighbor with a similar name. */
export function findNearPath(path: string, error: unknown): string | undefined {
  if (getErrorCode(error) !== "ENOENT") return undefined;
  try {
    const near = suggest(basename(path), readdirSync(dirname(path)));
    return near === undefined ? undefined : join(dirname(path), near);
  } catch {
    return undefined;
  }
}
