/**
 * What leaves `capture/` beside exchanges: what an SDK tells of its own calls by client-side monitoring (CSM), one UDP
 * datagram a call and one an attempt. Types only. Session tokens are in the datagrams, and are never read from them.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-SDK-Metrics.html
 */

interface CsmFacts {
  /** As the program was told to call itself; mostly empty. */
  readonly clientId: string;
  /** The SDK's service id: `DynamoDB`, `Cognito Identity Provider`. */
  readonly service: string;
  readonly operation: string;
  /** Empty where the datagram has none. */
  readonly region: string;
  /** Milliseconds since the epoch, by the program's clock: when it began. */
  readonly at: number;
  /** Milliseconds that it took. */
  readonly latency: number;
  /** Of the last response; absent where none came. */
  readonly status?: number;
  /** AWS's error code. */
  readonly errorCode?: string;
  /** AWS's words, cut by the SDK. Only to be looked at: it is never recorded. */
  readonly errorMessage?: string;
}

/** One call of an operation, told when it is over. */
export interface CsmCall extends CsmFacts {
  readonly kind: "call";
  /** 0: nothing was sent. */
  readonly attempts: number;
}

/** One request of a call. */
export interface CsmAttempt extends CsmFacts {
  readonly kind: "attempt";
  /** Lower case, without a port; empty where the datagram has none. */
  readonly hostname: string;
  /** In clear: it must not leave the process. Absent: the request was not signed. */
  readonly accessKeyId?: string;
  /** Whatever the answer called itself: `x-amzn-requestid`, `x-amz-request-id`. */
  readonly requestIds: readonly string[];
}

export type CsmEvent = CsmCall | CsmAttempt;

/** Why a datagram told nothing. */
export type CsmFlaw =
  /** Not a JSON object: whoever sent it did not mean us. */
  | "foreign"
  /** JSON that was cut, or lacks what every event has. */
  | "malformed"
  /** More than any SDK sends. */
  | "oversized";
