/** Paths that a run's environment names. All of them public; the CA's key is never in a file. */
export interface RunFiles {
  readonly directory: string;
  /** The run's CA alone, PEM. */
  readonly caCertificate: string;
  /** The CA, behind what the user's own ADD-type variables pointed at. */
  readonly extraCertificates: string;
  /** System roots, the user's own roots, the CA. */
  readonly bundle: string;
  /** The same for Java (JKS); absent where the user's own store cannot be read. */
  readonly trustStore: string | undefined;
  readonly phpDirectory: string;
  readonly shimDirectory: string;
  /** Exists for as long as the run lives. */
  readonly live: string;
  /** What the Node hook notices. */
  readonly notices: string;
}
