/**
 * Keeps V8's young generation small while bytes pass through this process. Every chunk of a body is a buffer outside the heap that
 * is freed when the young generation is collected; one that loading has grown to 16 MB is collected so seldom that 64 MB of dead
 * buffers gather first, and for them V8 marks the whole heap, again and again (`Heap::ReportExternalMemoryPressure`).
 */
import { setFlagsFromString } from "node:v8";

/** V8 reads the factor whenever the young generation is about to grow; 2 is what it has by itself. */
const GROWTH = "--semi-space-growth-factor";

/** From now on it does not grow. The answer lets it grow again. */
export function keepYoungGenerationSmall(): () => void {
  setFlagsFromString(`${GROWTH}=1`);
  return () => setFlagsFromString(`${GROWTH}=2`);
}
