import { dirname, join } from "node:path";
import ts from "typescript";
import { packageRoot } from "../../generator/contract/package/package-root.js";

/** Lines are 0-based. */
interface Complaint {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The files appear to be in this folder. Because it is beside our own `node_modules`, types resolve. */
const root = join(packageRoot, "in-memory");

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  types: [],
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** Caches files from the disk, mostly the standard library, which are the same in each program. */
const read = new Map<string, ts.SourceFile | undefined>();

export function checkTypes(texts: ReadonlyMap<string, string>): readonly Complaint[] {
  const files = new Map([...texts].map(([path, text]) => [join(root, path), text]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    directoryExists: (path) =>
      [...files.keys()].some((file) => dirname(file).startsWith(path)) || ts.sys.directoryExists(path),
    getSourceFile: (path, languageOptions) => {
      const text = files.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageOptions);
      if (!read.has(path)) read.set(path, disk.getSourceFile(path, languageOptions));
      return read.get(path);
    },
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => ({
    path: file?.fileName.slice(root.length + 1) ?? "",
    line: file?.getLineAndCharacterOfPosition(start).line ?? 0,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
