/** Dialogues of HTTP/1.1 in all its framings, as servers and clients of AWS, and of nobody, use them. */
import { gzipSync } from "node:zlib";
import { chunked, get, ok, put, request, response } from "./http1.ts";
import { client, server, type Turn } from "./transcript.ts";

const zipped = gzipSync("x".repeat(2000)).toString("latin1");
const many = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => line(n));
const EXPECTS = ["Expect: 100-continue"];
const CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
const CHUNKED = "Transfer-Encoding: chunked";
const waiting = request("PUT /bucket/key", [...EXPECTS, "Content-Length: 5"]);

export const FRAMINGS: Record<string, readonly Turn[]> = {
  "one request after the other": [
    ...["a", "b", "c"].flatMap((key) => [client.says(get([], `/bucket/${key}`)), server.says(ok(key))]),
  ],
  "requests that do not wait for answers": [
    client.says(get([], "/bucket/a") + put("body") + get([], "/bucket/c")),
    server.says(ok("a") + response("204 No Content") + ok("c")),
  ],
  "100 Continue, answered": [
    client.says(waiting),
    server.says(CONTINUE),
    client.says("hello"),
    server.says(ok()),
    client.says(get()),
    server.says(ok()),
  ],
  "100 Continue, refused, and the next request instead of the body": [
    client.says(waiting),
    server.says(response("417 Expectation Failed", ["Content-Length: 0"])),
    client.says(get()),
    server.says(ok()),
  ],
  "100 Continue, refused, and the body all the same": [
    client.says(waiting),
    server.says(response("403 Forbidden", ["Content-Length: 0"])),
    client.says("hello"),
    client.says(get()),
    server.says(ok()),
  ],
  "100 Continue, never answered": [client.says(waiting), client.pauses(20), client.says("hello"), server.says(ok())],
  "100 Continue that nobody asked for": [client.says(put("body")), server.says(CONTINUE + ok())],
  "102 and 103 before the answer": [
    client.says(get()),
    server.says("HTTP/1.1 102 Processing\r\n\r\n"),
    server.says(`${response("103 Early Hints", ["Link: </style.css>"])}${response("103 Early Hints")}`),
    server.says(ok()),
  ],
  "trailers both ways": [
    client.says(
      request("PUT /bucket/key", [CHUNKED, "Trailer: X-Sum"], "2\r\nhi\r\n0\r\nX-Sum: 1\r\nx-more: \r\n\r\n"),
    ),
    server.says(response("200 OK", [CHUNKED, "Trailer: x-sum"], "3\r\nabc\r\n0\r\nX-SUM: 2\r\n\r\n")),
  ],
  "aws-chunked with a checksum behind it": [
    client.says(
      request(
        "PUT /bucket/key",
        [
          "Content-Encoding: aws-chunked",
          "X-Amz-Decoded-Content-Length: 5",
          "X-Amz-Trailer: x-amz-checksum-crc32",
          CHUNKED,
        ],
        chunked("5\r\nhello\r\n0\r\n", "x-amz-checksum-crc32:NhCmhg==\r\n\r\n"),
      ),
    ),
    server.says(ok()),
  ],
  "chunks with extensions, upper-case sizes and leading zeros": [
    client.says(request("PUT /bucket/key", [CHUNKED], `00A;name="v;w"\r\n0123456789\r\n000\r\n\r\n`)),
    server.says(response("200 OK", [CHUNKED], "0B ; x\r\nhello world\r\n0;last\r\n\r\n")),
  ],
  "gzip both ways": [
    client.says(put(zipped, ["Content-Encoding: gzip"])),
    server.says(response("200 OK", ["Content-Encoding: gzip", `Content-Length: ${zipped.length}`], zipped)),
  ],
  "HEAD, 204 and 304, whose lengths are of no body": [
    client.says(request("HEAD /bucket/key")),
    server.says(response("200 OK", ["Content-Length: 5000"])),
    client.says(request("DELETE /bucket/key")),
    server.says(response("204 No Content", ["x-amz-request-id: 1"])),
    client.says(get(['If-None-Match: "a"'])),
    server.says(response("304 Not Modified", ["Content-Length: 5000", 'ETag: "a"'])),
    client.says(get()),
    server.says(ok()),
  ],
  redirects: [
    client.says(get()),
    server.says(
      response("301 Moved Permanently", ["Location: https://b.s3.eu-west-1.amazonaws.com/key", "Content-Length: 0"]),
    ),
    client.says(put("body")),
    server.says(response("307 Temporary Redirect", ["location: http://localhost/other", "Content-Length: 3"], "<x>")),
  ],
  "ranges, one and several": [
    client.says(get(["Range: bytes=1-2"])),
    server.says(response("206 Partial Content", ["Content-Range: bytes 1-2/9", "Content-Length: 2"], "bc")),
    client.says(get(["Range: bytes=0-0,2-2"])),
    server.says(
      response(
        "206 Partial Content",
        ["Content-Type: multipart/byteranges; boundary=X", CHUNKED],
        chunked("--X\r\n\r\na\r\n--X--"),
      ),
    ),
  ],
  "bodies of nothing": [
    client.says(put("")),
    server.says(ok("")),
    client.says(request("PUT /bucket/key", [CHUNKED], chunked())),
    server.says(response("200 OK", [CHUNKED], chunked())),
  ],
  "an answer that the end of the connection ends": [
    client.says(get(["Connection: close"])),
    server.says("HTTP/1.0 200 OK\r\nServer: old\r\n\r\nand then"),
    server.says(" nothing more"),
    server.ends,
  ],
  "headers as nobody writes them": [
    client.says(
      "POST /bucket/a//b/../%2e%2E/%zz?x=%2F&&y HTTP/1.1\r\nhOsT:localhost\r\nX-Twice: 1\r\nx-twice:   2\t\r\nX-TWICE:\r\n" +
        `X-Folded: a\r\n  b\r\nX-Latin: \xfc\xe9\r\nAuthorization: AWS4-HMAC-SHA256 Credential=A/2/r/s3/aws4_request\r\n` +
        "Content-Length: 2, 2\r\n\r\nhi",
    ),
    server.says("HTTP/1.1 200 \r\nX-Odd :1\r\ncontent-LENGTH: 0\r\n\r\n".replace("X-Odd :", "X-Odd:")),
    client.says(request("OPTIONS *")),
    server.says("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n"),
  ],
  "lines that end without a carriage return, and empty ones in front": [
    client.says(get()),
    server.says(ok()),
    client.says("\r\n\r\nGET /bucket/key HTTP/1.1\nHost: localhost\nX: 1\n\n"),
    server.says("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"),
  ],
  "very long headers and paths": [
    client.says(
      get([`X-Long: ${"v".repeat(100_000)}`, ...many(1000, (n) => `X-${n}: ${n}`)], `/bucket/${"k".repeat(60_000)}`),
    ),
    server.says(response("200 OK", [`X-Long: ${"w".repeat(100_000)}`, "Content-Length: 0"])),
  ],
  "a 408 that answers no request": [
    client.says(get()),
    server.says(ok()),
    server.says(response("408 Request Timeout", ["Connection: close"])),
    server.ends,
  ],
  "idle for a while between two requests": [
    client.says(get()),
    server.says(ok()),
    client.pauses(200),
    client.says(get()),
    server.pauses(50),
    server.says(ok()),
  ],
};
