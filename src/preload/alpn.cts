/** Whether a TLS client offers HTTP and nothing else. A part of the hook `register.cts`, whose rules hold here; loaded when asked for. */

/** ALPN as names, or in wire format: each name behind a byte of its length (RFC 7301 section 3.1). */
function offersOnlyHttp(protocols: unknown): boolean {
  if (Array.isArray(protocols)) return protocols.every((name) => /^(?:h2|http\/1\.[01])$/.test(String(name)));
  if (!ArrayBuffer.isView(protocols)) return true;
  const wire = Buffer.from(protocols.buffer, protocols.byteOffset, protocols.byteLength);
  const names: string[] = [];
  for (let at = 0; at < wire.length; at += 1 + wire.readUInt8(at)) {
    names.push(wire.toString("latin1", at + 1, at + 1 + wire.readUInt8(at)));
  }
  return offersOnlyHttp(names);
}

module.exports = offersOnlyHttp;
