import type { EventView, ObjectView } from "../../view/view.js";
import type { Sequence, SequenceStep } from "../blocks/sequence.js";
import type { Survey } from "../survey/survey.js";

/** The request and the answers of an event, and the answers that make the POS send it again. */
export function eventSequence({ name, request, response }: EventView, survey: Survey): Sequence {
  const carried = request.properties.filter((property) => survey.own.carried.has(property.name));
  const own = response.properties.filter((property) => survey.own.answers.has(property.name));
  const again = survey.model.flows.flatMap(({ again: rule }): SequenceStep[] =>
    rule && hasProperty(response, rule.answer)
      ? [repeatedStep(name, rule, hasProperty(request, rule.answer))]
      : [],
  );
  return {
    title: `How ${name} goes`,
    steps: [
      { kind: "request", text: withNames(`POST /${name}`, listNames(carried)) },
      { kind: "answer", text: withNames("200", [...listNames(own), "common answers, or nothing"]) },
      ...again,
    ],
  };
}

/** If the request has a property of the same name as the answer, the POS sends the outcome in it. */
function repeatedStep(
  event: string,
  { answer, until }: { answer: string; until: string },
  isCarried: boolean,
): SequenceStep {
  const request = `POST /${event} again${isCarried ? ` with ${answer}` : ""}`;
  return {
    kind: isCarried ? "opt" : "loop",
    text: `you answered with ${answer}, until ${until.replaceAll("`", "")}`,
    steps: [
      { kind: "request", text: request },
      { kind: "answer", text: "200" },
    ],
  };
}

const hasProperty = ({ properties }: ObjectView, name: string): boolean =>
  properties.some((property) => property.name === name);

const listNames = (properties: readonly { readonly name: string }[]): string[] =>
  properties.map(({ name }) => name);

const withNames = (text: string, names: readonly string[]): string =>
  names.length === 0 ? text : `${text}: ${names.join(", ")}`;
