/** Where a call was made, completed by what the user says and by what the traffic told elsewhere: assumed only where the call itself is silent. */
import type { ApiCall } from "../decode/api-call.ts";
import { partitionOfRegion } from "../iam/partition.ts";

/** What to assume where the traffic cannot tell. */
export interface AssumedPlace {
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
}

/** What decoding writes where neither region nor host tells a partition. */
const UNTOLD_PARTITION = "aws";

/** `accounts`: by identity, from answers that name it. */
export function placedCall<Call extends ApiCall>(
  call: Call,
  assumed: AssumedPlace,
  accounts: ReadonlyMap<string, string>,
): Call {
  const account = call.account ?? assumed.account ?? accounts.get(call.identity);
  const region = call.region === "" ? (assumed.region ?? "") : call.region;
  const partition = partitionOf(call, assumed);
  if (account === call.account && region === call.region && partition === call.partition) return call;
  return { ...call, ...(account === undefined ? {} : { account }), region, partition };
}

function partitionOf(call: ApiCall, assumed: AssumedPlace): string {
  const isTold = call.partition !== UNTOLD_PARTITION || partitionOfRegion(call.region) !== undefined;
  if (isTold) return call.partition;
  return assumed.partition ?? partitionOfRegion(assumed.region ?? "")?.name ?? call.partition;
}
