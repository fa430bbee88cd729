"""Libraries that make objects look like files: `files.py s3fs` or `files.py smart_open`."""

import sys

import boto3


def by_s3fs(place):
    import s3fs

    files = s3fs.S3FileSystem()
    with files.open(place, "wb") as file:
        file.write(b"hello\n")
    with files.open(place, "rb") as file:
        return file.read()


def by_smart_open(place):
    import smart_open

    with smart_open.open(f"s3://{place}", "wb") as file:
        file.write(b"hello\n")
    with smart_open.open(f"s3://{place}", "rb") as file:
        return file.read()


library = sys.argv[1]
bucket = f"{library.replace('_', '-')}-bucket"
boto3.client("s3").create_bucket(Bucket=bucket)
content = {"s3fs": by_s3fs, "smart_open": by_smart_open}[library](f"{bucket}/a/b c.txt")
sys.stdout.write(content.decode())
