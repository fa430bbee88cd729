/**
 * The partitions of AWS: their region names and DNS suffixes. The region of a signature tells the partition; the
 * suffix does so only where no region is known, because amazonaws.com serves both `aws` and `aws-us-gov`.
 */

export interface Partition {
  /** As in the second field of an ARN. */
  readonly name: string;
  readonly regions: RegExp;
  /** Hostnames of AWS end in one of these; the classic one first. */
  readonly dnsSuffixes: readonly string[];
  /** Sites of AWS; only what stands below `signin` there is an endpoint. */
  readonly signinSuffixes?: readonly string[];
  /** Where APIs without regions run. */
  readonly implicitRegion: string;
}

/** From the SDKs' partitions.json; the order decides which partition a shared suffix stands for. */
export const PARTITIONS: readonly Partition[] = [
  {
    name: "aws",
    regions: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/,
    dnsSuffixes: ["amazonaws.com", "api.aws", "on.aws"],
    signinSuffixes: ["aws.amazon.com", "aws"],
    implicitRegion: "us-east-1",
  },
  {
    name: "aws-cn",
    regions: /^cn-[a-z]+-\d+$/,
    dnsSuffixes: ["amazonaws.com.cn", "api.amazonwebservices.com.cn", "on.amazonwebservices.com.cn"],
    signinSuffixes: ["amazonaws.cn"],
    implicitRegion: "cn-northwest-1",
  },
  {
    name: "aws-us-gov",
    regions: /^us-gov-[a-z]+-\d+$/,
    dnsSuffixes: ["amazonaws.com", "api.aws", "on.aws"],
    signinSuffixes: ["amazonaws-us-gov.com"],
    implicitRegion: "us-gov-west-1",
  },
  {
    name: "aws-eusc",
    regions: /^eusc-[a-z]+-[a-z]+-\d+$/,
    dnsSuffixes: ["amazonaws.eu", "api.amazonwebservices.eu", "on.amazonwebservices.eu"],
    implicitRegion: "eusc-de-east-1",
  },
  {
    name: "aws-iso",
    regions: /^us-iso-[a-z]+-\d+$/,
    dnsSuffixes: ["c2s.ic.gov", "api.aws.ic.gov"],
    implicitRegion: "us-iso-east-1",
  },
  {
    name: "aws-iso-b",
    regions: /^us-isob-[a-z]+-\d+$/,
    dnsSuffixes: ["sc2s.sgov.gov", "api.aws.scloud"],
    implicitRegion: "us-isob-east-1",
  },
  {
    name: "aws-iso-e",
    regions: /^eu-isoe-[a-z]+-\d+$/,
    dnsSuffixes: ["cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"],
    implicitRegion: "eu-isoe-west-1",
  },
  {
    name: "aws-iso-f",
    regions: /^us-isof-[a-z]+-\d+$/,
    dnsSuffixes: ["csp.hci.ic.gov", "api.aws.hci.ic.gov"],
    implicitRegion: "us-isof-south-1",
  },
];

interface Suffix {
  readonly suffix: string;
  readonly partition: Partition;
  /** The label in front that alone makes it an endpoint: other names below are web sites. */
  readonly below?: string;
}

const SUFFIXES: readonly Suffix[] = [
  ...PARTITIONS.flatMap((partition) => partition.dnsSuffixes.map((suffix) => ({ suffix, partition }))),
  ...PARTITIONS.flatMap((partition) =>
    (partition.signinSuffixes ?? []).map((suffix) => ({ suffix, partition, below: "signin" })),
  ),
];

const isBelow = (hostname: string, suffix: string): boolean =>
  hostname.endsWith(suffix) && hostname[hostname.length - suffix.length - 1] === ".";

const owner = (hostname: string): Suffix | undefined =>
  SUFFIXES.find(
    ({ suffix, below }) =>
      isBelow(hostname, suffix) && (below === undefined || isBelow(`.${hostname}`, `${below}.${suffix}`)),
  );

/** The partition whose regions are named like this one; undefined for `*`, the empty string and foreign names. */
export function partitionOfRegion(region: string): Partition | undefined {
  return PARTITIONS.find(({ regions }) => regions.test(region));
}

/** By the DNS suffix alone, for requests that no region belongs to. `hostname` is lower case and has no port. */
export function partitionOfHostname(hostname: string): Partition | undefined {
  const region = regionOfHostname(hostname);
  return (region === undefined ? undefined : partitionOfRegion(region)) ?? owner(hostname)?.partition;
}

/** True for names under a DNS suffix of any partition, classic, dual-stack or `on.aws`. */
export function isAwsHostname(hostname: string): boolean {
  return owner(hostname.toLowerCase()) !== undefined;
}

/** `sqs.eu-west-1` of `sqs.eu-west-1.amazonaws.com`; undefined for hosts outside AWS. */
export function withoutDnsSuffix(hostname: string): string | undefined {
  const found = owner(hostname);
  return found === undefined ? undefined : hostname.slice(0, -found.suffix.length - 1);
}

/** The last label that is a region's name, also inside older names such as `s3-us-west-2`. */
export function regionOfHostname(hostname: string): string | undefined {
  const labels = (withoutDnsSuffix(hostname) ?? "").split(".").reverse();
  for (const label of labels) {
    const region = partitionOfRegion(label) === undefined ? /-([a-z]+-[a-z]+-\d+)$/.exec(label)?.[1] : label;
    if (region !== undefined && partitionOfRegion(region) !== undefined) return region;
  }
  return undefined;
}
