/** The header by which SDKs count their attempts at one call. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */

/** True of `attempt=1; max=3` and `ttl=20260115T123456Z; attempt=1; max=3`. */
export const isFirstAttempt = (amzSdkRequest: string | undefined): boolean =>
  amzSdkRequest !== undefined && /\battempt=1(?!\d)/.test(amzSdkRequest);
