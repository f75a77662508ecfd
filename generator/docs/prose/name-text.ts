import { code, link, toText, type Text } from "../blocks/text.js";
import { linkToEnum, linkToEvent, linkToObject } from "../links.js";
import { pagePaths } from "../page.js";
import type { Survey } from "../survey/survey.js";

/** A link to the event or the type of a name; a type that no event leads to has no page. */
export function linkToName(name: string, { view, objects, enums }: Survey): Text {
  const isNamed = (thing: { readonly name?: string }): boolean => thing.name === name;
  if (view.events.some(isNamed)) return linkToEvent(name);
  if (objects.some(isNamed)) return linkToObject(name);
  if (enums.some(isNamed) || name === view.errorCodes?.name) return linkToEnum(name, view);
  const [holder, property] = name.split(".");
  const isProperty = property !== undefined && objects.some((object) => object.name === holder);
  return isProperty ? link(code(name), pagePaths.object(holder ?? "")) : toText(name);
}
