/** As much of S3 as the album needs, in memory: put, get and list objects, virtual-hosted addressing, aws-chunked bodies. */

/** Removes the aws-chunked framing that SDKs put around uploads (AWS: "Signature calculations for … chunked upload"). */
function withoutAwsChunks(body) {
  const parts = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.subarray(at, lineEnd).toString("latin1"), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return (request.headers["content-encoding"] ?? "").includes("aws-chunked") ? withoutAwsChunks(body) : body;
}

const escapeXml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function listing(objects, bucket, prefix) {
  const found = [...objects].filter(([name]) => name.startsWith(`${bucket}/${prefix}`)).sort();
  const contents = found.map(
    ([name, body]) =>
      `<Contents><Key>${escapeXml(name.slice(bucket.length + 1))}</Key><Size>${body.length}</Size></Contents>`,
  );
  const head = `<Name>${bucket}</Name><KeyCount>${found.length}</KeyCount><IsTruncated>false</IsTruncated>`;
  return `<?xml version="1.0"?><ListBucketResult>${head}${contents.join("")}</ListBucketResult>`;
}

async function answer({ objects, request, response }) {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const bucket = url.hostname.split(".s3.")[0];
  const name = `${bucket}${decodeURIComponent(url.pathname)}`;
  if (request.method === "PUT") {
    objects.set(name, await bodyOf(request));
    response.writeHead(200, { etag: '"0"', "content-length": 0 }).end();
  } else if (url.searchParams.has("list-type")) {
    const body = listing(objects, bucket, url.searchParams.get("prefix") ?? "");
    response.writeHead(200, { "content-type": "application/xml" }).end(body);
  } else if (objects.has(name)) {
    response.writeHead(200, { "content-type": "image/jpeg" }).end(objects.get(name));
  } else {
    const body = "<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>";
    response.writeHead(404, { "content-type": "application/xml" }).end(body);
  }
}

/** Returns a request listener that keeps its objects in memory, keyed `bucket/key`. */
export function s3StandIn() {
  const objects = new Map();
  return (request, response) => {
    answer({ objects, request, response }).catch(() => response.destroy());
  };
}
