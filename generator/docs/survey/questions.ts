import type { Model } from "../../model/model.js";
import type { QuestionEntry } from "../../spec/dialect.js";
import type { PropertyView } from "../../view/view.js";

/** What no source answers, by the name of what it is about: a type, a property of one, an event, an object of events. */
export type Questions = ReadonlyMap<string, readonly QuestionEntry[]>;

/** A property, and what no source answers about it. */
export interface AskedProperty extends PropertyView {
  readonly questions?: readonly QuestionEntry[];
}

export const findQuestions = ({ questions }: Model): Questions =>
  new Map(
    questions
      .flatMap(({ about = [] }) => about)
      .map((name) => [name, questions.filter(({ about }) => about?.includes(name))]),
  );

/**
 * Adds the questions to properties: those of a type are asked about as `Type.property`, those of a request or an answer by
 * their name, unless an event has the same one.
 */
export function askAbout(
  properties: readonly PropertyView[],
  questions: Questions,
  toName: (property: string) => string | undefined,
): AskedProperty[] {
  return properties.map((property) => {
    const found = questions.get(toName(property.name) ?? "");
    return found ? { ...property, questions: found } : property;
  });
}
