/** The long mode of tests, `IAMGEN_LONG=1`: minutes instead of moments, gigabytes instead of megabytes. */
export const LONG = process.env["IAMGEN_LONG"] !== undefined;
