/** What flows into `synthesize/`: who needed which permission in which call. Types only. */
import type { RequiredPermission } from "../authorize/required-permission.ts";

export interface ObservedPermission {
  readonly permission: RequiredPermission;
  /** `n` of the call. */
  readonly call: number;
  /** Identity id of the call. */
  readonly identity: string;
  readonly account?: string;
  /** Empty or absent: not known. */
  readonly region?: string;
  /** Which of several runs made the call; absent where one was recorded. */
  readonly runs?: readonly string[];
  readonly outcome: "succeeded" | "denied" | "failed" | "none";
}

/** What the traffic revealed of an identity id. */
export interface IdentityFact {
  readonly id: string;
  readonly account: string;
  readonly arn: string;
}
