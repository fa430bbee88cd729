/** IAM prefixes that differ from the lower-cased signing name of an API. Everything else is its signing name. */

/**
 * Signing name in lower case -> IAM prefix. From the service ids of the SDK models beside the prefixes of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const SERVICE_PREFIXES: Readonly<Record<string, string>> = {
  monitoring: "cloudwatch",
  tagging: "tag",
  cloudcontrolapi: "cloudformation",
  iotdata: "iot",
  "iot-jobs-data": "iotjobsdata",
  iotsecuredtunneling: "iot",
  "mturk-requester": "mechanicalturk",
  "partnercentral-account": "partnercentral",
  "partnercentral-benefits": "partnercentral",
  "partnercentral-channel": "partnercentral",
  "partnercentral-selling": "partnercentral",
  awsssoportal: "sso",
};

/** The IAM prefix of the actions of an API with this signing name. */
export function servicePrefixOf(signingName: string): string {
  const name = signingName.toLowerCase();
  return (Object.hasOwn(SERVICE_PREFIXES, name) ? SERVICE_PREFIXES[name] : undefined) ?? name;
}
