import { describe, it } from "vitest";
import { play, transcripts } from "./transcripts/transcript.js";

describe.each(transcripts)("%s", (_, cases) => {
  it.each(cases.map((transcript) => [transcript.name, transcript] as const))("%s", (_name, transcript) =>
    play(transcript),
  );
});
