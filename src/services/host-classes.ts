/**
 * Names under AWS suffixes whose servers are the user's own: they show private certificates or expect pinned ones, so
 * their connections are passed through unread. API endpoints never look like this.
 */
import { withoutDnsSuffix } from "../iam/partition.ts";

/** `api`: an endpoint of AWS, publicly certified. `private-certificate`: a server of the user's under a name of AWS. */
export type HostClass = "api" | "private-certificate";

export interface HostClassRule {
  /** Matched against the name without the partition's DNS suffix. */
  readonly pattern: RegExp;
  readonly because: string;
  readonly see: `https://${string}`;
  readonly examples: readonly [string, ...string[]];
}

export const PRIVATE_CERTIFICATES: readonly HostClassRule[] = [
  {
    pattern: /^[^.]+(?:\.[^.]+)?\.[a-z0-9-]+\.eks$/,
    because: "a Kubernetes API server shows a certificate of its cluster's own authority",
    see: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    examples: [
      "0123456789ABCDEF0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com",
      "0123456789ABCDEF0123456789ABCDEF.sk1.us-east-1.eks.amazonaws.com",
      "0123456789ABCDEF0123456789ABCDEF.yl4.cn-north-1.eks.amazonaws.com.cn",
    ],
  },
  {
    pattern: /^[^.]+(?:\.[a-z0-9-]+)?\.elb$|^[^.]+\.elb\.[a-z]+-[a-z-]+-\d+$/,
    because: "a load balancer shows its owner's certificate, never one for its AWS name",
    see: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
    examples: [
      "internal-web-123456789.eu-west-1.elb.amazonaws.com",
      "net-0123456789abcdef.elb.us-east-1.amazonaws.com",
      "web-123456789.cn-north-1.elb.amazonaws.com.cn",
    ],
  },
  {
    pattern: /\.compute(?:-1)?$/,
    because: "an instance's public name belongs to whatever runs on it",
    see: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
    examples: [
      "ec2-198-51-100-1.compute-1.amazonaws.com",
      "ec2-198-51-100-1.eu-west-1.compute.amazonaws.com",
      "ec2-198-51-100-1.cn-north-1.compute.amazonaws.com.cn",
    ],
  },
];

/** Of a name under one of AWS's suffixes; case and a final dot do not matter. */
export function hostClass(hostname: string): HostClass {
  const stem = withoutDnsSuffix(hostname.toLowerCase().replace(/\.$/, ""));
  const isPrivate = stem !== undefined && PRIVATE_CERTIFICATES.some(({ pattern }) => pattern.test(stem));
  return isPrivate ? "private-certificate" : "api";
}
