/** What capture could not see, or saw only from outside. Closed unions, never free messages: the report words them. */

export type TunnelReason =
  /** Not a name that AWS serves and none that the user asked for. */
  | "not-aws"
  /** AWS hosts with private certificates, or whose clients pin (clusters, load balancers, instances). */
  | "private-certificate"
  /** The ClientHello offers a protocol that is not HTTP (IoT MQTT, certificate clients), or the bytes are neither TLS nor HTTP. */
  | "not-http"
  /** The upstream's certificate does not verify with the user's own trust settings. */
  | "upstream-unverified"
  /** This client does not accept our certificate: its connections pass blind from now on. */
  | "client-distrust";

export type CaptureNotice =
  | { readonly kind: "tunnel"; readonly authority: string; readonly why: TunnelReason }
  /** The observer lost its place in this connection; the bytes went on untouched. */
  | {
      readonly kind: "observer-lost";
      readonly authority: string;
      readonly protocol: "http/1.1" | "h2";
      readonly detail: string;
    }
  /** An exchange passed, but whoever was to take note of it failed. */
  | { readonly kind: "observing-failed"; readonly authority: string; readonly detail: string }
  /** The upstream could not be reached; the client saw the failure that fits its approach. */
  | { readonly kind: "upstream-failed"; readonly authority: string; readonly code: string }
  /** Bytes on our port that are no request we can carry (malformed head, absolute-form, a request for ourselves). */
  | { readonly kind: "refused"; readonly authority: string; readonly detail: string }
  /** Nothing listened there when the program started, so its clients go there themselves: it may be the program's to open. */
  | { readonly kind: "endpoint-down"; readonly authority: string }
  /** A connection of another user of the machine, turned away unread. */
  | { readonly kind: "other-user"; readonly authority: "" }
  /** A connection on another address than loopback, turned away because it showed no token, or a wrong one. */
  | { readonly kind: "no-token"; readonly authority: "" }
  /** Handshake with the client failed once; a second time in a row makes it `client-distrust`. */
  | { readonly kind: "client-handshake-failed"; readonly authority: string; readonly code: string }
  /** A forward target of http:// cannot serve a client that offers only HTTP/2. */
  | { readonly kind: "needs-http2-target"; readonly authority: string };
