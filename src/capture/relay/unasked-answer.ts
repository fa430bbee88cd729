/**
 * What an upstream says while nobody has asked it: 408 behind a connection that was idle for too long, or that it hangs up. Node's
 * HTTP client throws the one away, and does not hear the other on a connection that it has not begun to use.
 */
import type { Socket } from "node:net";

/** Bytes and the end pass as they come, until the function that is returned is called: `upstream` goes on flowing then. */
export function passUnasked(upstream: Socket, client: Socket): () => void {
  const pass = (chunk: Buffer): void => void client.write(chunk);
  const end = (): void => void client.end();
  upstream.on("data", pass).once("end", end).resume();
  if (upstream.readableEnded) end();
  return () => void upstream.off("data", pass).off("end", end);
}
