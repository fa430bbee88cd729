/** Which protocol both sides of a wiretap speak (RFC 7301): the observer reads one connection, so they must agree. */

export type HttpProtocol = "http/1.1" | "h2";

/** What a client offers. "none": no ALPN at all. */
export type AlpnOffer = "none" | "http/1.1" | "h2" | "both";

const HTTP_IDS = new Set(["h2", "http/1.1", "http/1.0"]);

/** Undefined: the client offers something that is not HTTP, and must not be disturbed. */
export function alpnOffer(protocols: readonly string[] | undefined): AlpnOffer | undefined {
  if (protocols === undefined || protocols.length === 0) return "none";
  if (!protocols.every((protocol) => HTTP_IDS.has(protocol))) return undefined;
  const h2 = protocols.includes("h2");
  const http1 = protocols.includes("http/1.1");
  if (h2 && http1) return "both";
  if (h2) return "h2";
  return http1 ? "http/1.1" : undefined;
}

/**
 * What to ask the upstream for, one after the other: exactly one protocol each time, so that it cannot pick another
 * than the client will be told. HTTP/1.1 first, because every SDK that offers both is content with it.
 */
export function upstreamAttempts(offer: AlpnOffer): readonly (HttpProtocol | undefined)[] {
  if (offer === "none") return [undefined];
  return offer === "both" ? ["http/1.1", "h2"] : [offer];
}

/** What the bytes will be: as negotiated; without a negotiation, what a client with this offer speaks. */
export function spokenProtocol(offer: AlpnOffer, negotiated: HttpProtocol | undefined): HttpProtocol {
  return negotiated ?? (offer === "h2" ? "h2" : "http/1.1");
}
