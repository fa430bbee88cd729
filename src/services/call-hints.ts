/**
 * Permissions that a call may come to need, which its request does not tell: findings for people, never part of a policy.
 */
import { anyOf, type RuleCondition, unless, unlessMember, whenMember, whenMemberEquals } from "./rule-condition.ts";

export interface CallHintRule {
  /** Stable, kebab-case; a finding's code. */
  readonly code: string;
  readonly sdkId: string;
  readonly operations: readonly [string, ...string[]];
  /** Only for requests of which this is true. */
  readonly when?: RuleCondition;
  /** Only for calls that were answered so. */
  readonly httpStatus?: number;
  /** `prefix:Action` that may be needed; absent where it may be any. */
  readonly action?: string;
  /** One clause, lower case, no final period. */
  readonly because: string;
  /** The AWS page that says so. */
  readonly see: `https://${string}`;
}

export const CALL_HINTS: readonly CallHintRule[] = [
  {
    code: "missing-object",
    sdkId: "S3",
    operations: ["GetObject", "HeadObject"],
    httpStatus: 404,
    action: "s3:ListBucket",
    because: "an object that does not exist is answered 404 to who may list the bucket, and 403 to who may not",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html",
  },
  ...["s3:GetObjectTagging", "s3:PutObjectTagging"].map(
    (action): CallHintRule => ({
      code: "copied-tags",
      sdkId: "S3",
      operations: ["CopyObject"],
      when: unless(whenMemberEquals("TaggingDirective", "REPLACE")),
      action,
      because: "a copy takes the tags of its source with it, and no request tells whether the source has any",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html",
    }),
  ),
  {
    code: "query-data",
    sdkId: "Athena",
    operations: ["StartQueryExecution"],
    action: "s3:GetObject",
    because:
      "a query reads the objects behind its tables with the caller's permissions, and its text does not name them",
    see: "https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html",
  },
  {
    code: "query-result",
    sdkId: "Athena",
    operations: ["GetQueryResults"],
    action: "s3:GetObject",
    because: "a result is read from where the query has put it, with the caller's permissions",
    see: "https://docs.aws.amazon.com/athena/latest/ug/querying.html",
  },
  {
    code: "image-layers",
    sdkId: "ECR",
    operations: ["GetAuthorizationToken"],
    action: "ecr:BatchGetImage",
    because: "images are pulled and pushed with the token over connections that are not signed, and so not seen",
    see: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html",
  },
  {
    code: "package-reads",
    sdkId: "codeartifact",
    operations: ["GetAuthorizationToken"],
    action: "codeartifact:ReadFromRepository",
    because: "package managers use the token over connections that are not signed, and so not seen",
    see: "https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html",
  },
  {
    code: "image-policy",
    sdkId: "Lambda",
    operations: ["CreateFunction", "UpdateFunctionCode"],
    when: anyOf(whenMember("ImageUri"), whenMember("Code.ImageUri")),
    action: "ecr:SetRepositoryPolicy",
    because: "Lambda lets itself read the image's repository with the caller's permissions, where it may not yet",
    see: "https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions",
  },
  {
    code: "template-resources",
    sdkId: "CloudFormation",
    operations: ["CreateStack", "DeleteStack", "ExecuteChangeSet", "RollbackStack", "UpdateStack"],
    when: unlessMember("RoleARN"),
    because: "without a role CloudFormation acts on the template's resources with the caller's permissions",
    see: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html",
  },
  {
    code: "resource-handler",
    sdkId: "CloudControl",
    operations: ["CreateResource", "DeleteResource", "GetResource", "ListResources", "UpdateResource"],
    when: unlessMember("RoleArn"),
    because: "without a role the handler of the resource's type acts with the caller's permissions",
    see: "https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/security.html",
  },
  {
    code: "image-role",
    sdkId: "EC2",
    operations: ["ExportImage", "ImportImage", "ImportSnapshot"],
    action: "iam:PassRole",
    because: "VM Import/Export acts with the role vmimport, or the one that the request names",
    see: "https://docs.aws.amazon.com/vm-import/latest/userguide/required-permissions.html",
  },
];
