/**
 * An `aws` for the front of PATH. The CRT transfers of the AWS CLI v2 heed AWS_CA_BUNDLE and no other variable, which cannot be
 * set for all programs of a script: both Go SDKs refuse it beside an HTTP client of the program's own.
 */
import { type Shim, shellWord } from "./shim.ts";

/**
 * Names the bundle where the user's configuration asks for CRT transfers, and he names none. Elsewhere it is left out, because
 * what the CLI starts (a `credential_process`) inherits it.
 * https://docs.aws.amazon.com/cli/latest/topic/s3-config.html#preferred-transfer-client
 */
export const awsShim = (bundle: string): Shim => ({
  program: "aws",
  purpose: "names its certificates where CRT transfers are configured, which heed no other variable",
  preparation: `if [ -n "$IAMGEN_PROXY_PORT" ] && [ -z "\${AWS_CA_BUNDLE+set}" ] &&
  grep -q '^[[:space:]]*preferred_transfer_client[[:space:]]*=[[:space:]]*crt' "\${AWS_CONFIG_FILE:-$HOME/.aws/config}" 2>/dev/null
then
  export AWS_CA_BUNDLE=${shellWord(bundle)}
fi`,
});
