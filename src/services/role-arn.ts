/** How the ARN of an IAM role looks: any value of this form may be a role that the caller passes on. */

/** See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,600}$/;

export function isRoleArn(text: string): boolean {
  return text.startsWith("arn:") && ROLE_ARN.test(text);
}
