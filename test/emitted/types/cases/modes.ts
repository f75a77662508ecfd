import { routerPreamble, type TypeGroup } from "./type-group.js";

/** A handler that reads an article's number, which is a 64-bit integer, and answers another. */
const handlerOf = (literal: string): string => `
mount({
  scanCode: ({ request }) => {
    const articleNumber: number | undefined = request.session.lines?.[0]?.articleNumber;
    return { lineAdditions: [articleNumber === undefined ? { articleNumber: ${literal} } : { articleNumber }] };
  },
});
`;

/** Two fields that came with 59.3.4. */
const form = `({ version: "1.2", form: { id: "f", title: "Who are you?", fields: [
  { id: "name", type: "text", required: true, label: "Name", separator: "above" },
  { id: "note", type: "label", required: false, label: "Thank you" }] } })`;

/** What the options of an output make of its types. */
export const modeGroups: readonly TypeGroup[] = [
  {
    title: "64-bit integers are numbers",
    output: "48..",
    preamble: routerPreamble,
    accepted: [handlerOf("12")],
    refused: { "is not assignable to type 'number": ["12n", '"12"'].map(handlerOf) },
  },
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
