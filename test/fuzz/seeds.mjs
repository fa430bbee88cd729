/** Valid inputs to begin from, one set a target; written for this purpose. */

const SCOPE = "AKIARTX3GSDSQKS4H4NX/20260115/us-east-1";
const signed = (name) => `AWS4-HMAC-SHA256 Credential=${SCOPE}/${name}/aws4_request, SignedHeaders=host, Signature=00`;

/** Requests as a decoder gets them; each body is damaged, and each head by itself. */
const REQUESTS = [
  request(
    "s3",
    "PUT",
    "/a//b%20c.jpg?x-id=PutObject&tagging",
    { "x-amz-copy-source": "/b/k?versionId=1" },
    "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>",
  ),
  request(
    "dynamodb",
    "POST",
    "/",
    { "x-amz-target": "DynamoDB_20120810.BatchWriteItem" },
    '{"RequestItems":{"t":[{"PutRequest":{"Item":{"id":{"S":"1"}}}}]}}',
  ),
  request(
    "dynamodb",
    "POST",
    "/",
    { "x-amz-target": "DynamoDB_20120810.ExecuteStatement" },
    '{"Statement":"SELECT * FROM \\"t\\".\\"i\\" WHERE id=\'1\'"}',
  ),
  request(
    "sqs",
    "POST",
    "/",
    { "content-type": "application/x-www-form-urlencoded" },
    "Action=SendMessageBatch&Version=2012-11-05&QueueUrl=https%3A%2F%2Fsqs.us-east-1.amazonaws.com%2F111122223333%2Fq&SendMessageBatchRequestEntry.1.Id=a&Tag.1.Key=k",
  ),
  request(
    "ec2",
    "POST",
    "/",
    { "content-type": "application/x-www-form-urlencoded" },
    "Action=RunInstances&Version=2016-11-15&ImageId=ami-1&MinCount=1&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=k",
  ),
  request(
    "iam",
    "POST",
    "/",
    { "content-type": "application/x-www-form-urlencoded" },
    "Action=CreateRole&Version=2010-05-08&RoleName=r&Path=%2Fapp%2F&AssumeRolePolicyDocument=%7B%7D",
  ),
  request("lambda", "POST", "/2015-03-31/functions/f%3Alive/invocations?Qualifier=live", {}, '{"a":[1,2,{"b":null}]}'),
  request(
    "route53",
    "POST",
    "/2013-04-01/hostedzone/Z1/rrset/",
    {},
    '<?xml version="1.0"?><ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes><Change><Action>UPSERT</Action></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>',
  ),
  request(
    "monitoring",
    "POST",
    "/service/GraniteServiceVersion20100801/operation/PutMetricData",
    { "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" },
    Buffer.from("bf694e616d65737061636563617070ff", "hex"),
  ),
  request(
    "sts",
    "GET",
    "/?Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fr&RoleSessionName=s",
    {},
    "",
  ),
];

function request(name, method, target, headers, body) {
  const host = `${name}.us-east-1.amazonaws.com`;
  const fields = Object.entries({ host, authorization: signed(name), ...headers });
  return { method, target, host, headers: fields, body: Buffer.from(body) };
}

const http1 = [
  `PUT /k HTTP/1.1\r\nHost: b.s3.amazonaws.com\r\nAuthorization: ${signed("s3")}\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhelloGET / HTTP/1.1\r\nHost: s3.amazonaws.com\r\n\r\n`,
  `POST / HTTP/1.1\r\nHost: sqs.us-east-1.amazonaws.com\r\nTransfer-Encoding: chunked\r\nTrailer: x\r\n\r\n5;a=b\r\nhello\r\n0\r\nx: y\r\n\r\n`,
  "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 204 No Content\r\n\r\n",
  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\nHTTP/1.0 200 OK\r\n\r\nuntil the end",
];

/** One frame of HTTP/2 (RFC 9113 section 4.1). */
export const frame = (type, flags, stream, payload = Buffer.alloc(0)) => {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};
const FIELDS = Buffer.from("828684410f7777772e6578616d706c652e636f6d", "hex");
const http2 = [
  Buffer.concat([
    Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    frame(4, 0, 0, Buffer.from("000100001000", "hex")),
    frame(1, 4, 1, FIELDS),
    frame(0, 1, 1, Buffer.from("hello")),
    frame(8, 0, 0, Buffer.from("0000ffff", "hex")),
  ]),
  Buffer.concat([
    frame(4, 0, 0, Buffer.alloc(0)),
    frame(1, 0, 1, Buffer.from("88", "hex")),
    frame(9, 4, 1, Buffer.from("5f1d8b", "hex")),
    frame(0, 9, 1, Buffer.concat([Buffer.from([2]), Buffer.from("ok"), Buffer.alloc(2)])),
    frame(3, 0, 1, Buffer.from("00000008", "hex")),
    frame(7, 0, 0, Buffer.from("0000000100000000", "hex")),
  ]),
];

