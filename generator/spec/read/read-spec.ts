import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { report } from "../../problem/catalogue.js";
import {
  describeSystemError,
  failure,
  getErrorCode,
  type Outcome,
  type Problem,
  success,
} from "../../problem/problem.js";
import { withPlainFile } from "./plain-file.js";
import { suggest } from "../../text/words.js";

/** One file of the spec as it lies on disk; `path` is relative to the spec's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const sizeLimit = 5_000_000;

/**
 * The contract in a spec folder: its JSON files and the handlers among them, by path. Neither the reviews in `drift/` nor the dialect's own
 * meta-schemas are part of it. The folder itself may be reached by a link; below it there are none, so that nothing from elsewhere is read and shown.
 */
export const readSpec = (folder: string): Outcome<readonly SourceFile[]> => readFiles(folder, isContract);

/** The JSON files in the `drift/` of a spec folder, which only `lint` and `drift` read; none if it has no such folder. */
export const readReviews = (folder: string): Outcome<readonly SourceFile[]> =>
  readFiles(folder, ({ path, item }) => item.isFile() && isReview(path) && path.endsWith(".json"));

function readFiles(folder: string, isRead: (entry: Entry) => boolean): Outcome<readonly SourceFile[]> {
  const listing = listEntries(folder);
  if (!listing.ok) return listing;
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  for (const entry of listing.value.filter(isRead)) {
    const file = readEntry(folder, entry);
    if (file.ok) files.push(file.value);
    else problems.push(...file.problems);
  }
  return problems.length > 0 ? failure(problems) : success(files);
}

/** An entry of a spec folder, at any depth, that is not a folder itself. */
interface Entry {
  readonly path: string;
  readonly item: Dirent;
}

function listEntries(folder: string): Outcome<readonly Entry[]> {
  try {
    return success(entriesBelow(folder, "").sort((a, b) => (a.path < b.path ? -1 : 1)));
  } catch (error) {
    const suggestion = findNearPath(folder, error);
    return failure([
      report("spec-unreadable", { path: folder, reason: describeSystemError(error), suggestion }),
    ]);
  }
}

/** Reads folder by folder, because `recursive` follows links in some versions of Node. */
function entriesBelow(root: string, folder: string): Entry[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = folder === "" ? item.name : `${folder}/${item.name}`;
    return item.isDirectory() ? entriesBelow(root, path) : [{ path, item }];
  });
}

/** Whether an entry is part of the contract. One that is not a regular file is included whatever its name, in order to refuse it. */
const isContract = ({ path, item }: Entry): boolean =>
  !item.isFile() || (/\.json$|^tasks\/.*\.ts$/.test(path) && !path.startsWith("dialect/") && !isReview(path));

function readEntry(folder: string, { path, item }: Entry): Outcome<SourceFile> {
  const place = { file: path, pointer: "" };
  if (!item.isFile()) return failure([report("irregular-file", { kind: describeKind(item) }, place)]);
  try {
    return withPlainFile(join(folder, path), (file, size) =>
      size > sizeLimit
        ? failure([report("file-unreadable", { reason: `it is larger than ${sizeLimit} bytes` }, place)])
        : decode(path, readFileSync(file)),
    );
  } catch (error) {
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}

/** Whether a file is what people have reviewed of the sources, and so no part of the contract. */
const isReview = (path: string): boolean => path.startsWith("drift/");

const irregularKinds = [
  ["isSymbolicLink", "a symbolic link"],
  ["isFIFO", "a pipe"],
  ["isSocket", "a socket"],
] as const;

const describeKind = (item: Dirent): string => irregularKinds.find(([is]) => item[is]())?.[1] ?? "a device";

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

/** The path that was probably meant by one that leads to nothing: of what lies beside it, what has nearly that name. */
export function findNearPath(path: string, error: unknown): string | undefined {
  if (getErrorCode(error) !== "ENOENT") return undefined;
  try {
    const near = suggest(basename(path), readdirSync(dirname(path)));
    return near === undefined ? undefined : join(dirname(path), near);
  } catch {
    return undefined;
  }
}
