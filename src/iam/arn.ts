/** Amazon Resource Names: taken apart, put together, and names escaped so that a policy means them literally. */

export interface Arn {
  /** `aws`, `aws-cn`, …; may be a variable or wildcard in templates. */
  readonly partition: string;
  /** Third field. Mostly the IAM prefix, not always. */
  readonly serviceNamespace: string;
  /** Empty for global resources. */
  readonly region: string;
  /** 12 digits, `aws`, or empty. */
  readonly account: string;
  /** All that follows the fifth colon, further colons included. */
  readonly resource: string;
}

/** Splits at the first five colons only (IAM User Guide, "ARN format"); undefined where that is no complete ARN. */
export function parseArn(text: string): Arn | undefined {
  const [scheme, partition, serviceNamespace, region, account, ...rest] = text.split(":");
  const resource = rest.join(":");
  if (scheme !== "arn" || !partition || !serviceNamespace || resource === "") return undefined;
  return { partition, serviceNamespace, region: region ?? "", account: account ?? "", resource };
}

/** The inverse of `parseArn`. */
export function buildArn(arn: Arn): string {
  return ["arn", arn.partition, arn.serviceNamespace, arn.region, arn.account, arn.resource].join(":");
}

export interface EscapedLiteral {
  /** Fit for a Resource element. */
  readonly text: string;
  /** False: some character cannot stand in a policy and is written `?`; the caller records a widening. */
  readonly isExact: boolean;
}

/**
 * Writes a name so that a policy matches it and nothing else: `*` and `?` become `${*}` and `${?}`, and `$` becomes `${$}`
 * where it would begin a variable (IAM User Guide, "Policy variables": special characters) or what follows it is not known;
 * `$LATEST` and `$default` stay as AWS's own documents write them. A policy document holds only U+0020 to U+00FF (IAM and STS quotas; tab and line
 * ends are allowed by the quota page but not of use inside a name), so every UTF-16 code unit beyond is written as the
 * wildcard `?`, which matches it and any other one character: `isExact` is false then.
 */
export function escapeArnLiteral(name: string): EscapedLiteral {
  const text = name.replace(/[*?]|\$(?=[{*?$]|$)/g, "${$&}").replace(/[^\u0020-\u00ff]/g, "?");
  return { text, isExact: /^[\u0020-\u00ff]*$/.test(name) };
}
