/** Region and partition of a call: of the credential scope; only where that has none, of the host. */
import { partitionOfHostname, partitionOfRegion, regionOfHostname, withoutDnsSuffix } from "../iam/partition.ts";
import type { Signature } from "./sigv4/signature.ts";

export interface CallRegion {
  /** `*` for SigV4A without a region in the host; empty where nothing tells. */
  readonly region: string;
  readonly partition: string;
}

const DEFAULT_PARTITION = "aws";

function regionOf(signature: Signature, hostname: string): string {
  if (signature.kind === "scoped" && signature.region !== undefined) return signature.region;
  const set = signature.kind === "scoped" ? (signature.regionSet ?? "*") : "";
  if (partitionOfRegion(set) !== undefined) return set;
  const ofHost = regionOfHostname(hostname);
  if (ofHost !== undefined || set !== "") return ofHost ?? "*";
  // A classic host without region (`sdb.amazonaws.com`) is that of the partition's first region.
  const isClassic = withoutDnsSuffix(hostname)?.includes(".") === false;
  return isClassic ? (partitionOfHostname(hostname)?.implicitRegion ?? "") : "";
}

export function callRegion(signature: Signature, hostname: string): CallRegion {
  const region = regionOf(signature, hostname);
  const partition = partitionOfRegion(region) ?? partitionOfHostname(hostname);
  return { region, partition: partition?.name ?? DEFAULT_PARTITION };
}
