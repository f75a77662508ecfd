import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Changes } from "../../contract/read/small-spec.js";
import { readCases } from "../../workbench/cases.js";
import { splitWords } from "../../workbench/command.js";
import { inProject, type Project } from "../../workbench/project.js";
import { fill } from "../calls/rows.js";

/** A whole text, in which … stands for anything; a pattern; or a list of what the text must contain. */
type Expected = string | RegExp | readonly (string | RegExp)[];

/** What a user does before a call. `spec` changes the small spec, which is then in `spec/`; “removed” removes a part. */
interface Edits {
  readonly spec?: Changes;
  readonly files?: Readonly<Record<string, string>>;
  readonly moved?: Readonly<Record<string, string>>;
  readonly removed?: readonly string[];
  readonly replaced?: Readonly<Record<string, readonly [before: string, after: string]>>;
}

interface Call extends Edits {
  readonly call: string;
  readonly in?: string;
  /** Default: 0, and nothing on stderr. */
  readonly code?: number;
  readonly stdout?: Expected;
  readonly stderr?: Expected;
  /** Part of the JSON on stdout. */
  readonly json?: unknown;
  /** Prints the same as this other call. */
  readonly same?: string;
  /** Files after the call; null: no such file. */
  readonly has?: Readonly<Record<string, Expected | null>>;
  /** No file differs after the call. */
  readonly unchanged?: true;
}

export interface Transcript extends Edits {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly calls: readonly Call[];
}

/** The transcripts of each file. */
export const transcripts = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => [name.replace(".yaml", ""), readCases(name, import.meta) as readonly Transcript[]] as const);

export const play = ({ env, calls, ...edits }: Transcript): Promise<void> =>
  inProject(async (project) => {
    edit(project, edits);
    for (const call of calls) {
      edit(project, call);
      await check(project, call);
    }
  }, env);

function edit(project: Project, { spec, files = {}, moved = {}, removed = [], replaced = {} }: Edits): void {
  const { folder, put, putAll, putSpec, read } = project;
  if (spec)
    putSpec(
      Object.fromEntries(
        Object.entries(spec).map(([at, value]) => [at, value === "removed" ? undefined : value]),
      ),
    );
  putAll(files);
  for (const [from, to] of Object.entries(moved)) renameSync(join(folder, from), join(folder, to));
  for (const path of removed) rmSync(join(folder, path), { recursive: true });
  for (const [path, [before, after]] of Object.entries(replaced)) {
    expect(read(path)).toContain(before);
    put(path, read(path).replaceAll(before, after));
  }
}

async function check({ callIn, tree, read }: Project, expected: Call): Promise<void> {
  const { in: cwd = ".", code = 0, stdout, stderr = "", json, same, has = {}, unchanged } = expected;
  const before = tree();
  const ended = await callIn(cwd, ...splitWords(fill(expected.call)));
  expectText(ended.stderr, stderr, "stderr");
  if (stdout !== undefined) expectText(ended.stdout, stdout, "stdout");
  if (json !== undefined) expect(JSON.parse(ended.stdout)).toMatchObject(revive(json) as object);
  expect(ended.code, ended.stdout + ended.stderr).toBe(code);
  if (unchanged) expect(tree()).toEqual(before);
  if (same !== undefined) expect(ended).toEqual(await callIn(cwd, ...splitWords(fill(same))));
  for (const [path, content] of Object.entries(has))
    if (content === null) expect(tree()).not.toHaveProperty([path]);
    else expectText(read(path), content, path);
}

function expectText(text: string, expected: Expected, where: string): void {
  if (expected instanceof RegExp) expect(text, where).toMatch(expected);
  else if (typeof expected !== "string")
    for (const part of expected)
      if (part instanceof RegExp) expect(text, where).toMatch(part);
      else expect(text, where).toContain(fill(part));
  else if (expected.includes("…")) expect(text, where).toMatch(toPattern(fill(expected)));
  else expect(text, where).toBe(fill(expected));
}

const toPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split("…")
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join("[^]*?")}$`,
  );

/** Patterns in an expected value match texts. */
const revive = (value: unknown): unknown =>
  value instanceof RegExp
    ? expect.stringMatching(value)
    : Array.isArray(value)
      ? value.map(revive)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revive(each)]))
        : value;
