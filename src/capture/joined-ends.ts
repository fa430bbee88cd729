/** A connection whose two ends stand open: what a handler is given to bring them together. Types only. */
import type { ConnectionFacts, OpenExchange } from "./captured-exchange.ts";
import type { ConnectionEnd } from "./splice.ts";
import type { HttpProtocol } from "./tls/alpn.ts";

export interface JoinedEnds {
  readonly client: ConnectionEnd;
  readonly upstream: ConnectionEnd;
  readonly protocol: HttpProtocol;
  readonly facts: ConnectionFacts;
  /** Instead of the capture's own. */
  readonly open?: OpenExchange;
  /** The client sent its first application byte. */
  readonly onClientSpoke?: () => void;
  /** The client closed the connection without having sent an application byte. */
  readonly onSilentClose?: () => void;
}
