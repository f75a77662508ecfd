import type { TextFormat } from "../../generator/spec/dialect.js";
import type { FlowModel } from "../../generator/model/flow-model.js";
import type { Model, PropertyModel, Prose } from "../../generator/model/model.js";
import type { EnumView, View } from "../../generator/view/view.js";
import { eventOf, modelOf, objectOf, propertyOf, proseOf, releaseOf, viewOf } from "./hand-made.js";

/** What a description may hold that could be taken for markup, code or a link. */
export const hostileTexts = [
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
  "zero\u200bwidth \u202eright to left\u202c \ufeff\u00ad",
  "; end\nPOS->>You: x # %% { } <b> `y",
  "|`</script>{{x}}](javascript:alert(1))".repeat(270),
  "one\ntwo\r\n\n| --- | --- |\n\n# heading\n\n```\n\ttab\u2028\u2029end",
] as const;

/** A contract that says the same in every place where the spec can put text. */
export function everywhere(text: string): { view: View; model: Model } {
  const prose: Prose = proseOf(text, {
    notes: [{ text }, { since: "48", text }],
    // The dialect lets nothing else be an id.
    errata: [{ id: "E01", says: text, reading: text }],
    provenance: { kind: "assumed", basis: text },
    setting: text,
    deprecated: { replacedBy: text },
  });
  const values: EnumView = {
    prose,
    open: true,
    values: [{ value: text, description: text, advice: text, since: releaseOf("59") }, { value: "" }],
    forbidden: [{ value: text, reason: { kind: "nothing-common" } }],
  };
  const thing = objectOf(
    "Thing",
    [
      propertyOf("plain", { prose, legacyNames: [text] }),
      propertyOf("named", { type: [{ kind: "enum", enum: { ...values, name: "Word" } }] }),
      propertyOf("inline", { type: [{ kind: "enum", enum: values }] }),
      propertyOf("hinted", {
        type: [{ kind: "text", formats: [text as TextFormat], hint: text as TextFormat }],
        exists: [{ until: releaseOf("59") }],
      }),
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
  const planned: PropertyModel = {
    name: text,
    exists: [{}],
    aside: { kind: "planned" },
    prose,
    required: [],
    eras: [{ exists: [{}], type: [] }],
    legacyNames: [],
    undocumented: "nothing",
    inlined: false,
  };
  return { view, model: withExample(text, planned) };
}

function withExample(text: string, planned: Model["errorRequest"]["properties"][number]): Model {
  const body = { [text]: text, nested: [text], thing: { plain: text } };
  const release = releaseOf("48");
  const bodies = { request: body, response: body, errorRequest: body };
  const example = { path: "x", event: "scan", description: text, release, ...bodies };
  const provenance = { kind: "assumed", basis: text } as const;
  const flow: FlowModel = {
    name: "flow",
    title: text,
    want: text,
    description: text,
    anyEvent: true,
    setUp: [{ event: "scan", blocking: true, polling: true, text }],
    steps: [
      {
        ...{ id: "a", event: "scan", isReport: false, between: ["b"], text, do: text, provenance },
        with: { thing: text },
        call: { address: `/thing/${text}`, when: text, text, provenance },
        next: [
          { answer: { thing: text }, till: text, to: "a", example, text, provenance },
          { answer: { [text]: [text] }, to: "b" },
          { till: text, to: "back" },
        ],
      },
      {
        ...{ id: "b", event: "scan", isReport: true, between: [], text },
        next: [{ to: "c", example }],
      },
    ],
    ends: [{ id: "c", text }],
    notes: [{ text, provenance }],
  };
  const question = { id: "open", question: text, known: text, findOut: text };
  const known = { unknown: [question], provenance };
  return modelOf({
    errorRequest: { title: "ErrorRequest", prose: proseOf(text), open: true, properties: [planned] },
    examples: [example],
    flows: [flow],
    tasks: [
      {
        name: "task",
        title: text,
        description: text,
        flow,
        handler: text,
        test: [text],
        unknown: [question],
      },
    ],
    subscription: {
      description: text,
      where: { menu: text, meaning: text, notes: [text] },
      needs: [{ text, provenance }],
      settings: [
        { id: "a", of: "event", name: text, description: text, choose: text, share: "openly", ...known },
        { id: "b", of: "event", name: text, description: text, choose: text, question: text, ...known },
      ],
    },
    glossary: [{ term: text, dutch: text, meaning: text, see: [text, "scan"] }],
  });
}