const answers = [
  '{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"User: arn:aws:iam::111122223333:user/u is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:111122223333:table/t because no identity-based policy allows the dynamodb:GetItem action"}',
  "<ErrorResponse><Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::111122223333:user/u is not authorized to perform: iam:CreateRole</Message></Error></ErrorResponse>",
  "<CreateQueueResponse><CreateQueueResult><QueueUrl>https://sqs.us-east-1.amazonaws.com/111122223333/q</QueueUrl></CreateQueueResult></CreateQueueResponse>",
  '{"Account":"111122223333","Arn":"arn:aws:sts::111122223333:assumed-role/r/s","UserId":"AROA:s"}',
];

const recording = [
  `{"iamgen":1,"type":"run","startedAt":"2026-01-01T00:00:00.000Z","program":"p","version":"0","data":{"api":"a","authorization":"b"}}
{"type":"call","n":1,"sdkId":"S3","operation":"PutObject","signingName":"s3","protocol":"rest-xml","partition":"aws","region":"us-east-1","identity":"k1","auth":"sigv4","hostname":"h","input":{"Bucket":"b","Key":"k"},"members":["Bucket","Key"],"source":"proxy","outcome":{"kind":"succeeded","httpStatus":200}}
{"type":"count","n":1,"count":3}
{"type":"undecoded","reason":"unsigned","authority":"h:443"}
{"type":"learned","kind":"created","resource":"i-1","by":"EC2"}
{"type":"caller","call":1,"at":"a.ts:1","test":"t"}
{"type":"end","exitCode":0}
`,
];

const policies = {
  json: [
    '{\n  "Version": "2012-10-17",\n  "Statement": [{"Sid": "A", "Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*", "Condition": {"StringLike": {"aws:x": "${a}"}}}]\n}\n',
  ],
  yaml: [
    "Resources:\n  P:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement: # ours\n          - &a {Effect: Allow, Action: 's3:*', Resource: !Sub 'arn:${AWS::Partition}:s3:::b/*'}\n          - *a\n",
  ],
  terraform: [
    'data "aws_iam_policy_document" "d" {\n  statement {\n    sid = "A"\n    actions = ["s3:GetObject", local.x]\n    resources = ["${aws_s3_bucket.b.arn}/*"]\n    condition {\n      test = "StringEquals"\n      variable = "aws:x"\n      values = ["y"]\n    }\n  }\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })\n}\nresource "aws_iam_policy" "h" {\n  policy = <<-EOT\n  {"Statement": []}\n  EOT\n}\n',
  ],
};

const csm = [
  '{"Version":1,"ClientId":"","Type":"ApiCallAttempt","Service":"S3","Api":"PutObject","Timestamp":1700000000000,"AttemptLatency":3,"Fqdn":"b.s3.amazonaws.com","UserAgent":"x","AccessKey":"AKIARTX3GSDSQKS4H4NX","Region":"us-east-1","SessionToken":"t","HttpStatusCode":200}',
  '{"Version":1,"ClientId":"","Type":"ApiCall","Service":"S3","Api":"PutObject","Timestamp":1700000000000,"AttemptCount":1,"Latency":3,"Region":"us-east-1","MaxRetriesExceeded":0,"FinalHttpStatusCode":200}',
];

const bytes = (list) => list.map((item) => Buffer.from(item));

/** As OpenSSL sends them: TLS 1.3 with ALPN, TLS 1.2 alone. */
const HELLOS = [
  "FgMBASIBAAEeAwMo6z18iDswnaD1+TnhxMPrYY3FieGhLgbNG9B/gZb38CCDvdttDQGcq16A5PWXvnTq5PP4UZEUgtrtcO4Rr65NAQAGEwHAKwD/AQAAzwAAABUAEwAAEHMzLmFtYXpvbmF3cy5jb20ACwAEAwABAgAKAAQAAgAXACMAAAAQAA4ADAJoMghodHRwLzEuMQAWAAAAFwAAAA0AKgAoBAMFAwYDCAcICAgJCAoICwgECAUIBgQBBQEGAQMDAwEDAgQCBQIGAgArAAUEAwQDAwAtAAIBAQAzAEcARQAXAEEE8dRMXninjRn1ufI42z5iI4Z//2//d49QipzabNPkcHDgU370wYvmWWqzzQ+ew1LFTwRtoNwr2Rb6du76OwdTIQ==",
  "FgMBAJsBAACXAwOiixZO0YrPKE8k/WRDtov9/RtZCkNPCJrgKHU5T7GWCwAABMAvAP8BAABqAAAAFAASAAAPYS5hbWF6b25hd3MuY29tAAsABAMAAQIACgAMAAoAHQAXAB4AGQAYACMAAAAWAAAAFwAAAA0AKgAoBAMFAwYDCAcICAgJCAoICwgECAUIBgQBBQEGAQMDAwEDAgQCBQIGAg==",
].map((text) => Buffer.from(text, "base64"));

