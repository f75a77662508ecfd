import { routerPreamble, type TypeGroup } from "./type-group.js";

/** The same integer, as each mode's types have it, and as a text, as none has it. */
const literals = { number: "12", bigint: "12n", string: '"12"' } as const;
type Mode = "number" | "bigint";

/** A handler that reads an article's number and answers another. */
const handlerOf = (mode: Mode, literal: string): string => `
mount({
  scanCode: ({ request }) => {
    const articleNumber: ${mode} | undefined = request.session.lines?.[0]?.articleNumber;
    return { lineAdditions: [articleNumber === undefined ? { articleNumber: ${literal} } : { articleNumber }] };
  },
});
`;

const modes: readonly (readonly [Mode, string])[] = [
  ["number", "48.."],
  ["bigint", "bigint"],
];

/** Two fields that came with 59.3.4. */
const form = `({ version: "1.2", form: { id: "f", title: "Who are you?", fields: [
  { id: "name", type: "text", required: true, label: "Name", separator: "above" },
  { id: "note", type: "label", required: false, label: "Thank you" }] } })`;

/** What the options of an output make of its types. */
export const modeGroups: readonly TypeGroup[] = [
  ...modes.map(([mode, output]): TypeGroup => {
    const others = (["number", "bigint", "string"] as const).filter((other) => other !== mode);
    return {
      title: `64-bit integers as ${mode} are written in no other form`,
      output,
      preamble: routerPreamble,
      accepted: [handlerOf(mode, literals[mode])],
      refused: {
        [`is not assignable to type '${mode}`]: others.map((other) => handlerOf(mode, literals[other])),
      },
    };
  }),
  {
    title: "gated types take what some shop takes, and no other event's answer",
    output: "gated",
    preamble: routerPreamble,
    accepted: [`mount({ scanCode: () => ${form} });`],
    refused: { receiptFooter: ["mount({ scanCode: () => ({ receiptFooter: {} }) });"] },
  },
  {
    title: "safe types are narrower",
    output: "48..",
    preamble: routerPreamble,
    refused: { form: [`mount({ scanCode: () => ${form} });`] },
  },
];
