import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { ownSpec, packageRoot } from "../../../generator/contract/package/package-files.js";
import type { Project } from "../project.js";
import { rows, withSmall, type BadCall } from "./rows.js";

const frameworks = "The frameworks are next, nest, fastify, hono, koa, express, node.";
const small = withSmall();
const linked = (target: string) => (project: Project) => {
  small(project);
  symlinkSync(target, join(project.folder, "link"));
};

/** Calls whose output folder would be inside the spec, or contain it: `OUT SPEC`, and what is said. */
const overlaps = (
  lines: Readonly<Record<string, string>>,
  before = small,
  option = "--out",
  call = (out: string, spec = "") => `--target types --out ${out} --spec ${spec}`,
): BadCall[] =>
  Object.entries(lines).flatMap(([folders, sentence]) => {
    const [out = "", ...spec] = folders.split(" ");
    const rest = `so nothing was written. Choose a folder apart from the spec with ${option}.`;
    return rows("spec-overlap", { [call(out, spec.join(" "))]: `${sentence}, ${rest}` }, { before });
  });

const own = `the spec that comes with mplus-codegen (${ownSpec})`;
const init = (folder: string): string => `init express --events scanCode --spec spec --dir ${folder}`;
const nothingAdded = "So nothing was written. Mend it, or name a new folder with --dir.";
const noJson = `Nothing can be added to shop/package.json: it is not a JSON object. ${nothingAdded}`;

/** Wrong calls that would write where they must not, or make what cannot be. */
export const folderCalls: readonly BadCall[] = [
  ...overlaps({
    "spec/generated spec": "spec/generated overlaps the spec folder spec",
    "generated .": "generated overlaps the spec folder .",
    "./a/../spec/ spec": "./a/../spec/ overlaps the spec folder spec",
  }),
  ...overlaps(
    {
      "link/x spec": "link/x overlaps the spec folder spec",
      "spec/x link": "spec/x overlaps the spec folder link",
      "link spec": "link overlaps the spec folder spec",
    },
    linked("spec"),
  ),
  // A target has a folder of its name.
  ...overlaps({ ". types": "types overlaps the spec folder types" }, ({ put }) =>
    put("types/releases.json", "{}"),
  ),
  ...overlaps(
    {
      [packageRoot]: `${packageRoot} overlaps ${own}`,
      [join(ownSpec, "x")]: `${join(ownSpec, "x")} overlaps ${own}`,
    },
    small,
    "--out",
    (out) => `--target types --out ${out} --check`,
  ),
  ...overlaps({ "spec/hooks": "spec/hooks overlaps the spec folder spec" }, small, "--dir", init),
  ...overlaps(
    { ".": "./src/mplus overlaps the spec folder src" },
    ({ put }) => put("src/releases.json", "{}"),
    "--dir",
    () => "init express --spec src --dir .",
  ),
  ...overlaps({ [packageRoot]: `${packageRoot} overlaps ${own}` }, small, "--dir", init),
  ...rows("usage", {
    "init express --dir ../node_modules":
      "--dir ../node_modules is in a node_modules, which belongs to the package manager, so nothing was written. Choose another folder.",
  }),
  ...rows(
    "output-unwritable",
    {
      "--target types --spec spec --out file":
        "file/stamp.json cannot be written: the output folder is not a folder.",
      "--target types --spec spec --out file/out":
        "file/out/stamp.json cannot be written: it is not a folder.",
      [init("file")]: "file/package.json cannot be written: the output folder is not a folder.",
      [init("shop")]: "shop/src/app.ts cannot be written: src is not a folder but a file.",
    },
    { before: withSmall({ file: "mine\n", "shop/src": "mine\n" }) },
  ),
  ...rows(
    "foreign-files",
    {
      "--target types --spec spec":
        "generated/types/index.ts is in the way: mplus-codegen did not write it, so nothing was written. Move it, or choose another folder with --out, or with --dir for a project.",
    },
    { before: withSmall({ "generated/types/index.ts": "mine\n" }) },
  ),
  ...rows(
    "folder-of-others",
    {
      "init express --spec spec --events scanCode":
        'mplus-express/src/mplus holds files that mplus-codegen did not write ("mine.ts", for one), so nothing was written. Choose a new or an empty folder with --out, or with --dir for a project; generated files need a folder of their own.',
    },
    { before: withSmall({ "mplus-express/src/mplus/mine.ts": "mine\n" }) },
  ),
  ...rows(
    "folder-of-others",
    {
      "--target types --spec spec --out .":
        '. holds files that mplus-codegen did not write ("spec", for one), so nothing was written. Choose a new or an empty folder with --out, or with --dir for a project; generated files need a folder of their own.',
    },
    { before: small },
  ),
  ...rows("unknown-framework", {
    "init expres": `There is no framework "expres" to make a project for. Did you mean "express"? ${frameworks}`,
    "init docs": `There is no framework "docs" to make a project for. ${frameworks}`,
  }),
  ...rows("usage", {
    "init --spec spec":
      "Say which framework the project is for. It is one of next, nest, fastify, hono, koa, express, node. For example: mplus-codegen init express",
    "init next":
      "There is no Next project in .: init adds the webhooks to one. Create it first: npx create-next-app@latest. Then run init in its folder.",
  }),
  ...rows("platform-target", {
    "init lambda":
      'lambda runs on AWS Lambda, whose own tools make the project; init does not. Add the handler to yours: mplus-codegen --target lambda (in the README: "lambda").',
  }),
  ...rows(
    "package-json-unusable",
    { [init("shop")]: noJson },
    { before: withSmall({ "shop/package.json": "{" }) },
  ),
  ...rows(
    "usage",
    {
      [init("''")]: "--dir needs a value. See mplus-codegen init --help.",
      "init express --spec spec --events ' , '":
        "Say which events to begin with. For example: --events printBill",
    },
    { before: small },
  ),
  ...rows(
    "unknown-event",
    {
      "init express --spec spec --events scanCode,prinBill":
        'There is no event "prinBill". Did you mean "printBill"?',
      "init express --spec spec --events nonsense":
        'There is no event "nonsense". The events are printBill, scanCode.',
    },
    { before: small },
  ),
  ...rows("event-not-in-fleet", {
    "init express --max-version 40 --events scanCode,selectRelation":
      "No shop of the fleet sends the event selectRelation (since v43.1.1: in no shop of ..40). Name other events, or widen the range with --min-version or --max-version.",
  }),
];
