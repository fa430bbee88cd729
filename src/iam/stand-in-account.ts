/**
 * Account ids that no customer has: AWS's documentation and moto use the one, LocalStack the other. Traffic that names them
 * was answered by a stand-in, and a policy for them would fit nowhere.
 */

const STAND_IN_ACCOUNTS: ReadonlySet<string> = new Set(["123456789012", "000000000000"]);

export const isStandInAccount = (account: string): boolean => STAND_IN_ACCOUNTS.has(account);

/** The ARN in `account` where it stands in a stand-in's; any other text as it is. */
export function inRealAccount(arn: string, account: string): string {
  const [scheme, partition, servicePrefix, region, owner, ...resource] = arn.split(":");
  if (scheme !== "arn" || owner === undefined || !isStandInAccount(owner) || resource.length === 0) return arn;
  return ["arn", partition, servicePrefix, region, account, ...resource].join(":");
}
