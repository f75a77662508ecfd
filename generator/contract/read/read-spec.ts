import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { report } from "../../base/problem/catalogue.js";
import {
  describeSystemError,
  failure,
  getErrorCode,
  type Outcome,
  success,
} from "../../base/problem/problem.js";
import { suggest } from "../../base/text/words.js";
import { type FolderEntry, listFolderEntries, withPlainFile } from "./plain-file.js";

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
export const readSpec = (folder: string): Outcome<readonly SourceFile[]> => readSpecFiles(folder, isContract);

/** The JSON files in the `drift/` of a spec folder, which only `lint` and `drift` read; none if it has no such folder. */
export const readReviews = (folder: string): Outcome<readonly SourceFile[]> =>
  readSpecFiles(folder, ({ path, item }) => item.isFile() && isReview(path) && path.endsWith(".json"));

function readSpecFiles(
  folder: string,
  isRead: (entry: FolderEntry) => boolean,
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
    return failure([report("spec-unreadable", { path: folder, reason, suggestion })]);
  }
}

/** Whether an entry is part of the contract. One that is not a regular file is included whatever its name, in order to refuse it. */
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

/** Whether a file is what people have reviewed of the sources, and so no part of the contract. */
const isReview = (path: string): boolean => path.startsWith("drift/");

const irregularKinds = [
  ["isSymbolicLink", "a symbolic link"],
  ["isFIFO", "a pipe"],
  ["isSocket", "a socket"],
] as const;

const describeKind = (item: Dirent): string => irregularKinds.find(([is]) => item[is]())?.[1] ?? "a device";

function findEncodingFault(bytes: Buffer, text: string): string | undefined {
  if (text.startsWith("\uFEFF")) return "it begins with a byte order mark";
  if (text.includes("\0")) return "it holds a NUL byte, as UTF-16 does";
  return Buffer.from(text).equals(bytes) ? undefined : "some bytes are no UTF-8";
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
