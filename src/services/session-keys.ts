/**
 * Condition keys that AWS puts into a session rather than into a request: every action may be asked for them, and no table of
 * actions lists them (IAM User Guide, "AWS global condition context keys", properties of the role session).
 */
export const SESSION_KEYS: readonly string[] = [
  "codebuild:BuildArn",
  "codebuild:ProjectArn",
  "ec2:RoleDelivery",
  "ec2:SourceInstanceArn",
  "glue:CredentialIssuingService",
  "glue:RoleAssumedBy",
  "identitystore:UserId",
  "lambda:SourceFunctionArn",
  "ssm:SourceInstanceArn",
];
