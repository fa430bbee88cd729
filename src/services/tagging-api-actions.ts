/** What the Resource Groups Tagging API asks of the API that a resource belongs to: its own action for tags. */

export interface TaggedApi {
  /** Begin of the ARNs, after the partition: `sqs:`. */
  readonly arn: string;
  readonly tag: string;
  readonly untag: string;
}

const named = (tag: string, untag: string, ...prefixes: readonly string[]): readonly TaggedApi[] =>
  prefixes.map((prefix) => ({ arn: `${prefix}:`, tag: `${prefix}:${tag}`, untag: `${prefix}:${untag}` }));

/** See https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagResources.html */
export const TAGGED_APIS: readonly TaggedApi[] = [
  { arn: "s3:::", tag: "s3:PutBucketTagging", untag: "s3:PutBucketTagging" },
  ...named("TagQueue", "UntagQueue", "sqs"),
  ...named("CreateTags", "DeleteTags", "ec2", "redshift", "mq"),
  ...named("AddTagsToResource", "RemoveTagsFromResource", "rds", "ssm", "elasticache", "dms", "storagegateway"),
  ...named("AddTagsToStream", "RemoveTagsFromStream", "kinesis"),
  ...named("TagDeliveryStream", "UntagDeliveryStream", "firehose"),
  ...named("AddTagsToCertificate", "RemoveTagsFromCertificate", "acm"),
  ...named("AddTags", "RemoveTags", "cloudtrail", "elasticloadbalancing", "elasticmapreduce", "es"),
  ...named("AddTags", "DeleteTags", "sagemaker"),
  ...named("ChangeTagsForResource", "ChangeTagsForResource", "route53"),
  ...named(
    "TagResource",
    "UntagResource",
    "amplify",
    "apprunner",
    "appsync",
    "athena",
    "backup",
    "batch",
    "bedrock",
    "cloudfront",
    "cloudwatch",
    "codeartifact",
    "codecommit",
    "codepipeline",
    "cognito-idp",
    "config",
    "dax",
    "dynamodb",
    "ecr",
    "ecs",
    "eks",
    "elasticfilesystem",
    "emr-serverless",
    "events",
    "fsx",
    "glue",
    "guardduty",
    "imagebuilder",
    "iot",
    "kafka",
    "kms",
    "lambda",
    "logs",
    "memorydb",
    "network-firewall",
    "pipes",
    "scheduler",
    "secretsmanager",
    "sns",
    "states",
    "transfer",
    "wafv2",
  ),
];
