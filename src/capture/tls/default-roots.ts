/** The roots that Node brings along, for a system that keeps no bundle of its own in a file. */
import { rootCertificates } from "node:tls";

/** PEM, one certificate each. */
export const defaultRoots = (): readonly string[] => rootCertificates;
