/** HTTP/2 is not followed yet: its connections pass unobserved, with a notice. */
import type { Dialogue } from "./dialogue.ts";
import { LostPlace } from "./lost-place.ts";

export class Http2Dialogue implements Dialogue {
  fromClient(): void {
    throw new LostPlace("HTTP/2 is not followed");
  }
  fromUpstream(): void {}
  closed(): void {}
  abandonAll(): void {}
}
