import { afterEach, beforeEach, vi } from "vitest";

/**
 * Gives each test of a file its own clock. The clock advances when nothing else is left to do, so pauses take no
 * time, but keep their order. The file must be named `x.clock.test.ts`, so that it shares its process with such
 * files only.
 */
export function useVirtualTime(): void {
  beforeEach(() => {
    const timers = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] as const;
    vi.useFakeTimers({ toFake: [...timers, "Date", "performance"] });
    vi.setTimerTickMode("nextTimerAsync");
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** Resolves after this many milliseconds of the virtual clock. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
