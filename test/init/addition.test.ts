import { expect, it } from "vitest";
import type { InitJson } from "../../generator/cli/commands/init.js";
import { readCases } from "../workbench/cases.js";
import { inSmallProject } from "../workbench/project.js";

interface Case {
  readonly name: string;
  readonly packages: readonly string[];
  readonly manifest?: object;
  readonly files: Readonly<Record<string, string>>;
  readonly framework?: string;
  readonly hasInbox?: boolean;
  readonly at?: string;
  readonly isNewNode?: boolean;
  readonly added: readonly string[];
  readonly needs: readonly string[];
  readonly code: string;
  readonly generate: string;
}

const cases = readCases("addition.yaml", import.meta) as readonly Case[];

it.each(cases)("init adds what fits $name", async ({ packages, manifest, files, isNewNode, ...given }) => {
  const { framework, hasInbox = false, at = ".", added, needs, code, generate } = given;
  const features = Object.getOwnPropertyDescriptor(process.features, "typescript");
  if (isNewNode !== undefined)
    Object.defineProperty(process.features, "typescript", {
      value: isNewNode && "strip",
      configurable: true,
    });
  await inSmallProject(async (project) => {
    const dependencies = Object.fromEntries(packages.map((name) => [name, "5"]));
    project.putAll({
      "package.json": JSON.stringify({ scripts: { start: "node ." }, ...manifest, dependencies }),
      ...files,
    });
    const events = hasInbox ? ["--events", "scanCode,printBill", "--inbox"] : ["--events", "scanCode"];
    const call = ["--dir", at, "--spec", "spec", ...events, "--json"];
    const { stdout } = await project.call("init", ...(framework ? [framework] : []), ...call);
    const told = JSON.parse(stdout) as InitJson;
    expect(told.files.toSorted()).toEqual(
      ["scenarios/scanCode.yaml", "mplus-spec/README.md", ".env", ...added].toSorted(),
    );
    expect(told.needs.map(({ path, place, lines }) => `${path}, ${place}: ${lines.join(" ")}`)).toEqual(
      needs,
    );
    const handlers = told.files.find((path) => /mplus-webhooks\.[jt]s$/.test(path)) ?? "";
    expect(project.read(`${at}/${handlers}`)).toContain(code);
    const scripts = told.next.flatMap((each) => /scripts\.(?:post)?generate=(.*)"$/.exec(each)?.[1] ?? []);
    const script = scripts.join(" && ");
    expect(script.replace(/^mplus-codegen --target [\w,]+ | ?--spec \S+(?= )/g, "").trim()).toBe(generate);
    for (const [path, text] of Object.entries(files)) expect(project.read(path)).toBe(text);
  }).finally(() => {
    if (isNewNode === undefined) return;
    if (features) Object.defineProperty(process.features, "typescript", features);
    else Reflect.deleteProperty(process.features, "typescript");
  });
});

it("init adds later events of a project with an inbox to its queued handlers", () =>
  inSmallProject(async (project) => {
    project.putAll({ "package.json": '{"dependencies":{"next":"16"}}', "app/page.js": "" });
    const call = ["init", "--spec", "spec", "--json", "--events"];
    await project.call(...call, "scanCode", "--inbox");
    const { stdout } = await project.call(...call, "printBill");
    const needs = [{ path: "mplus-webhooks.js", place: "in defineQueued({ … })" }];
    expect(JSON.parse(stdout)).toMatchObject({ files: ["scenarios/printBill.yaml"], needs });
  }));
