/** The names that SDKs use in client-side monitoring, in the words of today's models: SDKs of years ago spelled some otherwise. */
import type { ApiEntry, ApiIndex, OperationModel } from "../../data/api-index.ts";
import { FORMER_SERVICE_IDS } from "../../services/former-service-ids.ts";

/** `Cognito Identity Provider`, `CognitoIdentityProvider` and `cognito-identity-provider` are one. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Old SDKs put the vendor in front: `AWS Glue`, `Amazon Polly`. */
const withoutVendor = (name: string): string => name.replace(/^(?:aws|amazon)(?=.)/, "");

/** By service id first, then by the other names that models have for an API; undefined where none has it. */
export function createApiFinder(apis: ApiIndex): (service: string) => ApiEntry | undefined {
  const byName = new Map<string, ApiEntry>();
  const lists: ((entry: ApiEntry) => string)[] = [
    ({ sdkId }) => sdkId,
    ({ client }) => client,
    ({ endpointPrefix }) => endpointPrefix,
    ({ signingName }) => signingName,
  ];
  for (const nameOf of lists) {
    for (const entry of apis.entries) {
      const name = plain(nameOf(entry));
      if (!byName.has(name)) byName.set(name, entry);
    }
  }
  for (const { former, sdkId } of FORMER_SERVICE_IDS) {
    const entry = apis.withSdkId(sdkId);
    if (entry !== undefined) byName.set(plain(former), entry);
  }
  return (service) => {
    const name = plain(service);
    return byName.get(name) ?? byName.get(withoutVendor(name));
  };
}

/** CloudFront's models date their operations, and SDKs leave the date out. */
const undated = (name: string): string => name.replace(/\d{4}_\d{2}_\d{2}$/, "").toLowerCase();

export function findOperation(
  operations: ReadonlyMap<string, OperationModel>,
  name: string,
): OperationModel | undefined {
  const exact = operations.get(name);
  if (exact !== undefined) return exact;
  const wanted = undated(name);
  return [...operations.values()].find((operation) => undated(operation.name) === wanted);
}
