/** All rows of the README's table: what this matrix runs, what other tests run, and what is known not to be captured. */
import { AWS_CLI } from "./aws-cli.ts";
import { BACKUP_TOOLS } from "./backup-tools.ts";
import type { ClientCase } from "./client-case.ts";
import { GO } from "./go.ts";
import { JAVA } from "./java.ts";
import { JAVASCRIPT } from "./javascript.ts";
import { PYTHON_CLIENTS } from "./python.ts";
import { RUNNERS } from "./runners.ts";
import { RUST } from "./rust.ts";
import { SHELL_TOOLS } from "./shell-tools.ts";

export const CASES: readonly ClientCase[] = [
  ...JAVASCRIPT,
  ...RUNNERS,
  ...PYTHON_CLIENTS,
  ...AWS_CLI,
  ...SHELL_TOOLS,
  ...BACKUP_TOOLS,
  ...GO,
  ...JAVA,
  RUST,
];

interface OtherRow {
  readonly client: string;
  readonly version: string;
  readonly notes: string;
  /** Of the test. */
  readonly file: string;
}

/** Each with a test of its own, in CI. */
export const TESTED_ELSEWHERE: readonly OtherRow[] = [
  {
    client:
      "Node: AWS SDK for JavaScript v3, fetch, undici, axios, https, with agents and roots of its own, workers, forks",
    version: "client-s3 3.1169.0",
    notes: "the hook, by NODE_OPTIONS",
    file: "test/e2e/node-clients.test.ts",
  },
  {
    client: "boto3, AWS CLI v1",
    version: "1.43.11, 1.45.11",
    notes: "by variables",
    file: "test/interop/python.test.ts",
  },
  { client: "AWS SDK for Go v2", version: "1.47.6", notes: "by variables", file: "test/interop/go.test.ts" },
  {
    client: "Terraform plan, apply, destroy; AWS provider",
    version: "1.11.4, 5.100.0",
    notes: "by variables",
    file: "test/interop/terraform.test.ts",
  },
  {
    client: "CDK's command line: bootstrap, deploy",
    version: "3.0.0",
    notes: "the hook; a policy for each role that it assumes",
    file: "test/interop/deployers.test.ts",
  },
  {
    client: "Serverless Framework: deploy, info, remove",
    version: "3.40.0",
    notes: "the hook; version 4 wants an account of its maker's and was not tried",
    file: "test/interop/deployers.test.ts",
  },
  { client: "SAM: deploy", version: "1.170.0", notes: "by variables", file: "test/interop/deployers.test.ts" },
  { client: "curl --aws-sigv4", version: "7.88.1", notes: "by variables", file: "test/interop/curl.test.ts" },
];

/** s3cmd, MinIO's SDK, the CLI and Java were tried; the others as their sources or documentation have it. */
export const KNOWN_LIMITS: readonly { readonly client: string; readonly notes: string }[] = [
  {
    client: "AWS SDK for Java v2 before 2.37, CRT HTTP client",
    notes:
      "takes no proxy on this machine: it compares `nonProxyHosts` with the proxy's own address ([fixed by AWS](https://github.com/aws/aws-sdk-java-v2/pull/6511))",
  },
  { client: "AWS SDK for Swift", notes: "takes a proxy from its configuration alone" },
  {
    client: "AWS SDK for C++, curl client (PyArrow's `S3FileSystem`)",
    notes: "heeds proxy variables only with `allowSystemProxy`: use `--csm`",
  },
  { client: "AWS SDK for Rust before August 2025", notes: "heeds no proxy variables" },
  { client: "s3cmd 2.3", notes: "takes a proxy from its configuration alone: `proxy_host`, `proxy_port`" },
  {
    client: "MinIO's SDK for Python 7.2",
    notes:
      'takes a proxy from its code alone: `http_client=urllib3.ProxyManager(os.environ["HTTPS_PROXY"], ca_certs=os.environ["SSL_CERT_FILE"])`',
  },
  {
    client:
      "code that says itself which proxy to take: boto3's `Config(proxies=…)`, `trust_env=False` in requests, MinIO's SDK for Python",
    notes: "`--csm` for boto3",
  },
  {
    client: "what is started without our variables: `sudo`, `env -i`, `spawn(…, { env })`",
    notes: "pass the environment on; for `node` it is enough that PATH and NODE_OPTIONS are",
  },
  { client: "whatever runs in a container", notes: "run iamgen inside, around its command" },
];

/** What the registries that CI reaches do not have; the notes are from documentation. */
export const NOT_TESTED: readonly { readonly client: string; readonly notes: string }[] = [
  { client: "AWS SDK for PHP v3", notes: "by variables of libcurl and PHP_INI_SCAN_DIR, as AsyncAws" },
  { client: "AWS SDK for .NET", notes: "by variables; trust by SSL_CERT_FILE on Linux alone" },
];
