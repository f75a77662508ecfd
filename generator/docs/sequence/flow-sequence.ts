import type { FlowModel } from "../../model/model.js";
import type { Sequence, SequenceStep } from "../blocks/sequence.js";
import type { Survey } from "../survey/survey.js";

/** The requests and answers of a flow's examples. */
export const flowSequence = ({ title, steps }: FlowModel, { view }: Survey): Sequence => {
  const shared = new Set(
    view.commonRequest.properties.filter(({ required }) => required).map(({ name }) => name),
  );
  return {
    title,
    steps: steps.flatMap(({ apart, example: { event, request, response, errorRequest } }): SequenceStep[] => [
      ...(apart ? [{ kind: "note", text: "in another session" } as const] : []),
      ...(request === undefined
        ? []
        : [
            requestStep(
              `POST /${event}`,
              listKeys(request).filter((key) => !shared.has(key)),
            ),
          ]),
      ...(response === undefined ? [] : [answerStep(listKeys(response))]),
      ...(errorRequest === undefined
        ? []
        : [requestStep(`POST /${event}`, listKeys(errorRequest)), answerStep([])]),
    ]),
  };
};

const requestStep = (text: string, keys: readonly string[]): SequenceStep => ({
  kind: "request",
  text: keys.length === 0 ? text : `${text}: ${keys.join(", ")}`,
});

const answerStep = (keys: readonly string[]): SequenceStep => ({
  kind: "answer",
  text: keys.length === 0 ? "nothing to do" : keys.join(", "),
});

const listKeys = (body: unknown): string[] =>
  typeof body === "object" && body !== null ? Object.keys(body) : [];
