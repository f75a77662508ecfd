import { describe, expect, it } from "vitest";
import type { Model, Prose } from "../../../generator/model/model.js";
import type { EnumView, View } from "../../../generator/version/view.js";
import { eventOf, modelOf, objectOf, propertyOf, proseOf, releaseOf, viewOf } from "./hand-made.js";
import { findAll, parseMarkdown, textOf, type MarkdownNode } from "./markdown-tree.js";
import { pagesOf } from "./pages.js";

const texts = [
  "a | b || c |",
  "`a | b` and `unbalanced",
  "``` and ~~~",
  "</script><script>alert(1)</script>",
  '<img src="x" onerror="alert(1)"><!-- ',
  "{{x}} {{{y}}} {{#each z}} {1+1} ${PWN}",
  "](javascript:alert(1)) [x](javascript:alert(1)) ![i](//evil.example/i.png)",
  "<javascript:alert(1)> https://evil.example www.evil.example me@evil.example",
  "*b* _i_ **B** ~~s~~ # h &amp; &lt; &#60; \\ \\\\",
  "- item",
  "+ item",
  "# heading",
  "> quote",
  "=====",
  "[//]: # (x)",
  "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
] as const;

const broken = "one\ntwo\r\n\n| --- | --- |\n\n# heading\n\n```\n\ttab\u2028\u2029end";

describe.each([...texts, broken])("%j from the spec", (text) => {
  const { view, model } = everywhere(text);

  it("stays text wherever it stands", async () => {
    const alien = [...(await parsedPages(view, model))].flatMap(([path, page]) =>
      findAll(
        page,
        "html",
        "liquidNode",
        "image",
        "delete",
        "definition",
        "linkReference",
        "imageReference",
        "blockquote",
      )
        .filter(({ type, url }) => !(type === "definition" && url === "#"))
        .map((node) => `${path}: ${node.type} ${textOf(node)}`),
    );
    expect(alien).toEqual([]);
  });

  it("makes no heading, table or code block, and no link that leads away", async () => {
    const [hostile, plain] = await Promise.all([parsedPages(view, model), plainPages]);
    for (const [path, page] of hostile)
      expect([path, skeletonOf(page)]).toEqual([path, skeletonOf(plain.get(path))]);
  });

  it("is read in the description of a property", async () => {
    const page = (await parsedPages(view, model)).get("objects/Thing.md");
    const [table] = page ? findAll(page, "table") : [];
    expect(table && textOf(table)).toContain(asRead(text));
  });
});

const plainPages = (() => {
  const { view, model } = everywhere("plain");
  return parsedPages(view, model);
})();

async function parsedPages(view: View, model: Model): Promise<ReadonlyMap<string, MarkdownNode>> {
  const pages = await pagesOf(view, model);
  return new Map([...pages].map(([path, page]) => [path, parseMarkdown(page)]));
}

/** Spaces as Markdown has them, code spans without their backticks, and what cannot be seen written out. */
const asRead = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/`([^`]+)`/g, "$1");

/** What holds the text of a page: everything but the text itself. */
const skeletonOf = (page: MarkdownNode | undefined): string[] =>
  page
    ? findAll(
        page,
        "heading",
        "table",
        "tableRow",
        "tableCell",
        "list",
        "listItem",
        "code",
        "link",
        "thematicBreak",
      ).map(({ type, url }) => `${type} ${url ?? ""}`)
    : [];

/** A contract that says the same in every place where the spec can put text. */
function everywhere(text: string): { view: View; model: Model } {
  const prose: Prose = proseOf(text, {
    notes: [{ text }, { since: "48", text }],
    errata: [{ id: text, says: text, reading: text }],
    provenance: { kind: "assumed", basis: text },
    setting: text,
    deprecated: { replacedBy: text },
  });
  const values: EnumView = {
    prose,
    open: true,
    values: [{ value: text, description: text, since: releaseOf("59") }, { value: "" }],
    forbidden: [{ value: text, reason: { kind: "nothing-common" } }],
  };
  const thing = objectOf(
    "Thing",
    [
      propertyOf("plain", { prose, legacyNames: [text] }),
      propertyOf("named", { type: [{ kind: "enum", enum: { ...values, name: "Word" } }] }),
      propertyOf("inline", { type: [{ kind: "enum", enum: values }] }),
      propertyOf("hinted", { type: [{ kind: "text", formats: [text], hint: text }], until: releaseOf("59") }),
    ],
    { prose, forbidden: [{ name: text, reason: { kind: "other-event", events: [text] } }] },
  );
  const carried = propertyOf("thing", { type: [{ kind: "object", object: thing }], prose });
  const response = objectOf("ScanResponse", [carried], {
    forbidden: [{ name: text, reason: { kind: "nothing-common" } }],
  });
  const event = eventOf("scan", { prose, request: objectOf("ScanRequest", [carried]), response });
  const codes: EnumView = { ...values, name: "ErrorCode" };
  const view = viewOf([event], {
    errorCodes: codes,
    releases: [{ release: releaseOf("48"), summary: text, date: text }],
    omissions: [{ what: text, reason: { kind: "nothing-common" } }],
  });
  const planned = {
    name: text,
    life: {},
    planned: true,
    prose,
    requiredNow: false,
    switches: [],
    eras: [],
    legacyNames: [],
  };
  return { view, model: withExample(text, planned) };
}

function withExample(text: string, planned: Model["errorRequest"]["properties"][number]): Model {
  const body = { [text]: text, nested: [text] };
  return modelOf({
    errorRequest: { title: "ErrorRequest", prose: proseOf(text), open: true, properties: [planned] },
    examples: [
      {
        path: "x",
        event: "scan",
        description: text,
        release: releaseOf("48"),
        request: body,
        response: body,
        errorRequest: body,
      },
    ],
  });
}
