import type { View } from "../../view/view.js";
import { toAvailability } from "../availability.js";
import type { Cell, Table } from "../blocks/block.js";
import { joinTexts, link, nameText, nothing, toText, type Text } from "../blocks/text.js";
import { table } from "../blocks/write.js";
import type { AskedProperty } from "../survey/questions.js";
import { deprecationText, settingText } from "./prose-text.js";
import { undocumentedText } from "./provenance.js";
import { hasRemarks } from "./remarks.js";
import { formatType } from "./type-text.js";

const columns = ["Property", "Type", "Required", "Since", "Description"];

/** A table of properties, in the view's order. */
export const propertyTable = (properties: readonly AskedProperty[], view: View): Table =>
  table(
    columns,
    properties.map((property) => toRow(property, view)),
    "property",
  );

const toRow = (property: AskedProperty, view: View): Cell[] => [
  nameText(property.name),
  formatType(property.type, view),
  property.required,
  toAvailability(property.exists, view.fleet),
  toDescription(property),
];

function toDescription(property: AskedProperty): Text {
  const { prose } = property;
  const parts = [
    deprecationText(prose),
    toText(prose.description),
    settingText(prose),
    undocumentedText(property),
    hasRemarks(property) ? link("Remarks", undefined, "remarks") : nothing,
  ];
  return joinTexts(parts, " ");
}
