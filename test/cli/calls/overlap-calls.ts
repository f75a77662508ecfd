import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ownSpec, packageRoot } from "../../../generator/package/package-files.js";
import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { Project } from "../project.js";

/** Calls whose output folder would be inside the spec, or contain it; each is run as all wrong calls are. */
interface OverlapCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly before?: (project: Project) => void;
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

const small = (project: Project): void => project.putSpec();

const linked =
  (link: string, target: string) =>
  (project: Project): void => {
    small(project);
    symlinkSync(target, join(project.folder, link));
  };

const refusal = (sentence: string, option = "--out"): OverlapCall["want"] => ({
  code: "spec-overlap",
  line: `${sentence}, so nothing was written. Choose a folder apart from the spec with ${option}.`,
});

const generate = (
  name: string,
  given: readonly [out: string, spec: string, ...more: string[]],
  verb: string,
  before = small,
): OverlapCall => {
  const [out, spec, ...more] = given;
  return {
    name,
    given: ["--target", "types", "--out", out, "--spec", spec, ...more],
    before,
    want: refusal(`${out} ${verb} the spec folder ${spec}`),
  };
};

const init = (name: string, dir: string, verb: string, before = small): OverlapCall => ({
  name,
  given: ["init", "express", "--events", "scanCode", "--spec", "spec", "--dir", dir],
  before,
  want: refusal(`${dir} ${verb} the spec folder spec`, "--dir"),
});

const own = `the spec that comes with mplus-codegen (${ownSpec})`;

export const overlapCalls: readonly OverlapCall[] = [
  generate("output in the spec", ["spec/generated", "spec"], "is inside"),
  generate("output in the spec, to compare", ["spec/generated", "spec", "--check"], "is inside"),
  generate("output in the spec, to try", ["spec/generated", "spec", "--dry-run"], "is inside"),
  generate("output deep in the spec", ["spec/a/b/../b/c", "./spec/"], "is inside"),
  generate("output in a folder of the spec", ["spec/examples", "spec"], "is inside"),
  generate("output in a spec that is the current folder", ["generated", "."], "is inside"),
  generate("output in the spec, by a roundabout way", ["out/../spec/x", "spec"], "is inside"),
  generate("output in the spec, by a link to it", ["link/x", "spec"], "is inside", linked("link", "spec")),
  generate(
    "output in the spec, by a link that leads nowhere yet",
    ["link", "spec"],
    "is inside",
    linked("link", "spec/generated"),
  ),
  generate(
    "output in a spec that is reached by a link",
    ["spec/x", "link"],
    "is inside",
    linked("link", "spec"),
  ),
  generate("a spec in the output", [".", "spec"], "contains"),
  generate("a spec in the output, to compare", [".", "spec", "--check"], "contains"),
  generate("a spec in the output, to try", [".", "spec", "--dry-run"], "contains"),
  generate("a spec deep in the output", ["a", "a/b/spec"], "contains", ({ folder }) => {
    mkdirSync(join(folder, "a/b/spec"), { recursive: true });
  }),
  generate("a spec in the output, by a link", ["link", "spec"], "contains", linked("link", ".")),
  generate("output that is the spec", ["spec", "spec"], "is"),
  generate("output that is the spec, by other names", ["./a/../spec/", "spec"], "is"),
  generate("output that is a link to the spec", ["link", "spec"], "is", linked("link", "spec")),
  {
    name: "output that holds the installed spec",
    given: ["--target", "types", "--out", packageRoot],
    want: refusal(`${packageRoot} contains ${own}`),
  },
  {
    name: "output in the installed spec",
    given: ["--target", "types", "--out", join(ownSpec, "generated"), "--dry-run"],
    want: refusal(`${join(ownSpec, "generated")} is inside ${own}`),
  },
  init("a project in the spec", "spec/hooks", "is inside"),
  init("a project that contains the spec", ".", "contains"),
  init("a project in the place of the spec", "spec", "is"),
  init("a project in the spec, by a link", "link/hooks", "is inside", linked("link", "spec")),
];