const OPENINGS = [
  "CONNECT a.amazonaws.com:443 HTTP/1.1\r\nHost: a.amazonaws.com:443\r\nProxy-Authorization: Basic aWFtZ2VuOnQ=\r\n\r\n",
  "PUT http://u:p@a.test:81/b//c?x=1#y HTTP/1.1\r\nHost: a.test\r\nProxy-Authorization: Basic\r\n aWFtZ2VuOnQ=\r\nConnection: keep-alive\r\n\r\n",
  "GET https://[::1]/ HTTP/1.0\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
  "IAMGEN/1 localhost:4566\r\nGET / HTTP/1.1\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
].map((text) => Buffer.from(text, "latin1"));

/** Parts of field blocks: literals with and without Huffman code, added to the table or never to be, and references to them. */
const HPACK = [
  "400a637573746f6d2d6b65790d637573746f6d2d686561646572be",
  "5886a8eb10649cbf408825a849e95ba97d7f8925a849e95bb8e8b4bfbebf",
  "0003782d610162400c782d6c6f6e6765722d6f6e6506626364656667bebe",
  "400178013140017a0132bebf40017902c3a9be",
  "40017805313233343540017905313233343540017a053132333435bebfc0",
  "10077365637265742d03616263100161016290",
  "7b02666f7385aec3771a4b5886a8eb10649cbfbe",
].map((text) => Buffer.from(text, "hex"));

export const SEEDS = {
  hpack: HPACK,
  openings: OPENINGS,
  hellos: HELLOS,
  requests: REQUESTS,
  http1: bytes(http1),
  http2,
  answers: bytes(answers),
  recording: bytes(recording),
  json: bytes(policies.json),
  yaml: bytes(policies.yaml),
  terraform: bytes(policies.terraform),
  csm: bytes(csm),
};

export const WORDS = {
  opening: [
    "\r\n",
    "\r\n\r\n",
    "CONNECT ",
    "http://",
    "[::1]",
    ":443",
    "Proxy-Authorization: Basic ",
    "\r\n ",
    "\0",
    "@",
  ],
  hello: [
    Buffer.from("1603", "hex"),
    Buffer.from("ffff", "hex"),
    Buffer.from("0000", "hex"),
    Buffer.from("00000000", "hex"),
  ],
  http: [
    "\r\n",
    "\r\n\r\n",
    ": ",
    "Content-Length: 18446744073709551616",
    "Transfer-Encoding: chunked, chunked",
    "ffffffffffffffff\r\n",
    "HTTP/1.1 ",
    "101",
    "\0",
  ],
  http2: [
    Buffer.from("ffffff", "hex"),
    Buffer.from("00000004", "hex"),
    Buffer.from("3fe1ffff7f", "hex"),
    Buffer.from("7f", "hex"),
    Buffer.from("80", "hex"),
  ],
  hpack: [
    Buffer.from("20", "hex"),
    Buffer.from("3fe11f", "hex"),
    Buffer.from("3fe1ff03", "hex"),
    Buffer.from("be", "hex"),
    Buffer.from("bf", "hex"),
    Buffer.from("80", "hex"),
    Buffer.from("ff", "hex"),
    Buffer.from("40017801ff", "hex"),
    Buffer.from("3fffffff7f", "hex"),
  ],
  body: [
    '"',
    "\\u0000",
    "[[[[",
    "{",
    "}",
    "&",
    "=",
    "%",
    "%ff",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "]]>",
    "<",
    "/>",
    "1e999",
    "__proto__",
    ".1.",
    ".999999999.",
    "arn:aws:",
    Buffer.from("9fff", "hex"),
    Buffer.from("bbffffffffffffffff", "hex"),
    Buffer.from("d9d9f7", "hex"),
  ],
  lines: [
    "\n",
    '"n":',
    "9007199254740993",
    "-1",
    "null",
    "[]",
    '"__proto__":',
    '{"type":"call"}\n',
    "\uFEFF",
    "\u2028",
  ],
  policy: [
    "\n",
    "#",
    "//",
    "/*",
    "*/",
    "${",
    "%{",
    "<<EOT\n",
    "EOT",
    '"',
    "'",
    "!Sub ",
    "&x",
    "*x",
    "<<: *x",
    "- ",
    "  ",
    "\t",
    "[",
    "]",
    "{",
    "}",
    "\r\n",
    "---\n",
    "? ",
    "|\n",
    "jsonencode(",
    "dynamic",
  ],
};
