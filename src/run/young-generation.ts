/**
 * Keeps V8's young generation small while bytes pass through this process. Every chunk of a body is a buffer outside the heap that
 * is freed when the young generation is collected; one that loading has grown to 16 MB is collected so seldom that 64 MB of dead
 * buffers gather first, and for them V8 marks the whole heap, again and again (`Heap::ReportExternalMemoryPressure`).
 */
import { setFlagsFromString } from "node:v8";

/** V8 reads the factor whenever the young generation is about to grow; 2 is what it has by itself. */
const GROWTH = "--semi-space-growth-factor";

/** What so many connections have under way does not fit in 1 MB, and would be taken for old: 64, with two sockets each. */
const MANY_SOCKETS = 128;
const LOOK_EVERY_MS = 500;

/** From now on it does not grow, unless many connections are open at once. The answer lets it grow again. */
export function keepYoungGenerationSmall(): () => void {
  const growBy = (factor: 1 | 2): void => setFlagsFromString(`${GROWTH}=${factor}`);
  growBy(1);
  // V8 itself makes it smaller again where little is allocated.
  const looking = setInterval(() => growBy(openSockets() >= MANY_SOCKETS ? 2 : 1), LOOK_EVERY_MS).unref();
  return () => {
    clearInterval(looking);
    growBy(2);
  };
}

const openSockets = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === "TCPSocketWrap").length;
