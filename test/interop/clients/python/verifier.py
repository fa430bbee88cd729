"""A stand-in that checks every signature with botocore's own pieces, for one key: 200, or 403 SignatureDoesNotMatch."""

import hashlib
import http.server
import sys
import urllib.parse

from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

KEY, SECRET = sys.argv[1:3]


class Verifier(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def handle_any(self):
        body = self.body()
        matches = self.matches(body)
        print(self.command, self.headers["host"], self.path.split("?")[0], "matches" if matches else "differs", flush=True)
        good = b"{}" if self.command == "POST" else b""
        answer = good if matches else b"<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>"
        self.send_response(200 if matches else 403)
        self.send_header("content-type", "application/x-amz-json-1.0")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)

    do_DELETE = do_GET = do_HEAD = do_POST = do_PUT = handle_any

    def body(self):
        if self.headers.get("transfer-encoding") is None:
            return self.rfile.read(int(self.headers.get("content-length") or 0))
        chunks = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(chunks)

    def matches(self, body):
        url = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qsl(url.query, keep_blank_values=True)
        stated = dict(query)
        if "X-Amz-Signature" in stated:
            signature, signed = stated["X-Amz-Signature"], stated["X-Amz-SignedHeaders"]
            credential, date = stated["X-Amz-Credential"], stated["X-Amz-Date"]
            query = [(name, value) for name, value in query if name != "X-Amz-Signature"]
            body_hash = "UNSIGNED-PAYLOAD"
        else:
            parts = dict(part.strip().split("=", 1) for part in self.headers["authorization"].split(" ", 1)[1].split(","))
            signature, signed, credential = parts["Signature"], parts["SignedHeaders"], parts["Credential"]
            date = self.headers["x-amz-date"]
            body_hash = self.headers.get("x-amz-content-sha256") or hashlib.sha256(body).hexdigest()
        key, _, region, service, _ = credential.split("/")
        auth = (S3SigV4Auth if service == "s3" else SigV4Auth)(Credentials(KEY, SECRET), service, region)
        request = AWSRequest(method=self.command, url=f"http://{self.headers['host']}{self.path}")
        request.context["timestamp"] = date
        pairs = sorted((urllib.parse.quote(name, "-_.~"), urllib.parse.quote(value, "-_.~")) for name, value in query)
        canonical = [
            self.command,
            auth._normalize_url_path(url.path),
            "&".join(f"{name}={value}" for name, value in pairs),
            "".join(f"{name}:{' '.join(self.headers[name].split())}\n" for name in signed.split(";")),
            signed,
            body_hash,
        ]
        return key == KEY and signature == auth.signature(auth.string_to_sign(request, "\n".join(canonical)), request)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Verifier)
print("port", server.server_port, flush=True)
server.serve_forever()
