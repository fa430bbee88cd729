/** From botocore's metadata to an entry of the API index. */
import type { ApiEntry } from "../api-index.ts";
import type { BotocoreApi, BotocoreModel } from "./botocore-model.ts";
import { hostStems } from "./host-stems.ts";

type Protocol = ApiEntry["protocols"][number];

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  json: "json",
  query: "query",
  ec2: "ec2",
  "rest-json": "rest-json",
  "rest-xml": "rest-xml",
  "smithy-rpc-v2-cbor": "rpc-v2-cbor",
};

function protocolsOf({ protocol, protocols = [protocol], awsQueryCompatible }: BotocoreModel["metadata"]): Protocol[] {
  const named = protocols.map((name) => {
    const known = PROTOCOLS[name];
    if (known === undefined) throw new Error(`botocore data: unknown protocol \`${name}\``);
    return known;
  });
  return [...new Set([...named, ...(awsQueryCompatible === undefined ? [] : ["query" as const])])];
}

const LEGACY_SIGNATURES: Readonly<Record<string, NonNullable<ApiEntry["legacySignature"]>>> = {
  v2: "v2",
  s3: "v2-storage",
};

const isUnsigned = ({ operations, metadata }: BotocoreModel): boolean =>
  metadata.signatureVersion === "bearer" ||
  Object.values(operations).some(({ authtype, auth }) => authtype === "none" || auth?.[0] === "smithy.api#noAuth");

/** `endpoints` is botocore's `endpoints.json`, as parsed; `taken` are the endpoint prefixes of all APIs. */
export function apiEntry(
  { client, model, endpointRules }: BotocoreApi,
  { endpoints, taken }: { endpoints: unknown; taken: ReadonlySet<string> },
): ApiEntry {
  const { metadata } = model;
  const legacySignature = LEGACY_SIGNATURES[metadata.signatureVersion];
  const hostPrefixes = hostStems(metadata.endpointPrefix, { endpoints, endpointRules, taken });
  return {
    client,
    sdkId: metadata.serviceId,
    signingName: metadata.signingName ?? metadata.endpointPrefix,
    endpointPrefix: metadata.endpointPrefix,
    protocols: protocolsOf(metadata),
    ...(metadata.targetPrefix === undefined ? {} : { targetPrefix: metadata.targetPrefix }),
    apiVersion: metadata.apiVersion,
    ...(isUnsigned(model) ? { unsigned: true } : {}),
    ...(hostPrefixes.length === 0 ? {} : { hostPrefixes }),
    ...(legacySignature === undefined ? {} : { legacySignature }),
  };
}
