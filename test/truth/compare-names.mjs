/** Is a decoded call the one that was made? Strict: the API by its client or service id; lax: by signing name or host. */

const plain = (name) =>
  String(name ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/** `strict`, `lax` or `wrong`. */
export function compareNames(line, call, client) {
  const given = new Set([plain(call.sdkId), plain(client)]);
  const pairs = [[line.client, line.operation], [line.serviceId, line.operation], ...(line.accept ?? [])];
  const isOperation = ([, operation]) => operation === call.operation;
  if (pairs.some((pair) => isOperation(pair) && given.has(plain(pair[0])))) return "strict";
  const names = [line.signingName, line.endpointPrefix].map(plain);
  return call.operation === line.operation && names.some((name) => given.has(name) || name === plain(call.signingName))
    ? "lax"
    : "wrong";
}
