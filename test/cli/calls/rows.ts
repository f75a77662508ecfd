import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { ProblemCode } from "../../../generator/base/problem/catalogue.js";
import { ownSpec, packageRoot } from "../../../generator/contract/package/package-files.js";
import { targets } from "../../../generator/targets/all.js";
import { secret } from "../../conformance/signature.js";
import type { Changes } from "../../contract/read/small-spec.js";
import { splitWords } from "../../workbench/command.js";
import type { Project } from "../../workbench/project.js";
import { frozenSpec } from "../../workbench/real-spec.js";

export interface Call {
  readonly name: string;
  readonly words: readonly string[];
  readonly before: (project: Project) => void;
  readonly environment: Readonly<Record<string, string>>;
  /** The expected message; one that ends in "…" is only a part of it. Each problem is on its own line. */
  readonly message: string;
  readonly code: ProblemCode;
  readonly at?: string | undefined;
}

/** Calls as typed in a shell with the same problem code, and their messages. */
export interface CallsOfCode {
  readonly code: ProblemCode;
  readonly calls: Readonly<Record<string, string>>;
  /** Changes to the small spec, which is in `spec/`. Without them, there is no spec. */
  readonly spec?: Changes;
  readonly files?: Readonly<Record<string, string>>;
  readonly lay?: keyof typeof layers;
  readonly env?: Readonly<Record<string, string>>;
  readonly at?: string;
}

/** Files that YAML cannot contain. */
const layers = {
  "a link": ({ folder }: Project) => symlinkSync("spec", join(folder, "link")),
  "a pipe": ({ folder }: Project) => void execFileSync("mkfifo", [join(folder, "pipe.yaml")]),
  "a long file": ({ put }: Project) => put("long.yaml", "# €\n".repeat(150_000)),
};

const names: readonly (readonly [name: string, text: string])[] = [
  ["FROZEN", frozenSpec],
  ["OWN_SPEC", ownSpec],
  ["PACKAGE", packageRoot],
  ["SECRET_CUT", secret.replace("=", "")],
  ["SECRET", secret],
  ["TARGETS", targets.map(({ name }) => name).join(", ")],
];

export const fill = (text: string): string =>
  names.reduce((filled, [name, value]) => filled.replaceAll(new RegExp(`\\b${name}\\b`, "g"), value), text);

export const toCalls = ({ code, calls, spec, files = {}, lay, env = {}, at }: CallsOfCode): readonly Call[] =>
  Object.entries(calls).map(([line, message]) => ({
    name: line,
    words: splitWords(fill(line)),
    before: (project) => {
      if (spec) project.putSpec(spec);
      project.putAll(files);
      if (lay) layers[lay](project);
    },
    environment: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])),
    message: fill(message),
    code,
    at,
  }));
