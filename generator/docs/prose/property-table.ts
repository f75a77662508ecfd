import { objectsIn } from "../../view/walk.js";
import type { ObjectView, TypeView, View } from "../../view/view.js";
import { toAvailability } from "../availability.js";
import type { Cell, Table, Unfolding } from "../blocks/block.js";
import { joinTexts, link, nameText, nothing, toText, type Text } from "../blocks/text.js";
import { table } from "../blocks/write.js";
import { pagePaths } from "../page.js";
import { askAbout, type AskedProperty } from "../survey/questions.js";
import type { Survey } from "../survey/survey.js";
import { deprecationText, settingText } from "./prose-text.js";
import { undocumentedText } from "./provenance.js";
import { hasRemarks } from "./remarks.js";
import { formatType } from "./type-text.js";

const columns = ["Property", "Type", "Required", "Since", "Description"];

/** Makes a table of properties, in the view's order, in which those that hold objects unfold. */
export type ToPropertyTable = (properties: readonly AskedProperty[]) => Table;

/** The table that an object unfolds to is made once, however many properties hold the object. */
export function createPropertyTables({ view, objects, questions }: Survey): ToPropertyTable {
  const pages = new Map(objects.map((object) => [object.name, object]));
  const inner = new Map<string, Table>();

  const unfold = (type: TypeView): Omit<Unfolding, "text"> | undefined => {
    const [name, ...others] = new Set(objectsIn(type).map((object) => object.name));
    const object = name === undefined ? undefined : pages.get(name);
    if (!object || others.length > 0 || object.properties.length === 0) return undefined;
    const made = inner.get(object.name) ?? toInnerTable(object);
    inner.set(object.name, made);
    return { title: object.name, table: made };
  };
  const toInnerTable = ({ name, base, properties }: ObjectView): Table => {
    const asked = askAbout(properties, questions, (property) => `${base?.name ?? name}.${property}`);
    return toTable(asked, pagePaths.object(name));
  };
  /** @param page Where the remarks are, if that is another page. */
  const toTable = (properties: readonly AskedProperty[], page?: string): Table =>
    table(
      columns,
      properties.map((property) => {
        const text = toDescription(property, page);
        const inside = unfold(property.type);
        return toRow(property, view, inside ? { text, ...inside } : text);
      }),
      "property",
    );
  return (properties) => toTable(properties);
}

const toRow = (property: AskedProperty, view: View, description: Cell): Cell[] => [
  nameText(property.name),
  formatType(property.type, view),
  property.required,
  toAvailability(property.exists, view.fleet),
  description,
];

function toDescription(property: AskedProperty, page: string | undefined): Text {
  const { prose } = property;
  const parts = [
    deprecationText(prose),
    toText(prose.description),
    settingText(prose),
    undocumentedText(property),
    hasRemarks(property) ? link("Remarks", page, "remarks") : nothing,
  ];
  return joinTexts(parts, " ");
}
