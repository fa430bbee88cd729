/** IAM prefixes of clients whose signing name is another; only for the generator's choice of members worth keeping. */

const PREFIX_OF_SIGNING_NAME: Readonly<Record<string, string>> = {
  AWSMobileHubService: "mobilehub",
  awsssoportal: "sso",
  "finspace-api": "finspace",
  iotdata: "iot",
  ioteventsdata: "iotevents",
  "iot-jobs-data": "iotjobsdata",
  IoTSecuredTunneling: "iot",
  monitoring: "cloudwatch",
  "mturk-requester": "mechanicalturk",
  sdb: "sdb",
  tagging: "tag",
};

/** The IAM prefix that authorizes an API; undefined where the data knows none. */
export function iamPrefixOf(
  { client, signingName }: { client: string; signingName: string },
  known: ReadonlySet<string>,
): string | undefined {
  const own = client.startsWith("partnercentral-") ? "partnercentral" : undefined;
  const guesses = [PREFIX_OF_SIGNING_NAME[signingName], own, signingName.toLowerCase(), client];
  return guesses.find((guess) => guess !== undefined && known.has(guess));
}
