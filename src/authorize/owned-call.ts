/** Whose resources a call is about: the account that the request names as their owner, else the caller's. */
import type { ApiCall } from "../decode/api-call.ts";
import { ownerPathsOf } from "../services/resource-owners.ts";
import { textsAt } from "./call-view.ts";

const ACCOUNT = /^\d{12}$/;

/** The call as ARNs are written for it; the same object where the request names no other owner. */
export function ownedCall(call: ApiCall): ApiCall {
  const owner = ownerPathsOf(call.sdkId)
    .flatMap((path) => textsAt({ call }, path))
    .find((text) => ACCOUNT.test(text));
  return owner === undefined || owner === call.account ? call : { ...call, account: owner };
}
