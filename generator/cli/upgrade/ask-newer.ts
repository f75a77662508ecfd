import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { describeSystemError } from "../../problem/system-error.js";
import { isArray, isObject, parseJson, type Json } from "../../json.js";
import type { PreviewedFile, PreviewedOutput } from "./preview.js";
import type { Newer } from "./read-newer.js";
import { runProgram, type Calling, type Ended } from "./run-program.js";

/** Has another mplus-codegen say what it would do in the working folder. It is the one that knows. */
export async function askNewer(
  { program, version }: Newer,
  options: readonly string[],
  calling: Calling,
): Promise<Outcome<readonly PreviewedOutput[]>> {
  const args = ["generate", "--dry-run", "--patch", "--json", ...options];
  try {
    return readAnswer(await runProgram([process.execPath, program], args, calling), version);
  } catch (error) {
    return refuse(version, [describeSystemError(error)]);
  }
}

function readAnswer(ended: Ended, version: string): Outcome<readonly PreviewedOutput[]> {
  const answer = parseJson(ended.stdout);
  const text = `${ended.stdout}${ended.stderr}`;
  if (ended.code !== 0)
    // Nothing else that one of our calls is refused for is about that option.
    return /--patch\b/.test(text)
      ? failure([report("upgrade-too-old", { version })])
      : refuse(version, listWords(answer, "problems") ?? [ended.stderr.replace(/^mplus-codegen: /, "")]);
  const outputs = readList(answer, "outputs")?.map(readOutput);
  if (!outputs || outputs.includes(undefined))
    return refuse(version, ["its answer is in a form that this version does not know."]);
  const warnings = listWords(answer, "warnings") ?? [];
  return success(
    outputs.flatMap((output) => output ?? []),
    warnings.map((words) => report("upgrade-warned", { version, words })),
  );
}

const refuse = (version: string, reasons: readonly string[]): Outcome<never> =>
  failure(reasons.map((words) => report("upgrade-refused", { version, words: words.trim() })));

const readList = (value: unknown, key: string): readonly Json[] | undefined => {
  const list = isObject(value) ? value[key] : undefined;
  return isArray(list) ? list : undefined;
};

/** Problems, each as one text with its place and what to do. */
const listWords = (answer: unknown, key: string): readonly string[] | undefined =>
  readList(answer, key)?.map((problem) => {
    const { message, hint, place, position } = isObject(problem) ? problem : {};
    const { file } = isObject(place) ? place : {};
    const line = isObject(position) ? position["line"] : undefined;
    const where =
      typeof file === "string" ? `${file}${typeof line === "number" ? `:${line}` : ""}:` : undefined;
    return [where, message, hint].filter((part) => typeof part === "string").join(" ");
  });

function readOutput(value: Json): PreviewedOutput | undefined {
  const { out, patch } = isObject(value) ? value : {};
  const files = readList(value, "files")?.map(readFile);
  if (typeof out !== "string" || typeof patch !== "string" || !files) return undefined;
  return { out, patch, files: files.flatMap((file) => file ?? []) };
}

const actions: readonly unknown[] = ["create", "change", "unchanged", "delete"];

function readFile(value: Json): PreviewedFile | undefined {
  const { path, target, action, added = 0, removed = 0 } = isObject(value) ? value : {};
  if (typeof path !== "string" || typeof target !== "string" || !actions.includes(action)) return undefined;
  if (typeof added !== "number" || typeof removed !== "number") return undefined;
  return { path, target, action: action as PreviewedFile["action"], added, removed };
}
