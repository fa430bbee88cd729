/** The authority of a run can speak for AWS's names alone: what verifies certificates in other languages refuses all else from it. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "node:tls";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createCertificateAuthority } from "../../src/capture/tls/certificate-authority.ts";
import { permittedNames } from "../../src/pipeline/certificate-authority.ts";
import { javaTrustStore } from "../../src/run/java-trust-store.ts";
import { derOf } from "../../src/run/pem.ts";
import { because } from "../support/skip-reason.ts";
import { tempDir } from "../support/temp-dir.ts";
import { toolMissing } from "../support/tool.ts";
import { listening } from "../support/upstreams.ts";

const authority = createCertificateAuthority({ ...permittedNames([]), now: new Date() });

const GO = `package main
import ("crypto/tls"; "crypto/x509"; "fmt"; "os")
func main() {
	pem, _ := os.ReadFile(os.Args[1])
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	_, err := tls.Dial("tcp", "127.0.0.1:"+os.Args[2], &tls.Config{RootCAs: roots, ServerName: os.Args[3]})
	if err != nil { fmt.Println(err); os.Exit(1) }
}
`;
const JAVA = `import java.net.Socket;
import java.util.List;
import javax.net.ssl.*;
public class Verify {
	public static void main(String[] args) throws Exception {
		SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket("127.0.0.1", Integer.parseInt(args[1]));
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setServerNames(List.of(new SNIHostName(args[2])));
		socket.setSSLParameters(parameters);
		socket.startHandshake();
	}
}
`;
const PYTHON = `
import socket, ssl, sys
context = ssl.create_default_context(cafile=sys.argv[1])
context.wrap_socket(socket.create_connection(("127.0.0.1", int(sys.argv[2]))), server_hostname=sys.argv[3])
`;
const NODE = `
const [ca, port, servername] = process.argv.slice(1);
const options = { port, host: "127.0.0.1", servername, ca: require("node:fs").readFileSync(ca) };
require("node:tls").connect(options, () => process.exit(0));
`;

interface Verifier {
  readonly missing?: string | undefined;
  /** Fails where the certificate of this server is refused. */
  command(directory: string, port: string, name: string): readonly string[];
}

const caIn = (directory: string): string => join(directory, "ca.pem");

const VERIFIERS: Record<string, Verifier> = {
  OpenSSL: {
    missing: toolMissing("openssl", ["openssl", "version"]),
    command: (directory, port, name) => {
      const trusting = ["-CAfile", caIn(directory), "-verify_return_error", "-verify_hostname", name];
      return ["openssl", "s_client", "-connect", `127.0.0.1:${port}`, "-servername", name, ...trusting];
    },
  },
  curl: {
    missing: toolMissing("curl", ["curl", "--version"]),
    command: (directory, port, name) => {
      const where = ["--noproxy", "*", "--resolve", `${name}:${port}:127.0.0.1`];
      return ["curl", "-sS", "--cacert", caIn(directory), ...where, `https://${name}:${port}/`];
    },
  },
  Python: {
    missing: toolMissing("python3", ["python3", "--version"]),
    command: (directory, port, name) => ["python3", "-c", PYTHON, caIn(directory), port, name],
  },
  Node: { command: (directory, port, name) => [process.execPath, "-e", NODE, caIn(directory), port, name] },
  Go: {
    missing: toolMissing("go", ["go", "version"]),
    command: (directory, port, name) => ["go", "run", join(directory, "verify.go"), caIn(directory), port, name],
  },
  Java: {
    missing: toolMissing("java", ["java", "-version"]),
    command: (directory, port, name) => {
      const store = `-Djavax.net.ssl.trustStore=${join(directory, "trust.jks")}`;
      return ["java", store, "-Djavax.net.ssl.trustStoreType=jks", join(directory, "Verify.java"), "-", port, name];
    },
  },
};

/** A server with a certificate of this authority for whatever name it is asked for. */
async function anyNameServer(): Promise<string> {
  const server = createServer({ SNICallback: (name, done) => done(null, authority.leafFor(name)) }, (socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
  });
  server.on("tlsClientError", () => {});
  return String((await listening(server)).port);
}

function directoryOfVerifiers(): string {
  const directory = tempDir();
  const pem = authority.certificatePem;
  writeFileSync(caIn(directory), pem);
  writeFileSync(join(directory, "trust.jks"), javaTrustStore([derOf(pem)], "changeit"));
  writeFileSync(join(directory, "verify.go"), GO);
  writeFileSync(join(directory, "Verify.java"), JAVA);
  return directory;
}

/** What the verifier said in refusing; undefined: it did not. */
async function refusalOf(verifier: Verifier, name: string): Promise<string | undefined> {
  const [program = "", ...args] = verifier.command(directoryOfVerifiers(), await anyNameServer(), name);
  try {
    const running = promisify(execFile)(program, args, { env: { ...process.env, NODE_OPTIONS: "" } });
    running.child.stdin?.end("Q\n");
    await running;
    return undefined;
  } catch (error) {
    const { stdout, stderr } = Object(error);
    return `${stdout}${stderr}`;
  }
}

describe.each(Object.entries(VERIFIERS))("%s", (_name, verifier) => {
  const { missing } = verifier;
  describe.skipIf(missing !== undefined)(`verifies certificates${because(missing)}`, () => {
    test.each(["bucket.s3.eu-central-1.amazonaws.com", "sts.cn-north-1.amazonaws.com.cn", "localhost"])(
      "accepts %s",
      async (host) => {
        expect(await refusalOf(verifier, host)).toBeUndefined();
      },
    );

    test.each(["example.com", "amazonaws.com.example.com", "notamazonaws.com", "console.aws.amazon.com"])(
      "refuses %s",
      async (host) => {
        expect(await refusalOf(verifier, host)).toMatch(/permitted subtree|not permitted|constraint/i);
      },
    );
  });
});
