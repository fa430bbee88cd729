/** Members by which a request says whose resources it means: their ARNs hold that account, not the caller's. */
import type { MemberPath } from "./rule-value.ts";

/** By service id. A value that is no account (`-` for the caller's own, the id of a nested catalog) says nothing. */
const OWNERS: Readonly<Record<string, readonly MemberPath[]>> = {
  "App Mesh": ["meshOwner"],
  ApiGatewayV2: ["ResourceOwnerAccountId"],
  Backup: ["BackupVaultAccountId"],
  "Bedrock AgentCore": ["accountId"],
  Budgets: ["AccountId"],
  CloudTrail: ["EventDataStoreOwnerAccountId"],
  codeartifact: ["domainOwner"],
  ECR: ["registryId"],
  "ECR PUBLIC": ["registryId"],
  Glacier: ["accountId"],
  mgn: ["accountID"],
  Omics: ["workflowOwnerId"],
  QuickSight: ["AwsAccountId", "accountId"],
  "S3 Control": ["AccountId"],
  signer: ["profileOwner"],
};

/** Where a request to this API names the owner of what it is about. */
export const ownerPathsOf = (sdkId: string): readonly MemberPath[] =>
  Object.hasOwn(OWNERS, sdkId) ? (OWNERS[sdkId] ?? []) : [];
