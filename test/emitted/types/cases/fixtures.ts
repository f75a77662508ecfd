import type { TypeGroup } from "./type-group.js";

const given = (code: string): string => `export const body = ${code};`;

export const fixtureGroup: TypeGroup = {
  title: "a fixture takes what its body has",
  output: "48..",
  preamble: `
import * as fixtures from "./fixtures/index.js";
const { scanCodeRequest, completeSessionResponse, selectRelationRequest, startSessionResponse, richSessionLine } = fixtures;
export const unused = [scanCodeRequest, completeSessionResponse, selectRelationRequest, startSessionResponse, richSessionLine];
`,
  accepted: [
    'scanCodeRequest({ scanCode: { scannedCode: "LOYAL-42" } })',
    'scanCodeRequest({ session: { lines: [{ ...richSessionLine(), text: "Tea" }] } })',
    // A list instead of an object, and part of one.
    'completeSessionResponse({ receiptFooter: [{ textBefore: "Hi" }] })',
    'completeSessionResponse({ receiptFooter: { textBefore: "Hi" } })',
    // A whole object that was missing.
    'scanCodeRequest.smallest({ form: { id: "a" } })',
    "selectRelationRequest({ selectRelation: null })",
    'selectRelationRequest({ selectRelation: { relation: { name: "S. de Wit" } } })',
  ].map(given),
  refused: {
    scannedCode: ['scanCodeRequest({ scanCode: { scanedCode: "x" } })'].map(given),
    "'scan' does not exist": ["scanCodeRequest({ scan: {} })"].map(given),
    "'number' is not assignable to type 'string": ["scanCodeRequest({ scanCode: { scannedCode: 42 } })"].map(
      given,
    ),
    exactOptionalPropertyTypes: ["scanCodeRequest({ scanCode: undefined })"].map(given),
    lineId: ['scanCodeRequest({ session: { lines: [{ text: "Tea" }] } })'].map(given),
    // A part of an object that was missing.
    "'id' is missing": ["scanCodeRequest.smallest({ form: { cancelled: true } })"].map(given),
    "'{ recognized: true; }' is not assignable": [
      "startSessionResponse({ scanCode: { recognized: true } })",
    ].map(given),
  },
};
