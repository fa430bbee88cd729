"""requests, without an SDK, with signatures of requests-aws4auth."""

import os

import requests
from requests_aws4auth import AWS4Auth

region = os.environ["AWS_REGION"]
auth = AWS4Auth(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"], region, "s3")
url = f"https://requests-bucket.s3.{region}.amazonaws.com"
requests.put(url, auth=auth).raise_for_status()
requests.put(f"{url}/a%20b.txt", auth=auth, data=b"hello").raise_for_status()
print(requests.get(f"{url}/a%20b.txt", auth=auth).text)
