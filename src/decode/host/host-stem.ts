/**
 * What is left of an AWS hostname without DNS suffix, region and endpoint marks (FIPS, dual-stack, VPC endpoint): the
 * stem that models call endpoint prefix. It tells apart APIs that share a signing name, and finds the API of requests
 * without a signature.
 */

import type { ApiEntry } from "../../data/api-index.ts";
import { partitionOfRegion, withoutDnsSuffix } from "../../iam/partition.ts";

/** A VPC endpoint's label is `vpce-…` in front and `vpce` at the end. */
const MARK = /^(?:dualstack|global|fips|us-gov|vpce(?:-.*)?)$/;

/** `-fips`, and the cells that endpoint discovery answers with (`ingest-cell1`). */
function plainLabel(label: string): string {
  const plain = label.replace(/-fips$|-cell-?\d+$/, "").replace(/^fips-/, "");
  const region = /-([a-z]+(?:-[a-z]+){1,3}-\d+)$/.exec(plain)?.[1];
  return region === undefined || partitionOfRegion(region) === undefined
    ? plain
    : plain.slice(0, -region.length - 1).replace(/-fips$/, "");
}

/** `runtime.sagemaker` of `runtime-fips.sagemaker.us-east-1.amazonaws.com`; undefined for hosts outside AWS. */
export function hostStem(hostname: string): string | undefined {
  return withoutDnsSuffix(hostname)
    ?.split(".")
    .filter((label) => !MARK.test(label) && partitionOfRegion(label) === undefined)
    .map(plainLabel)
    .join(".");
}

/** How well a stem fits an API: 2 it is the API's own, 1 it ends in it (labels before are input), 0 it is another's. */
export function stemFit(stem: string, api: ApiEntry): 0 | 1 | 2 {
  let fit: 0 | 1 = 0;
  for (const own of [api.endpointPrefix, ...(api.hostPrefixes ?? [])]) {
    if (stem === own) return 2;
    if (stem.endsWith(`.${own}`)) fit = 1;
  }
  return fit;
}

/** A stem without the operation's host prefix (`data-`, `{AccountId}.`), where it has that prefix. */
export function withoutHostPrefix(stem: string, hostPrefix: string): { stem: string; labels: Record<string, string> } {
  const names = [...hostPrefix.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const literal = hostPrefix.split(/\{\w+\}/).map((text) => text.replace(/[.]/g, "\\."));
  const found = new RegExp(`^${literal.join("([^.]+)")}`).exec(stem);
  if (found === null) return { stem, labels: {} };
  const labels = Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""]));
  return { stem: stem.slice(found[0].length), labels };
}
