/** Why an upstream could not be reached: the one error that leaves `upstream/`. */

export type FailureStage =
  /** Name, route, port, or the outer proxy. */
  | "connect"
  /** TLS, for another reason than the certificate. */
  | "handshake"
  /** The certificate does not verify with the user's trust settings. */
  | "unverified";

export class UpstreamFailure extends Error {
  readonly stage: FailureStage;
  /** As the system or OpenSSL calls it (`ENOTFOUND`, `CERT_HAS_EXPIRED`). */
  readonly code: string;

  constructor(stage: FailureStage, code: string, message: string) {
    super(message);
    this.stage = stage;
    this.code = code;
  }
}

/** The code of a socket error; its message where it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof Error) {
    if ("code" in error && typeof error.code === "string") return error.code;
    return error.message;
  }
  return String(error);
}
