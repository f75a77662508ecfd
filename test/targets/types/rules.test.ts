import ts from "typescript";
import { addedIn } from "../../../generator/base/time/spans.js";
import { beforeAll, describe, expect, it } from "vitest";
import { formatRelease } from "../../../generator/base/time/release.js";
import { collectTypes, withoutShared } from "../../../generator/contract/view/walk.js";
import type { ObjectView, View } from "../../../generator/contract/view/view.js";
import { collectFiles, type Range } from "../../workbench/emit.js";
import { generation } from "../../workbench/outputs.js";

describe.each<Range>(["..", "48.."])("the types of %s", (range) => {
  let view: View;
  let text = "";
  let nodes: readonly ts.Statement[] = [];
  const interfaces = () =>
    new Map(nodes.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]));

  const memberOf = ({ name }: ObjectView, property: string) =>
    interfaces()
      .get(name)
      ?.members.find((member) => member.name?.getText() === property);

  beforeAll(async () => {
    const made = await generation(range, { targets: ["types"] });
    view = made.view;
    const files = [...collectFiles(made)];
    text = files.map(([, content]) => content).join("\n");
    nodes = files.flatMap(([path, content]) => [
      ...ts.createSourceFile(path, content, ts.ScriptTarget.ES2022, true).statements,
    ]);
  });

  it("never say any", () => {
    expect(allNodes(nodes).filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  it("are named as in the spec, each once", () => {
    const declared = nodes
      .filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      .map(({ name }) => name.text);
    const shared = [view.commonRequest, view.commonResponse, view.foreignAnswers];
    const { objects, enums } = collectTypes([...shared, ...rootsOf(view)]);
    const named = [...objects, ...enums].map(({ name }) => name);
    const index = [
      "WebhookEventName",
      "WebhookRequests",
      "WebhookResponses",
      "OldestShop",
      "ForbiddenReasons",
    ];
    // A base without some of its properties is a type of its own.
    const whole = declared.filter((name) => !/^[A-Z]\w+Without[A-Z]/.test(name));
    expect(whole.sort()).toEqual([...named, ...index].sort());
  });

  it("have the properties of the view in its order, required where it says so, and never where it forbids", () => {
    for (const [object, base] of ownParts(view)) {
      const own = base ? withoutShared(object, base) : object;
      const members = interfaces().get(object.name)?.members.filter(ts.isPropertySignature) ?? [];
      const printed = members.map((member) => {
        const type = member.type?.kind === ts.SyntaxKind.NeverKeyword ? "never" : "a type";
        return `${member.name.getText()}${member.questionToken ? "?" : ""}: ${type}`;
      });
      const wanted = [
        ...own.properties.map(({ name, required }) => `${name}${required ? "" : "?"}: a type`),
        ...own.forbidden.map(({ name }) => `${name}?: never`),
      ];
      expect([object.name, ...printed]).toEqual([object.name, ...wanted]);
    }
  });

  it("say since when a property exists that not every shop knows, and which are deprecated", () => {
    for (const [object, base] of ownParts(view)) {
      for (const property of object.properties) {
        const member = memberOf(object, property.name) ?? (base && memberOf(base, property.name));
        const tags = member ? ts.getJSDocTags(member).map((tag) => tag.tagName.text) : ["(not there)"];
        const { prose } = property;
        const since = addedIn(property.exists);
        const wanted = [...(since ? ["since"] : []), ...(prose.deprecated ? ["deprecated"] : [])];
        const printed = tags.filter((tag) => !["format", "example", "minimum", "maximum"].includes(tag));
        expect([object.name, property.name, ...printed]).toEqual([object.name, property.name, ...wanted]);
        if (since !== undefined) expect(member?.getFullText()).toContain(`@since v${formatRelease(since)}\n`);
      }
    }
  });

  it("have a comment each, on one line where it has one line", () => {
    const named = nodes.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
    const bare = named
      .flatMap((node) => [node, ...(ts.isInterfaceDeclaration(node) ? node.members : [])])
      .filter(
        (node) => !ts.isIndexSignatureDeclaration(node) && ts.getJSDocCommentsAndTags(node).length === 0,
      )
      .map((node) => `${ts.isPropertySignature(node) ? nameOf(node.parent) : ""}.${nameOf(node)}`)
      .filter((name) => !/^(?:WebhookResponses|ForbiddenReasons)\./.test(name));
    expect(bare).toEqual([]);
    expect(text).not.toMatch(/\/\*\*\n\s*\* [^\n]*\n\s*\*\//);
  });
});

const nameOf = (node: ts.Node): string => (node as ts.NamedDeclaration).name?.getText() ?? "";

const allNodes = (nodes: readonly ts.Node[]): ts.Node[] =>
  nodes.flatMap((node) => [node, ...allNodes(node.getChildren())]);

const rootsOf = ({ events, errorRequest }: View): readonly ObjectView[] => [
  ...events.flatMap(({ request, response }) => [request, response]),
  errorRequest,
];

function ownParts(view: View): readonly (readonly [ObjectView, ObjectView | undefined])[] {
  const requests = new Set(view.events.map(({ request }) => request.name));
  const responses = new Set(view.events.map(({ response }) => response.name));
  return collectTypes(rootsOf(view)).objects.map((object) => {
    if (requests.has(object.name)) return [object, view.commonRequest];
    return [object, responses.has(object.name) ? view.commonResponse : undefined];
  });
}
