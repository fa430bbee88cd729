/** What the proxy is told by its owner: where bytes may go, whom to trust, where to report. Types only. */
import type { CaptureNotice, TunnelReason } from "./capture-notice.ts";
import type { OpenExchange } from "./captured-exchange.ts";
import type { SigningSettings } from "./relay/request-signer.ts";
import type { CertificateAuthority } from "./tls/certificate-authority.ts";

export type Route = { readonly kind: "observe" } | { readonly kind: "tunnel"; readonly why: TunnelReason };

export interface UpstreamSettings {
  /** The user's own outer proxy for this authority, as his proxy variables say; undefined: direct. */
  readonly proxyFor: (scheme: "http" | "https", hostname: string, port: number) => URL | undefined;
  /** PEM of the user's own trust settings (bundle variables), replacing Node's roots; undefined: Node's default roots. */
  readonly trustedRoots?: readonly string[];
  /** PEM certificates to trust in addition. */
  readonly extraRoots?: readonly string[];
  /** Every observed connection goes here instead (`http://`, `h2c://`, `https://`), its bytes untouched. */
  readonly forwardTo?: URL;
  /** PEM to trust for an `https://` forward target, instead of everything else. */
  readonly forwardCa?: string;
}

export interface CaptureOptions {
  /** On 127.0.0.1; 0: a free one. */
  readonly port: number;
  /** Listen with the same port on this address of the machine, too, for clients that show the token. */
  readonly elsewhere?: { readonly address: string; readonly token: string };
  /** Turn away what other users of the machine connect; where the machine tells whose a connection is (Linux). */
  readonly ownUserOnly?: boolean;
  readonly authority: CertificateAuthority;
  /** `hostname:port` of servers on this machine; each gets a free port that stands for it and is observed. */
  readonly endpoints?: readonly string[];
  /** Decides by the CONNECT authority, the SNI, or the origin that the hook named. */
  readonly route: (hostname: string, port: number) => Route;
  /** Loads what exchanges need; done before the first connection is served, and once nothing else is waiting. */
  readonly prepare?: () => Promise<void>;
  readonly openExchange: OpenExchange;
  readonly onNotice: (notice: CaptureNotice) => void;
  readonly upstream: UpstreamSettings;
  /** Observed connections are relayed message by message, so that sinks have a say (`ExchangeSink.gate`). */
  readonly byMessage?: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Observed requests are relayed message by message, and signed anew. */
  readonly signing?: SigningSettings;
}
