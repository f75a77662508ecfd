import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBuildId } from "../contract/package/build-id.js";
import { listFolderEntries } from "../contract/read/plain-file.js";
import type { ProcessOutput, Settled } from "./command-result.js";

/**
 * A call that found nothing to do, with the state of all files that it read and would write: their sizes, inodes and
 * times. The same call of the same build, with all of them in that state, ends the same without reading any.
 */
interface Note extends Settled {
  readonly build: string;
  readonly call: string;
  readonly state: string;
  readonly ending: ProcessOutput;
}

/** So many calls are remembered: a project has a few, made in turn. */
const maxNotes = 20;

/** Returns how an earlier run of the same call ended; undefined unless it would end so again. */
export function recallEnding(argv: readonly string[]): ProcessOutput | undefined {
  const path = findNotes();
  const call = describeCall(argv);
  const note = path === undefined ? undefined : readNotes(path).find((other) => other.call === call);
  const isSame = note !== undefined && note.build === readBuildId() && note.state === readState(note)?.text;
  return isSame ? note.ending : undefined;
}

/** Remembers how a call ended that began at this time and found nothing to do. */
export function rememberEnding(
  argv: readonly string[],
  { settled, code, stdout, stderr }: ProcessOutput & { readonly settled: Settled },
  began: number,
): void {
  const [path, build] = [findNotes(), readBuildId()];
  const state = readState(settled);
  // What was edited since may have been read before that.
  if (path === undefined || build === undefined || !state || state.changed >= began) return;
  const call = describeCall(argv);
  const others = readNotes(path).filter((other) => other.build === build && other.call !== call);
  const note: Note = { ...settled, build, call, state: state.text, ending: { code, stdout, stderr } };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify([...others, note].slice(-maxNotes)));
  } catch {
    // Without the note the next run only does all the work again.
  }
}

const describeCall = (argv: readonly string[]): string => JSON.stringify([process.cwd(), ...argv]);

/** Notes lie in the nearest `node_modules/.cache`. A project without `node_modules` has none. */
function findNotes(folder = process.cwd()): string | undefined {
  const home = join(folder, "node_modules");
  if (existsSync(home)) return join(home, ".cache/mplus-codegen/settled.json");
  return dirname(folder) === folder ? undefined : findNotes(dirname(folder));
}

function readNotes(path: string): readonly Note[] {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as readonly Note[];
  } catch {
    return [];
  }
}

/** The state of files, and when the last of them changed; undefined where one is a link, which does not tell. */
function readState({ inputs, outputs }: Settled): { text: string; changed: number } | undefined {
  let [text, changed] = ["", 0];
  for (const path of [...inputs.flatMap(toFiles), ...outputs]) {
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status?.isSymbolicLink()) return undefined;
    const { size = 0, ino = 0, mtimeMs = 0, ctimeMs = 0 } = status ?? {};
    text += `${path} ${size} ${ino} ${mtimeMs} ${ctimeMs}\n`;
    changed = Math.max(changed, ctimeMs + toGrain(ctimeMs));
  }
  return { text, changed };
}

/** In how many milliseconds a file may change twice and show one time: some file systems know whole seconds only. */
const toGrain = (time: number): number => (time % 1000 === 0 ? 2000 : 20);

/** The files below a folder, or the file itself, which need not exist. */
function toFiles(path: string): readonly string[] {
  try {
    return listFolderEntries(path).map((entry) => join(path, entry.path));
  } catch {
    return [path];
  }
}
