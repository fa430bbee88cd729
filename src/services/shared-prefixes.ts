/**
 * IAM prefixes under which AWS documents two or more APIs on pages of their own. Where both have an action of one name, such as
 * those for tags, the tables hold the resource types of one page alone.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const SHARED_PREFIXES: readonly string[] = [
  "apigateway",
  "aws-marketplace",
  "elasticloadbalancing",
  "greengrass",
  "kinesisanalytics",
  "lex",
  "ses",
  "sms-voice",
];
